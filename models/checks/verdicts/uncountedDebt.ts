import type { Graph, GraphLine } from "../../language/graph.ts";
import type { Results } from "../../results/results.ts";
import type { StatementFacts } from "../../statements/tables/facts.ts";
import { MONEY_TOLERANCE } from "../../statements/tolerances.ts";
import type { Unmet } from "../expectations/expectation.ts";
import type { VerdictId } from "./verdict.ts";

/** Verdicts that the interest and the repayment of a debt burden. */
export const BURDENED: readonly VerdictId[] = ["B2", "B5", "B8"];

/** Lines of what of a debt does not count. */
export function linesOfCut({ lines }: Graph, debt: string): readonly number[] {
  const isCut = ({ role = "", tags }: GraphLine): boolean =>
    role.startsWith("uncounted.") && tags["component"] === debt && tags["way"] === "in";
  return lines.filter(isCut).map(({ index }) => index);
}

/** Whether an amount on one of them is more than rounding. */
export const isCutBy = (amount: number): boolean => amount > Number(MONEY_TOLERANCE);

/**
 * Debt that was entered and in part does not count: without its quota, its status, its facility. It costs no interest then, and what would take its place
 * is not known: that is no saving while the money it was to bring is short.
 */
export function uncountedDebts<V>({ debts }: StatementFacts, values: Results<V>): readonly Unmet[] {
  const { graph } = values.evaluation;
  return debts.flatMap(({ id, label }) => {
    const isCut = linesOfCut(graph, id).some((line) => isCutBy(Number(values.scalar(line) ?? 0)));
    if (!isCut) return [];
    const name = {
      zh: `${label.zh}未计入部分的替代资金`,
      en: `what takes the place of the part of ${label.en} that is not counted`,
    };
    const message = {
      zh: `${label.zh}有一部分未计入,资金有缺口;少付的利息不是节约,请填写替代资金或减少发行额`,
      en: `a part of ${label.en} is not counted and money is short: the interest left out is no saving; enter what takes its place, or a smaller debt`,
    };
    return [{ path: `components/${id}`, name, message, verdicts: BURDENED }];
  });
}
