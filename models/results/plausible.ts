import type { GraphLine } from "../language/graph.ts";
import type { Tag } from "../language/line.ts";
import { documentProblem } from "../wording/document.ts";
import type { Problem } from "../wording/problem.ts";
import type { Results } from "./results.ts";

const MONTHS_A_YEAR = 12;

/** Codes of what is said here. */
export const UNLIKELY: ReadonlySet<string> = new Set([
  "document.unlikely_high",
  "document.unlikely_low",
  "document.unlikely_whole",
]);

/** 数值明显偏离常见范围: numbers of what is on, typed or by a formula, that are most likely a slip. They count as they are and have to be looked at. */
export function unlikelyOf<V>(values: Results<V>): readonly Problem[] {
  return values.evaluation.graph.lines.flatMap((line) => {
    const { plausible: range, component, at } = line.tags;
    if (range === undefined || !isOn(values, component)) return [];
    const [low, high] = String(range).split(" ").map(Number) as [number, number];
    const found = valuesOf(values, line).find((value) => value > 0 && (value < low || value > high));
    if (found === undefined) return [];
    const args = { input: line.label, value: plain(found, 6), low: plain(low, 3), high: plain(high, 3) };
    if (component === undefined) return [documentProblem("document.unlikely_whole", "project", args)];
    const path = at === undefined ? line.path : `${line.path}/inputs/${at}`;
    return [documentProblem(found < low ? "document.unlikely_low" : "document.unlikely_high", path, args)];
  });
}

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

/** Few digits, without an exponent. */
const plain = (value: number, digits: number): string =>
  value.toLocaleString("en", { maximumSignificantDigits: digits, useGrouping: false });
