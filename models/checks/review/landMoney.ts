import { amountText } from "../../wording/grouped.ts";
import type { Finding } from "../findings.ts";
import { ZERO } from "./amounts.ts";
import { finding } from "./finding.ts";
import type { Check, Review } from "./review.ts";
import { ruleOf, statedBy } from "./rules.ts";

/** R-DEBT-6: an enterprise's debt is not repaid out of land money alone: what its own business leaves after cost carries it. */
function landOnly(review: Review): readonly Finding[] {
  const loans = review
    .withRole("debt.principal")
    .filter(({ tags }) => tags["form"] !== "bond" && tags["crosses"] === "out");
  const crossing = (way: "in" | "out", ...roles: readonly string[]) =>
    review.total(review.withRole(...roles).filter(({ tags }) => tags["crosses"] === way));
  const [repaid, income, cost, land] = [
    review.total(loans),
    crossing("in", "revenue.*", "sale.receipt"),
    crossing("out", "opex.*"),
    crossing("in", "support.rebate"),
  ];
  if (repaid === undefined || income === undefined || cost === undefined || land === undefined) return [];
  if (repaid.isZero()) return [];
  const rule = ruleOf(review, "own_income_token");
  const token = repaid.times((rule === undefined ? undefined : statedBy(review, rule)) ?? ZERO);
  const own = income.minus(cost);
  const pass = land.isZero() || own.greaterThan(token);
  return [
    finding(review, {
      id: "R-DEBT-6",
      severity: "R",
      pass,
      clauses: ["national-law/hidden-debt"],
      numbers: { ownIncome: own, landMoney: land, repaid, token },
      path: loans[0]?.id ?? "",
      message: pass
        ? { zh: "企业债务以经营和销售收入偿还", en: "the enterprise's debt is repaid out of its own income" }
        : {
            zh: `企业债务 ${amountText(repaid)} 元以土地收益返还 ${amountText(land)} 元偿还,经营和销售收入扣除经营成本后仅 ${amountText(own)} 元`,
            en: `the enterprise's debt of CNY ${amountText(repaid)} is repaid out of land money of CNY ${amountText(land)}: its own income leaves CNY ${amountText(own)} after operating cost`,
          },
    }),
  ];
}

export const landMoney: readonly Check[] = [{ ids: ["R-DEBT-6"], run: landOnly }];
