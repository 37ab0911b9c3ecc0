import type { ModelView } from "../view.ts";
import { balanceIndicators, operationIndicators, planIndicators } from "./balances.ts";
import type { Indicator } from "./indicator.ts";
import { returnIndicators } from "./returns.ts";

export type { Indicator } from "./indicator.ts";

/** All indicators of a model, in the order they are shown. */
export function indicatorsOf(view: ModelView): readonly Indicator[] {
  return [...balanceIndicators(view), ...returnIndicators(view), ...operationIndicators(view), ...planIndicators(view)];
}
