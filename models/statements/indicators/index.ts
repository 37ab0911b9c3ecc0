import type { ModelView } from "../view.ts";
import { balanceIndicators, operationIndicators, planIndicators } from "./balances.ts";
import { breakEvenIndicators } from "./breakEven.ts";
import type { Indicator } from "./indicator.ts";
import { profitabilityIndicators } from "./profitability.ts";
import { returnIndicators } from "./returns.ts";
import { solvencyIndicators } from "./solvency.ts";

export type { Indicator } from "./indicator.ts";

/** All indicators of a model, in the order they are shown. */
export function indicatorsOf(view: ModelView): readonly Indicator[] {
  return [
    ...balanceIndicators(view),
    ...returnIndicators(view),
    ...solvencyIndicators(view),
    ...profitabilityIndicators(view),
    ...operationIndicators(view),
    ...breakEvenIndicators(view),
    ...planIndicators(view),
  ];
}
