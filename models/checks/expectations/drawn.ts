import type { Prepared } from "../../compile/prepare.ts";
import type { Evaluation } from "../../engines/evaluation.ts";
import type { GraphLine } from "../../language/graph.ts";
import { type Results, resultsOf } from "../../results/results.ts";
import { AREA_TOLERANCE } from "../../statements/tolerances.ts";
import type { Stated } from "../stated.ts";
import type { VerdictId } from "../verdicts/verdict.ts";
import { unmetOf } from "./index.ts";
import { recordedArea } from "./planned.ts";
import { operationGaps, sideOf } from "./spans.ts";

/** Verdicts from which something expected is missing. */
export type Withheld = ReadonlySet<VerdictId>;

/**
 * What such a project has and this one has not, when its numbers change and its lines stay. Most of that hangs on which lines there are. Some hangs on numbers:
 * whether there is floor area to be built, pulled down or compensated, how much stands by the records, between which months something runs, and
 * whether it costs anything at all. Draws that agree in all these lack the same.
 */
export class DrawnExpectations {
  /** Lines that must be computed; none where nothing of it can change. */
  readonly outputs: readonly number[];
  readonly #prepared: Prepared;
  readonly #base: Withheld;
  readonly #turns: Turns;
  readonly #key: Float64Array;
  readonly #known = new Map<string, Withheld>();
  #last: { readonly key: Float64Array; readonly withheld: Withheld } | undefined;

  /** @param varies whether a line hangs on what is drawn */
  constructor(
    prepared: Prepared,
    stated: Pick<Stated<number>, "values" | "expected">,
    varies: (line: number) => boolean,
  ) {
    const { document } = prepared;
    this.#prepared = prepared;
    this.#base = verdictsIn([...stated.expected, ...operationGaps(document, stated.values).unmet]);
    const turns = turnsOf(prepared, stated.values);
    const { areas, sums, months, paid } = turns;
    const all = [...areas, ...sums.flat(), ...months, ...paid];
    this.outputs = all.some(varies) ? [...new Set(all)] : [];
    this.#turns = thatVary(turns, varies);
    this.#key = new Float64Array(lengthOf(this.#turns));
  }

  withheld(evaluation: Evaluation<number>): Withheld {
    if (this.outputs.length === 0) return this.#base;
    const key = this.#key;
    writeKey(key, this.#turns, evaluation);
    // Most draws agree with the one before.
    if (this.#last !== undefined && key.every((value, i) => value === this.#last?.key[i])) return this.#last.withheld;
    const text = key.join(" ");
    const withheld = this.#known.get(text) ?? this.#look(evaluation);
    this.#known.set(text, withheld);
    this.#last = { key: key.slice(), withheld };
    return withheld;
  }

  #look(evaluation: Evaluation<number>): Withheld {
    const { document, frame } = this.#prepared;
    const values = resultsOf(evaluation, frame);
    return verdictsIn([...unmetOf(document, values), ...operationGaps(document, values).unmet]);
  }
}

const verdictsIn = (unmet: readonly { readonly verdicts: readonly VerdictId[] }[]): Withheld =>
  new Set(unmet.flatMap(({ verdicts }) => verdicts));

/** The numbers on which it hangs what is expected. */
interface Turns {
  /** ㎡ each of which is there or not. */
  readonly areas: readonly number[];
  /** ㎡ and households that count together. */
  readonly sums: readonly (readonly number[])[];
  readonly months: readonly number[];
  /** Lines of which it matters whether they come to anything; the line of its total where one has a form of its own for it. */
  readonly paid: readonly number[];
  readonly recorded: number;
}

const AREAS = /^(works|compensation)\.(due|without)$/;
/** The last is held against what the records state. */
const SUMS: readonly ((line: GraphLine) => boolean)[] = [
  ({ role = "" }) => role.startsWith("area.legal."),
  ({ role }) => role === "area.demolished",
  ({ role }) => role === "households.existing",
  ({ role, tags }) => role === "area.existing" && tags["use"] === "residential",
  ({ role }) => role === "area.existing",
];
const MONTHS = ["start", "end", "until"];

function turnsOf({ graph, document }: Prepared, values: Results<number>): Turns {
  const indexes = (meant: (line: GraphLine) => boolean): readonly number[] =>
    graph.lines.filter((line) => meant(line) && values.has(line.index)).map(({ index }) => index);
  const running = graph.lines.filter((line) => sideOf(line) !== undefined && values.has(line.index));
  const components = new Set(running.map(({ tags }) => String(tags["component"])));
  const named = new Set([
    "startmonth",
    "endmonth",
    ...[...components].flatMap((id) => MONTHS.map((m) => `${id}.${m}`)),
  ]);
  return {
    areas: indexes(({ role = "" }) => AREAS.test(role)),
    sums: SUMS.map((meant) => indexes((line) => line.axis === "scalar" && meant(line))),
    months: indexes(({ id, unit }) => unit === "mo" && named.has(id)),
    paid: running.map(({ index }) => values.form(index, "total") ?? index),
    recorded: recordedArea(document.records).toNumber(),
  };
}

const TOLERANCE = Number(AREA_TOLERANCE);

/** What stays as it is tells no draw from another. */
const thatVary = ({ areas, sums, months, paid, recorded }: Turns, varies: (line: number) => boolean): Turns => ({
  areas: areas.filter(varies),
  sums: sums.map((lines) => (lines.some(varies) ? lines : [])),
  months: months.filter(varies),
  paid: paid.filter(varies),
  recorded,
});

/** Stands in a key for what has no value; no month and no answer is that. */
const NO_VALUE = Number.NEGATIVE_INFINITY;

const lengthOf = ({ areas, sums, months, paid }: Turns): number =>
  areas.length + sums.length + 1 + months.length + paid.length;

/** Writes what tells a draw from another: yes or no of each area, sum and payment, and the months. */
function writeKey(
  key: Float64Array,
  { areas, sums, months, paid, recorded }: Turns,
  evaluation: Evaluation<number>,
): void {
  let place = 0;
  for (const line of areas) key[place++] = isThere(evaluation.scalar(line));
  let existing: number | undefined;
  for (const lines of sums) {
    existing = sumOf(evaluation, lines);
    key[place++] = isThere(existing);
  }
  key[place++] = isThere(existing === undefined ? undefined : recorded - existing);
  for (const line of months) key[place++] = evaluation.scalar(line) ?? NO_VALUE;
  for (const line of paid) key[place++] = total(evaluation, line) > 0 ? 1 : 0;
}

const isThere = (value: number | undefined): number => (value === undefined ? NO_VALUE : value > TOLERANCE ? 1 : 0);

function sumOf(evaluation: Evaluation<number>, lines: readonly number[]): number | undefined {
  let sum = 0;
  for (const line of lines) {
    const value = evaluation.scalar(line);
    if (value === undefined) return undefined;
    sum += value;
  }
  return sum;
}

/** What a line comes to over all periods; nothing where a period has no value. */
function total(evaluation: Evaluation<number>, line: number): number {
  if (evaluation.graph.lines[line]?.axis === "scalar") return evaluation.scalar(line) ?? 0;
  const slots = evaluation.slots?.(line);
  let sum = 0;
  for (let t = 1; t <= evaluation.periods; t++)
    sum += (slots === undefined ? evaluation.value(line, t) : slots[t]) ?? Number.NaN;
  return Number.isFinite(sum) ? sum : 0;
}
