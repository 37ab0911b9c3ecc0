import { STATUSES } from "../../models/document/schema.ts";
import type { Mechanism } from "../../models/mechanisms/define/mechanism.ts";
import { countedAs } from "../../models/terms/counted.ts";
import type {
  ColumnSpec,
  InputSpec,
  NumberInput,
  ProfileInput,
  RecordInput,
  TableInput,
} from "../../models/terms/inputs.ts";
import { kindFor } from "../support/papers.ts";
import type { Draw } from "./draw.ts";
import { DOUBTFUL, drawMonth, HOLDING, monthsOf, monthText, partiesFor, type World } from "./world.ts";

/** What a component has chosen so far, so that nobody pays himself and no account or plot is used twice by one mechanism. */
export interface Choices {
  readonly parties: Set<string>;
  /** Accounts, plots, taxpayers and products other components of the mechanism have. */
  readonly taken: ReadonlySet<string>;
  /** What is drawn belongs to a component of it. */
  readonly mechanism: Mechanism;
  /** How many of a hundred optional inputs are given. */
  readonly optional: number;
}

/** Ranges of numbers that declare none, by unit. */
const BY_UNIT: Readonly<Record<string, readonly [number, number]>> = {
  CNY: [0, 50_000_000],
  m2: [0, 20_000],
  mo: [0, 60],
  a: [0, 10],
};

export function drawNumber(draw: Draw, spec: NumberInput): string {
  const wide = BY_UNIT[spec.unit] ?? [0, 1];
  const hard = [spec.from ?? wide[0], spec.to ?? Math.max(wide[1], spec.from ?? 0)] as const;
  const closed = spec.from !== undefined && spec.to !== undefined;
  const [from, to] = spec.usual !== undefined && !(closed && draw.chance(5)) ? spec.usual : hard;
  if (spec.from !== undefined && draw.chance(3)) return String(spec.from);
  // Where it depends on the words beside it, a fraction may be meant.
  const whole = spec.integer === true || countedAs(spec, () => undefined) === "pieces";
  return whole ? String(draw.whole(Math.ceil(from), Math.floor(to))) : draw.decimal(from, to);
}

function drawProfile(draw: Draw, spec: ProfileInput, world: World): unknown {
  const count = draw.whole(1, 5);
  const [from, to] = spec.usual ?? [spec.from ?? 0, spec.to ?? BY_UNIT[spec.unit]?.[1] ?? 1];
  if (spec.meaning === "rate" && draw.chance(50)) return draw.decimal(from, to);
  const values =
    spec.meaning === "share" ? draw.shares(count) : Array.from({ length: count }, () => draw.decimal(from, to));
  const first = world.start + draw.whole(0, Math.floor(monthsOf(world) / 3));
  return {
    profile: { from: monthText(first), every: draw.pick(["year", "half-year", "quarter", "month"]), values },
  };
}

/** One input or cell; undefined leaves it out. */
export function drawInput(draw: Draw, spec: InputSpec | ColumnSpec, world: World, choices: Choices): unknown {
  if (spec.type === "number" && spec.policy !== undefined && draw.chance(70)) return undefined;
  const needed = spec.type === "table" && spec.neededFor !== undefined;
  if (spec.optional === true && !needed && !draw.chance(choices.optional)) return undefined;
  switch (spec.type) {
    case "number":
      return drawNumber(draw, spec);
    case "profile":
      return drawProfile(draw, spec, world);
    case "month":
      return drawMonth(draw, world);
    case "flag":
      return draw.chance(50);
    case "choice":
      return draw.pick(Object.keys(spec.options));
    case "status":
      return draw.chance(60) ? "approved" : draw.pick(STATUSES);
    case "party":
      return drawParty(draw, spec.roles, world, choices);
    case "plot":
      return draw.pick(freeOf(world.plots, choices.taken));
    case "record":
      return drawRecord(draw, spec);
    case "word":
      return draw.pick(wordsFor(spec, choices));
    case "table":
      return drawRows(draw, spec, world, choices);
  }
}

/** What decides whether figures stand at all holds; anything else may fail, grant little, or not be needed. */
function drawRecord(draw: Draw, spec: RecordInput): unknown {
  const isSafe = spec.leftOut === "undecided";
  if (!isSafe && draw.chance(8)) return { notNeeded: "drawn" };
  const standing = !isSafe && draw.chance(12) ? DOUBTFUL : draw.pick(HOLDING);
  return `${standing}_${kindFor(spec)}`;
}

/** What is mostly sold, let and ceded. */
const PRODUCTS: Readonly<Record<string, string>> = { sale: "flats", lease: "shops", ceded_space: "spaces" };

/** A word that names a component names one that is mostly there; all others name a product. */
function wordsFor({ label }: ColumnSpec | InputSpec, { mechanism, taken }: Choices): readonly string[] {
  if (/\(id of its component\)/.test(label.en))
    return /^debt/.test(label.en) ? ["loan_1", "special_bond_1"] : ["scheduled_investment_1", "joint_cost_1"];
  const usual = PRODUCTS[mechanism.id] ?? "flats";
  return freeOf([usual, usual, usual, "flats", "shops", "spaces"], taken);
}

const freeOf = (list: readonly string[], taken: ReadonlySet<string>): readonly string[] => {
  const free = list.filter((one) => !taken.has(one));
  return free.length > 0 ? free : list;
};

/** Whoever is asked for by several parties of the project is mostly its company, so that money of several components meets. */
function drawParty(draw: Draw, roles: readonly string[], world: World, { parties, taken }: Choices): string {
  const alone = freeOf(partiesFor(roles, world), taken);
  const free = freeOf(alone, parties);
  const party = free.includes("spv") && draw.chance(80) ? "spv" : draw.pick(free);
  parties.add(party);
  return party;
}

function drawRows(draw: Draw, table: TableInput, world: World, choices: Choices): readonly Record<string, unknown>[] {
  const count = draw.whole(1, 3);
  const rows = Array.from({ length: count }, (_, index) => {
    const row: Record<string, unknown> = { id: `r${index + 1}` };
    const own = { ...choices, parties: new Set(choices.parties) };
    for (const [name, column] of Object.entries(table.columns)) {
      const value = drawInput(draw, column, world, own);
      if (value !== undefined) row[name] = value;
    }
    return row;
  });
  const kept = ascending(rows, table);
  const parts = draw.shares(kept.length);
  const wholes = Object.entries(table.columns).filter(
    ([, column]) => column.type === "number" && column.whole === true,
  );
  return kept.map((row, index) => ({ ...row, ...Object.fromEntries(wholes.map(([name]) => [name, parts[index]])) }));
}

/** Steps of a scale or ramp: the first column, where it is a number, rises from row to row. */
function ascending(rows: readonly Record<string, unknown>[], table: TableInput): readonly Record<string, unknown>[] {
  const [name, column] = Object.entries(table.columns)[0] ?? [];
  if (name === undefined || column?.type !== "number" || rows.some((row) => row[name] === undefined)) return rows;
  const sorted = rows.map((row) => row[name] as string).sort((a, b) => Number(a) - Number(b));
  const keys = [...new Set(sorted)];
  return rows.slice(0, keys.length).map((row, index) => ({ ...row, [name]: keys[index] }));
}
