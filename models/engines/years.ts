import type { Evaluation } from "./evaluation.ts";
import { isScalarLine, lineAt } from "./nodes.ts";

/** Which calendar year each period counts to. */
export interface YearCalendar {
  /** T years, ascending: the year of period t at index t-1. */
  readonly years: readonly number[];
}

export interface YearValue<V> {
  readonly year: number;
  /** Undefined if a cell it is formed from is undefined. */
  readonly value: V | undefined;
}

/**
 * A line's value in each calendar year: flows add up over the periods of the year; stocks, flags and rates take the last period; year lines
 * are read in the last period of their year, where they change; a scalar has its one value in every year.
 */
export function byYear<V>(evaluation: Evaluation<V>, line: number, calendar: YearCalendar): YearValue<V>[] {
  const { graph, arithmetic, periods } = evaluation;
  if (calendar.years.length !== periods) throw new RangeError(`${calendar.years.length} years for ${periods} periods`);
  const { kind, axis } = lineAt(graph, line);
  const adds = kind === "flow" && axis === "period";
  const result: YearValue<V>[] = [];
  for (const [i, year] of calendar.years.entries()) {
    const value = evaluation.value(line, isScalarLine(graph, line) ? 0 : i + 1);
    const before = result.at(-1);
    if (before?.year !== year) {
      result.push({ year, value });
      continue;
    }
    const both = before.value !== undefined && value !== undefined;
    const sum = adds && both ? arithmetic.add(before.value, value) : undefined;
    result[result.length - 1] = {
      year,
      value: adds ? (sum !== undefined && arithmetic.isDefined(sum) ? sum : undefined) : value,
    };
  }
  return result;
}
