import type { Prepared } from "../../models/compile/prepare.ts";
import type { Evaluation } from "../../models/engines/index.ts";
import type { GraphLine } from "../../models/language/graph.ts";

/** A line that moves money from one party to another. */
export interface MoneyLine {
  readonly id: string;
  readonly index: number;
  readonly payer: string;
  readonly payee: string;
  /** 元 in each statement year, from payer to payee. */
  readonly years: readonly number[];
  /** 元 over the life. */
  readonly total: number;
}

type AnyEvaluation = Evaluation<number>;

/** All money of a model by payer and payee, added up by statement years. */
export class MoneyLines {
  readonly lines: readonly MoneyLine[];
  /** Payer and payee of lines that have no amount somewhere; what they take part in cannot be added up. */
  readonly unknown: readonly Pick<MoneyLine, "payer" | "payee">[];

  constructor(prepared: Prepared, evaluation: AnyEvaluation) {
    const lines: MoneyLine[] = [];
    const unknown: Pick<MoneyLine, "payer" | "payee">[] = [];
    for (const line of prepared.graph.lines) {
      const { id, index, payer, payee } = line;
      if (payer === undefined || payee === undefined || !isMoney(line)) continue;
      const years = prepared.graph.broken.has(index) ? undefined : yearSums(prepared, line, evaluation);
      if (years === undefined) unknown.push({ payer, payee });
      else lines.push({ id, index, payer, payee, years, total: years.reduce((sum, value) => sum + value, 0) });
    }
    this.lines = lines;
    this.unknown = unknown;
  }
}

const isMoney = ({ source, kind, unit }: GraphLine): boolean =>
  source !== "hidden" && kind === "flow" && unit === "CNY";

/** Undefined where one of its cells has no value. */
function yearSums(
  { frame, timeline }: Prepared,
  line: GraphLine,
  evaluation: AnyEvaluation,
): readonly number[] | undefined {
  const values = evaluation.series(line.index);
  const sums: number[] = [];
  for (const { first, last } of frame.years) {
    let sum = 0;
    for (let t = first; t <= last; t += 1) {
      const value = values[t - 1];
      if (value === undefined) return undefined;
      // The amount of a calendar year stands in all its periods; it is paid once, at the year's end.
      if (line.axis !== "year" || timeline.periods[t - 1]?.yearend === true) sum += value;
    }
    sums.push(sum);
  }
  return sums;
}
