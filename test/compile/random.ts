import { STATUSES } from "../../models/document/schema.ts";
import { writeMonth } from "../../models/language/calendar.ts";
import type { Mechanism } from "../../models/mechanisms/define/mechanism.ts";
import { INSTALLED_PACKS } from "../../models/policy/packs.ts";
import type { ColumnSpec, InputSpec, NumberInput, ProfileInput, TableInput } from "../../models/terms/inputs.ts";
import { PARTY_ROLES } from "../../models/terms/parties.ts";
import { kindFor, PAPER_KINDS, paper } from "../support/papers.ts";

/** Small seeded generator (mulberry32), so that a failing document can be made again. */
class Dice {
  #state: number;
  constructor(seed: number) {
    this.#state = seed >>> 0;
  }
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }
  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }
  whole(low: number, high: number): number {
    return Math.floor(this.between(low, high + 1));
  }
  pick<T>(items: readonly T[]): T {
    const item = items[Math.min(items.length - 1, Math.floor(this.next() * items.length))];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  }
}

const START = 2026 * 12;
const YEARS = 12;
const WORDS = ["flats", "shops"];
const YES_NO = [true, false];

function number(spec: NumberInput | ProfileInput, dice: Dice): string {
  const low = spec.usual?.[0] ?? spec.from ?? 0;
  const high = spec.usual?.[1] ?? spec.to ?? Math.max(1000, low * 2);
  const value = dice.between(low, high);
  return "integer" in spec ? String(Math.round(value)) : String(Number(value.toFixed(4)));
}

/** Equal shares that add up to 1; the first takes what rounding leaves. */
function shares(count: number): string[] {
  const each = Math.floor(1000 / count);
  return Array.from({ length: count }, (_, i) => String((i === 0 ? 1000 - each * (count - 1) : each) / 1000));
}

function profile(spec: ProfileInput, dice: Dice): unknown {
  const every = dice.pick(["year", "half-year", "quarter"]);
  const count = dice.whole(1, 4);
  const values = spec.meaning === "share" ? shares(count) : Array.from({ length: count }, () => number(spec, dice));
  return { profile: { from: writeMonth(START + dice.whole(0, 48)), every, values, meaning: spec.meaning } };
}

function input(spec: InputSpec | ColumnSpec, dice: Dice, optional: number): unknown {
  switch (spec.type) {
    case "number":
      return number(spec, dice);
    case "profile":
      return spec.meaning === "rate" && dice.next() < 0.5 ? number(spec, dice) : profile(spec, dice);
    case "month":
      return writeMonth(START + dice.whole(0, 60));
    case "flag":
      return dice.pick(YES_NO);
    case "choice":
      return dice.pick(Object.keys(spec.options));
    case "status":
      return dice.pick(STATUSES);
    case "party":
      return dice.pick(spec.roles);
    case "plot":
      return dice.pick(["p1", "p2"]);
    case "record":
      return `${dice.pick(["early", "late"])}_${kindFor(spec)}`;
    case "word":
      return dice.pick(WORDS);
    case "table":
      return rows(spec, dice, optional);
  }
}

/** Rows in ascending order of their first number, as scales and schedules are. */
function rows(spec: TableInput, dice: Dice, optional: number): readonly unknown[] {
  const drawn = Array.from({ length: dice.whole(1, 3) }, () => inputs(spec.columns, dice, optional));
  const key = Object.keys(spec.columns).find((column) => spec.columns[column]?.type === "number") ?? "";
  const wholes = Object.entries(spec.columns).flatMap(([name, column]) =>
    column.type === "number" && column.whole === true ? [name] : [],
  );
  const parts = shares(drawn.length);
  for (const [index, row] of drawn.entries()) for (const name of wholes) row[name] = parts[index];
  return drawn
    .sort((a, b) => Number(a[key] ?? 0) - Number(b[key] ?? 0))
    .map((row, index) => ({ id: `r${index + 1}`, ...row }));
}

function inputs(
  specs: Readonly<Record<string, InputSpec | ColumnSpec>>,
  dice: Dice,
  optional: number,
): Record<string, unknown> {
  const given = Object.entries(specs).filter(
    ([, spec]) =>
      !(
        (spec.optional && !(spec.type === "table" && spec.neededFor !== undefined)) ||
        (spec.type === "number" && spec.policy !== undefined)
      ) || dice.next() < optional,
  );
  return Object.fromEntries(given.map(([name, spec]) => [name, input(spec, dice, optional)]));
}

/** A document with one component of each mechanism given; `optional` is the share of optional inputs that are filled in. */
export function randomDocument(
  mechanisms: readonly Mechanism[],
  seed: number,
  optional = 0.5,
): Record<string, unknown> {
  const dice = new Dice(seed);
  const step = dice.pick(["quarter", "half-year", "year"]);
  return {
    format: "pingheng/model",
    version: 1,
    project: {
      name: `随机 ${seed}`,
      type: "renovation",
      mode: dice.pick(["rebuild", "infill", "rehabilitation"]),
      households: "300",
    },
    plots: [
      { id: "p1", label: "一" },
      { id: "p2", label: "二" },
    ],
    timeline: {
      start: "2026-01",
      step,
      periods: YEARS * { quarter: 4, "half-year": 2, year: 1 }[step as "quarter"],
      phases: [{ id: "construction", label: "建设", start: "2026-01", months: 24 }],
    },
    conventions: {
      icProject: "0.06",
      icEquity: "0.08",
      vatBasis: dice.pick(["separate", "excluded"]),
      priceBasis: dice.pick(["constant", "current"]),
      inflation: "0.02",
    },
    packs: INSTALLED_PACKS.map(({ id, version }) => ({ id, version })),
    parties: Object.keys(PARTY_ROLES).map((role) => ({ id: role, label: role, role })),
    components: mechanisms.map((mechanism) => ({
      id: `the_${mechanism.id}`,
      mechanism: mechanism.id,
      inputs: inputs(mechanism.inputs, dice, optional),
    })),
    records: PAPER_KINDS.flatMap((kind) => [
      paper(kind, `early_${kind}`, "2026-09-01"),
      paper(kind, `late_${kind}`, "2027-03-01"),
    ]),
  };
}
