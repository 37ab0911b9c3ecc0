import { text } from "../../wording/text.ts";
import { answer } from "./answers.ts";
import { crossing } from "./capital.ts";
import { type Check, check } from "./check.ts";
import { figure, inPercent, ofRule, sumOf } from "./sides.ts";

/** R-DEBT-6: an enterprise's debt is not repaid out of land money alone: what its own business leaves after cost carries it. */
const landOnly = check({
  ids: ["R-DEBT-6"],
  severity: "R",
  clauses: ["national-law/hidden-debt"],
  of: (review) => {
    const loans = crossing(review, "out", "debt.principal").filter(({ tags }) => tags["form"] !== "bond");
    return loans.length === 0 || review.total(loans)?.isZero() === true ? [] : [loans];
  },
  none: text("无企业借款还本,不适用", "no enterprise repays a loan: does not apply"),
  judge: (loans, review) => {
    const income = review.total(crossing(review, "in", "revenue.*", "sale.receipt"));
    const cost = review.total(crossing(review, "out", "opex.*"));
    const left = income === undefined || cost === undefined ? undefined : income.minus(cost);
    const own = figure(text("经营和销售收入扣除经营成本", "its own income after operating cost"), left, "CNY", "components");
    const land = sumOf(review, text("土地收益返还", "land money"), crossing(review, "in", "support.rebate"), "components");
    const repaid = sumOf(review, text("还本", "principal repaid"), loans);
    const share = ofRule(review, "own_income_token");
    const token = repaid.value === undefined || share.value === undefined ? undefined : repaid.value.times(share.value);
    const known = left !== undefined && land.value !== undefined && token !== undefined;
    return {
      answer: answer(known ? land.value.isZero() || left.greaterThan(token) : undefined, own, land, repaid, inPercent(share)),
      path: loans[0]?.id ?? "",
      fails: text("企业债务以土地收益返还偿还", "the enterprise's debt is repaid out of land money"),
    };
  },
});

export const landMoney: readonly Check[] = [landOnly];
