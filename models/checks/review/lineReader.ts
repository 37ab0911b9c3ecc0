import type { Decimal } from "decimal.js";
import type { GraphLine } from "../../language/graph.ts";
import type { StatementYear } from "../../results/frame.ts";
import type { Results } from "../../results/results.ts";
import type { LineHandle } from "../../statements/handles.ts";

/** A line a check holds: found by role or offered by name; no string somebody made up. */
export type Held = GraphLine | LineHandle | undefined;

/** Lines as checks read them: one that is absent, broken or without a value somewhere reads as undefined, so that a check says it cannot judge. */
export interface LineReader {
  readonly periods: number;
  readonly periodLabels: readonly string[];
  readonly years: readonly StatementYear[];
  /** Position of the statement year with a number such as `statementyear` gives. */
  yearAt(number: number): number;
  /** The one value of a scalar line; the first of any other. */
  scalar(line: Held): Decimal | undefined;
  /** Values of periods 1..T. */
  series(line: Held): readonly Decimal[] | undefined;
  /** Values of the statement years. */
  yearly(line: Held): readonly Decimal[] | undefined;
  /** Value of an input by the line it is bound to; `Given` asks for it. */
  input(id: string): Decimal | undefined;
}

export function lineReader(results: Results<Decimal>): LineReader {
  const known = new Map<string, readonly Decimal[] | undefined>();
  const series = (id: string): readonly Decimal[] | undefined => {
    if (!known.has(id)) known.set(id, whole(results.periods(id)));
    return known.get(id);
  };
  const scalar = (id: string) => (results.line(id)?.axis === "scalar" ? results.scalar(id) : series(id)?.[0]);
  const of =
    <T>(read: (id: string) => T | undefined) =>
    (line: Held): T | undefined =>
      line === undefined ? undefined : read(typeof line === "string" ? line : line.id);
  return {
    periods: results.evaluation.periods,
    periodLabels: results.frame.periodLabels,
    years: results.frame.years,
    yearAt: (number) => results.frame.years.findIndex(({ last }) => results.frame.yearOfPeriod[last - 1] === number),
    scalar: of(scalar),
    series: of(series),
    yearly: of((id) => whole(results.years(id))),
    input: scalar,
  };
}

function whole(values: readonly (Decimal | undefined)[]): readonly Decimal[] | undefined {
  return values.includes(undefined) ? undefined : (values as readonly Decimal[]);
}
