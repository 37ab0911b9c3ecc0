import { type Computation, evaluate } from "../compile/prepare.ts";
import { type Evaluation, type RecordOptions, sameValue } from "../engines/index.ts";
import type { GraphLine } from "../language/graph.ts";
import type { Text } from "../wording/text.ts";

/** A line two computations of one scenario do not share: its first cell that differs, or that only one of them has it. */
export interface LineDifference {
  readonly line: string;
  readonly label: Text;
  readonly unit: string;
  /** Name of the period; empty for a single value and for a line that is gone or new. */
  readonly period: string;
  /** Decimal literals; null where there is no value. */
  readonly before: string | null;
  readonly after: string | null;
  readonly only?: "before" | "after";
}

/** What the book of record makes of two computations, line by line, hidden ones left out. */
export function differencesBetween(
  before: Computation,
  after: Computation,
  hooks: RecordOptions = {},
): { readonly lines: number; readonly differences: readonly LineDifference[] } {
  const [first, second] = [readerOf(before, hooks), readerOf(after, hooks)];
  const shown = (lines: readonly GraphLine[]) => lines.filter(({ source }) => source !== "hidden");
  const own = shown(before.graph.lines);
  const differences = own.flatMap((line) => {
    const index = after.graph.indexById.get(line.id);
    return index === undefined
      ? [alone(line, "before")]
      : cellDifference(line, first(line.index), second(index), after);
  });
  const added = shown(after.graph.lines).filter(({ id }) => !before.graph.indexById.has(id));
  return { lines: own.length, differences: [...differences, ...added.map((line) => alone(line, "after"))] };
}

type Values = readonly (string | null)[];

function readerOf(computation: Computation, hooks: RecordOptions): (line: number) => Values {
  const record: Evaluation<unknown> = evaluate(computation, "record", hooks);
  const { graph } = computation;
  const textOf = (value: unknown) => (value === undefined ? null : record.arithmetic.toText(value));
  return (line) => {
    const scalar = graph.lines[line]?.axis === "scalar";
    const values = scalar ? [record.scalar(line)] : record.series(line);
    return graph.broken.has(line) ? values.map(() => null) : values.map(textOf);
  };
}

function alone({ id, label, unit }: GraphLine, only: "before" | "after"): LineDifference {
  return { line: id, label, unit, period: "", before: null, after: null, only };
}

function cellDifference(
  { id, label, unit, axis }: GraphLine,
  before: Values,
  after: Values,
  { frame }: Computation,
): readonly LineDifference[] {
  const number = (text: string | null | undefined) => (text == null ? undefined : Number(text));
  const length = Math.max(before.length, after.length);
  for (let index = 0; index < length; index += 1) {
    const [own, other] = [before[index], after[index]];
    if (sameValue(unit, number(own), number(other))) continue;
    const period = axis === "scalar" ? "" : (frame.periodLabels[index] ?? "");
    return [{ line: id, label, unit, period, before: own ?? null, after: other ?? null }];
  }
  return [];
}
