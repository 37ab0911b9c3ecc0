import type { Decimal } from "decimal.js";
import { amountText } from "../../wording/grouped.ts";
import type { Text } from "../../wording/text.ts";
import type { Finding } from "../findings.ts";
import type { Fact } from "./facts.ts";
import { finding, percent } from "./finding.ts";
import type { Part } from "./parts.ts";
import type { Check, Review } from "./review.ts";

/** M61: the value given up and the tolerance are those of the paper the cession rests on, not the planner's. */
function asInThePaper(review: Review): readonly Finding[] {
  return review.parts
    .filter((part) => part.plays(/^ceded\.receipt$/))
    .flatMap((part) => {
      const basis = review.facts.find(({ id }) => id === part.word("basis"));
      if (basis === undefined) return [];
      return [...tolerance(review, part, basis), ...value(review, part, basis)];
    });
}

function tolerance(review: Review, part: Part, basis: Fact): readonly Finding[] {
  const [used, stated] = [part.number("tolerance"), basis.number("tolerance")];
  if (used === undefined || stated === undefined || used.lessThanOrEqualTo(stated)) return [];
  return [
    differs(
      review,
      `${part.path}/tolerance`,
      { used, stated },
      {
        zh: `${part.label.zh}:物有所值容差填写 ${percent(used)},“${basis.label.zh}”载明 ${percent(stated)}`,
        en: `${part.label.en}: a tolerance of ${percent(used)} is entered, “${basis.label.en}” says ${percent(stated)}`,
      },
    ),
  ];
}

function value(review: Review, part: Part, basis: Fact): readonly Finding[] {
  const [used, stated] = [review.view.scalar(`${part.id}.pv_ceded`), basis.number("ceded")];
  if (used === undefined || stated === undefined) return [];
  const least = stated.times((basis.number("tolerance") ?? part.number("tolerance") ?? stated.times(0)).neg().plus(1));
  if (used.greaterThanOrEqualTo(least)) return [];
  return [
    differs(
      review,
      `${part.path}/incomePerM2`,
      { used, stated },
      {
        zh: `${part.label.zh}:让渡收益现值测算 ${amountText(used)} 元,“${basis.label.zh}”载明 ${amountText(stated)} 元`,
        en: `${part.label.en}: what is given up is reckoned at CNY ${amountText(used)}, “${basis.label.en}” says CNY ${amountText(stated)}`,
      },
    ),
  ];
}

function differs(review: Review, path: string, numbers: Readonly<Record<string, Decimal>>, message: Text): Finding {
  return finding(review, {
    id: "M61",
    severity: "Q",
    pass: false,
    clauses: ["taizhou-2023-draft/4(5)12"],
    numbers,
    path,
    message,
  });
}

export const cededValue: readonly Check[] = [{ ids: ["M61"], run: asInThePaper }];
