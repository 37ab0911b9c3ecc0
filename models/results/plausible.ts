import type { GraphLine } from "../language/graph.ts";
import type { Tag } from "../language/line.ts";
import { documentProblem } from "../wording/document.ts";
import { grouped } from "../wording/grouped.ts";
import type { Problem } from "../wording/problem.ts";
import type { Results } from "./results.ts";

const MONTHS_A_YEAR = 12;
/** Years from the first on whose amounts are held against a number of households: later ones have grown. */
const FIRST_YEARS = 5;

/** 无面积支撑的经营数量. */
export const UNHELD = "document.unheld_quantity";

/** 超过面积平衡表的经营数量. */
export const BEYOND_AREA = "document.beyond_area";

/** Codes of what is said here. */
export const UNLIKELY: ReadonlySet<string> = new Set([
  "document.unlikely_high",
  "document.unlikely_low",
  "document.unlikely_nil",
  "document.unlikely_each",
  "document.unlikely_part",
  "document.unlikely_whole",
  UNHELD,
  BEYOND_AREA,
]);

/** 数值明显偏离常见范围: numbers of what is on, typed or by a formula, that are most likely a slip. They count as they are and have to be looked at. */
export function unlikelyOf<V>(values: Results<V>): readonly Problem[] {
  return values.evaluation.graph.lines.flatMap((line) =>
    isOn(values, line.tags.component)
      ? [...beyondRange(values, line), ...partOfOne(values, line), ...beyondEach(values, line), ...unheld(values, line)]
      : [],
  );
}

function beyondRange<V>(values: Results<V>, line: GraphLine): readonly Problem[] {
  const { plausible: range, component } = line.tags;
  if (range === undefined) return [];
  const [low, high] = String(range).split(" ").map(Number) as [number, number];
  const nil = nilOf(line);
  const beyond = valuesOf(values, line).filter((value) => (value < low || value > high) && !(nil && value === 0));
  const [found] = beyond;
  if (found === undefined) return [];
  const args = { input: line.label, value: plain(found, 6), low: plain(low, 3), high: plain(high, 3) };
  if (component === undefined) return [documentProblem("document.unlikely_whole", "project", args)];
  const code = found === 0 ? "document.unlikely_nil" : found < low ? "document.unlikely_low" : "document.unlikely_high";
  return [{ ...documentProblem(code, placeOf(line), args), confirms: extent(beyond) }];
}

/** Half a parking space, typed. What a formula comes to is an estimate, which only whoever wrote it can round. */
function partOfOne<V>(values: Results<V>, line: GraphLine): readonly Problem[] {
  if (line.tags["pieces"] === undefined || line.source !== "input") return [];
  const found = valuesOf(values, line).find((value) => !Number.isInteger(value));
  if (found === undefined) return [];
  const args = { input: line.label, value: plain(found, 9) };
  return [{ ...documentProblem("document.unlikely_part", placeOf(line), args), confirms: extent([found]) }];
}

/** Whether 0 means that there is none: of what can be left out, and of proportions where there is nothing to be set in proportion. */
const nilOf = ({ tags: { nil, at, component } }: GraphLine): boolean =>
  nil === undefined ? at !== undefined || component === undefined : nil === "yes";

/** `plausible_each`: a number or amount held against the households there are. */
function beyondEach<V>(values: Results<V>, line: GraphLine): readonly Problem[] {
  const most = Number(line.tags["plausible_each"] ?? 0);
  const among = most > 0 ? householdsOf(values) : 0;
  if (among === 0) return [];
  const first = valuesOf(values, line)
    .filter((value) => value > 0)
    .slice(0, FIRST_YEARS);
  const found = Math.max(0, ...first) / among;
  if (found <= most) return [];
  const args = { input: line.label, value: plain(found, 4), high: plain(most, 3), households: plain(among, 6) };
  return [{ ...documentProblem("document.unlikely_each", placeOf(line), args), confirms: extent([found]) }];
}

/** 无面积支撑的经营数量: somebody stands for it with a paper, for this very number. */
function unheld<V>(values: Results<V>, line: GraphLine): readonly Problem[] {
  const found = line.tags["unheld"] === undefined ? 0 : Number(values.scalar(line.id) ?? 0);
  if (found <= 0) return [];
  const value = grouped(plain(found, 9));
  // No paper makes the area table larger.
  if (line.tags["unheld"] === "area") return [documentProblem(BEYOND_AREA, placeOf(line), { value })];
  // That there are so many says nothing of so many for each household or ㎡.
  return [{ ...documentProblem(UNHELD, placeOf(line), { value }), confirms: `#${extent([found])}` }];
}

function householdsOf<V>(values: Results<V>): number {
  const { lines } = values.evaluation.graph;
  const planned = lines.filter(({ role, axis }) => role === "households.planned" && axis === "scalar");
  const of = planned.length > 0 ? planned : lines.filter(({ id }) => id === "project.households");
  return of.reduce((sum, { id }) => sum + Number(values.scalar(id) ?? 0), 0);
}

const placeOf = ({ tags: { at }, path = "" }: GraphLine): string => (at === undefined ? path : `${path}/inputs/${at}`);

const isOn = <V>(values: Results<V>, component: Tag | undefined): boolean =>
  component === undefined || Number(values.scalar(`${component}.enabled`)) > 0;

/** Its value, or those of its periods; of amounts the sums of twelve months, whatever the step of the timeline. */
function valuesOf<V>(values: Results<V>, { id, axis, kind }: GraphLine): readonly number[] {
  if (axis === "scalar") return [values.scalar(id)].filter((value) => value !== undefined).map(Number);
  const { stepMonths } = values.evaluation.clock;
  const all = values.periods(id).map((value) => Number(value ?? 0));
  if (kind !== "flow") return all;
  const size = MONTHS_A_YEAR / stepMonths;
  const years = Map.groupBy(all.keys(), (index) => Math.floor(index / size));
  return [...years.values()].map((indices) => indices.reduce((sum, index) => sum + (all[index] ?? 0), 0));
}

/** The values that are beyond, by their extremes: other ones are not what was confirmed. */
function extent(beyond: readonly number[]): string {
  const [least, most] = [Math.min(...beyond), Math.max(...beyond)].map((value) => plain(value, 9));
  return least === most ? String(least) : `${least}~${most}`;
}

/** Few digits, without an exponent. */
const plain = (value: number, digits: number): string =>
  value.toLocaleString("en", { maximumSignificantDigits: digits, useGrouping: false });
