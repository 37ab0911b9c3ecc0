import type { FormulaDecl } from "../../language/line.ts";
import type { StatementFacts } from "../tables/facts.ts";
import { balances } from "./balances.ts";
import { breakEven } from "./breakEven.ts";
import { type IndicatorSpec, type IndicatorTable, lineOfIndicator } from "./indicator.ts";
import { investors } from "./investors.ts";
import { operation } from "./operation.ts";
import { plan } from "./plan.ts";
import { profitability } from "./profitability.ts";
import { returns } from "./returns.ts";
import { solvency } from "./solvency.ts";

const TABLES: readonly IndicatorTable[] = [balances, returns, investors, solvency, profitability, operation, breakEven, plan];

/** All results of a model and the lines beside them, in the order they are shown. */
export function indicatorSpecs(facts: StatementFacts): readonly IndicatorSpec[] {
  const specs = TABLES.flatMap((table) => table(facts));
  // A sum over nothing is no result: what nobody entered is not 0.
  return facts.isEmpty === true ? specs.map((spec) => (spec.aside === true ? spec : { ...spec, formula: "none.no_entries" })) : specs;
}

export function indicatorLines(facts: StatementFacts): readonly FormulaDecl[] {
  return indicatorSpecs(facts).map(lineOfIndicator);
}
