import type { Indicator } from "../../statements/indicators/indicator.ts";
import type { ModelView } from "../../statements/view.ts";
import { areaVerdict } from "./area.ts";
import { constructionVerdict, rollingVerdict, staticVerdict } from "./cash.ts";
import { comfortVerdict } from "./comfort.ts";
import { fiscalVerdict } from "./publicMoney.ts";
import { solvencyVerdict } from "./solvency.ts";
import { dynamicVerdict, operationVerdict } from "./value.ts";
import type { Verdict } from "./verdict.ts";

export type { Verdict, VerdictId } from "./verdict.ts";

/**
 * The tests of balance, in order. Where the areas do not add up, money that rests on them cannot be judged: the other tests are then undecided for that
 * reason, while the lines stay visible.
 */
export function verdictsOf(view: ModelView, indicators: readonly Indicator[]): readonly Verdict[] {
  const area = areaVerdict(view);
  const money = [
    staticVerdict(view),
    constructionVerdict(view),
    rollingVerdict(view),
    solvencyVerdict(view),
    dynamicVerdict(indicators),
    operationVerdict(view, indicators),
    comfortVerdict(view),
    fiscalVerdict(view, indicators),
  ];
  if (area.pass !== false) return [area, ...money];
  const message = { zh: "面积不平衡(B1),无法判定", en: "the areas do not balance (B1): not decidable" };
  return [
    area,
    ...money.map(
      ({ id, title, definition, lines }): Verdict => ({ id, title, definition, lines, pass: null, message }),
    ),
  ];
}
