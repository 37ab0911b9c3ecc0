import type { Teller } from "../../statements/indicators/read.ts";
import type { StatementFacts } from "../../statements/tables/facts.ts";
import { area } from "./area.ts";
import { construction, rolling, staticBalance } from "./cash.ts";
import { comfort } from "./comfort.ts";
import { publicMoney } from "./publicMoney.ts";
import { solvency } from "./solvency.ts";
import { dynamic, operation } from "./value.ts";
import { type Verdict, verdictOf } from "./verdict.ts";

export type { Verdict, VerdictId } from "./verdict.ts";

/**
 * The tests of balance, in order. Where the areas do not add up, money that rests on them cannot be judged: the other tests are then undecided for that
 * reason, while the lines stay visible.
 */
export function verdictsOf(teller: Teller, facts: StatementFacts): readonly Verdict[] {
  const all = [
    area(facts),
    staticBalance,
    construction,
    rolling,
    solvency(facts),
    dynamic,
    operation,
    comfort,
    publicMoney,
  ].map((words) => verdictOf(words, teller));
  const [first, ...money] = all;
  if (first === undefined || first.pass !== false) return all;
  const message = { zh: "面积不平衡(B1),无法判定", en: "the areas do not balance (B1): not decidable" };
  return [
    first,
    ...money.map(
      ({ id, title, definition, lines }): Verdict => ({
        id,
        title,
        definition,
        lines,
        pass: null,
        reason: "area",
        message,
      }),
    ),
  ];
}
