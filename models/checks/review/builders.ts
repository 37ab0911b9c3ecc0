import { works } from "../../mechanisms/cost/works.ts";
import { listed, text } from "../../wording/text.ts";
import { ZERO } from "../amounts.ts";
import { answer } from "./answers.ts";
import { type Check, check } from "./check.ts";
import { inPercent, ofRule, said } from "./sides.ts";

const CLAUSES = ["national-law/government-investment-22", "national-law/works-retention"];
const LENDERS_NOT = new Set(["contractor", "supplier"]);

/** R-DEBT-4: builders do not lend. */
const lenders = check({
  ids: ["R-DEBT-4"],
  severity: "R",
  clauses: CLAUSES,
  of: (review) => (review.withRole("debt.draw").length === 0 ? [] : [review.withRole("debt.draw")]),
  none: text("无借款,不适用", "no debt: does not apply"),
  judge: (draws, review) => {
    const lent = draws.find(({ payer }) => LENDERS_NOT.has(review.partyRole(payer) ?? ""));
    return {
      answer: answer(
        lent === undefined,
        said(text("出借方", "lenders"), listed(draws.map(({ payer }) => review.partyName(payer))), lent?.id ?? draws[0]?.id ?? ""),
        said(text("不得为", "must not be"), text("施工或服务单位", "builders or suppliers"), "parties"),
      ),
      fails: text(`${lent?.label.zh ?? ""}由施工或服务单位出借,属垫资`, `${lent?.label.en ?? ""} is lent by a builder or supplier: an advance`),
    };
  },
});

/** R-DEBT-4: what is paid later than built, in share × months, is within the retention that may be held back: more is the builder's money. */
const waits = check({
  ids: ["R-DEBT-4"],
  severity: "Q",
  clauses: CLAUSES,
  of: (review) => review.partsOf(works),
  none: text("无建安工程,不适用", "no works: does not apply"),
  judge: (part, review) => {
    const given = (name: "deferredShare" | "deferredMonths") => {
      const side = part.side(name);
      return part.has(name) ? side : { ...side, value: ZERO };
    };
    const [share, months] = [given("deferredShare"), given("deferredMonths")];
    const [shareMax, monthsMax] = [ofRule(review, "works_retention_max"), ofRule(review, "works_retention_months_max")];
    const time = (a: typeof share, b: typeof share) => (a.value === undefined || b.value === undefined ? undefined : a.value.times(b.value));
    const [waiting, allowed] = [time(share, months), time(shareMax, monthsMax)];
    const holds = waiting === undefined || allowed === undefined ? undefined : waiting.lessThanOrEqualTo(allowed);
    return {
      about: part.label,
      answer: answer(holds, inPercent(share), months, inPercent(shareMax), monthsMax),
      path: part.at("deferredShare"),
      fails: text("工程款延后支付超过质量保证金的限度,属施工单位垫资", "more than a retention is paid late: it is the builder's money"),
    };
  },
});

export const builders: readonly Check[] = [lenders, waits];
