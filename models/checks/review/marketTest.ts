import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import { amountText } from "../../wording/grouped.ts";
import type { Finding } from "../findings.ts";
import { finding } from "./finding.ts";
import type { Part } from "./parts.ts";
import type { Check, Review } from "./review.ts";

/** What is sold above ground by the ㎡; spaces and cellars have prices of their own. */
const soldAbove = ({ parts }: Review): readonly Part[] =>
  parts.filter((part) => part.plays(/^sale\.contract$/) && part.word("level") !== "below");

/** M07: no price of the plan is above what the market test found. */
function tested(review: Review): readonly Finding[] {
  const tests = review.facts.filter(
    (fact) => fact.kind === "market_test" && fact.holds && fact.number("price") !== undefined,
  );
  const best = RecordDecimal.max(0, ...tests.map((fact) => fact.number("price") ?? 0));
  const [first] = tests;
  if (first === undefined) return [];
  return soldAbove(review).flatMap((part) => {
    const price = part.number("price");
    if (price === undefined || price.lessThanOrEqualTo(best)) return [];
    return [
      finding(review, {
        id: "M07",
        severity: "Q",
        pass: false,
        clauses: ["jinhua-2020/3(3)"],
        numbers: { price, tested: best },
        path: first.path,
        message: {
          zh: `${part.label.zh}:测算售价 ${amountText(price)} 元/㎡,市场测试可实现售价 ${amountText(best)} 元/㎡`,
          en: `${part.label.en}: the plan sells at CNY ${amountText(price)} per ㎡, the market test found ${amountText(best)}`,
        },
      }),
    ];
  });
}

export const marketTest: readonly Check[] = [{ ids: ["M07"], run: tested }];
