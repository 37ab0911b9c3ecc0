import { isPublicBody } from "../../terms/payerNames.ts";
import { listed, text } from "../../wording/text.ts";
import { answer, lacks } from "./answers.ts";
import { crossing } from "./capital.ts";
import { type Check, check } from "./check.ts";
import { type Part, textOf } from "./parts.ts";
import type { Review } from "./review.ts";
import { inPercent, said } from "./sides.ts";

const FUND = ["national-law/fund-guideline"];
const HIDDEN = ["national-law/hidden-debt"];
const GOVERNMENT = new Set(["district", "city", "province", "central"]);
const NO_FUND = text("无投资基金,不适用", "no fund: does not apply");

const fundParts = ({ parts }: Review): readonly Part[] => parts.filter((part) => part.plays("equity.fund"));

/** Who buys the fund out, with what it is. */
function buyerOf(review: Review, part: Part) {
  const party = review.document.parties.find(({ id }) => id === part.word("exitPayer"));
  const label = party === undefined ? undefined : textOf(party.label, party.id);
  return {
    byBudget: party !== undefined && label !== undefined && isPublicBody(party.role, label),
    state: party?.role === "soe",
    side: said(text("退出受让方", "who buys it out"), label, part.at("exitPayer")),
  };
}

/** R-DEBT-2: nobody buys a fund out with public money. */
const exits = check({
  ids: ["R-DEBT-2"],
  severity: "R",
  clauses: HIDDEN,
  of: fundParts,
  none: NO_FUND,
  judge: (part, review) => {
    const { byBudget, state, side } = buyerOf(review, part);
    const path = part.at("exitPayer");
    if (state)
      return {
        about: part.label,
        answer: lacks(text("国有企业受让不以财政资金兜底的说明", "proof that no budget stands behind the state-owned buyer"), path),
      };
    return {
      about: part.label,
      answer: answer(!byBudget, side),
      fails: text("由财政受让退出,属回购", "a budget buys the fund out, a repurchase"),
      path,
    };
  },
});

/** C17: a fund is equity: it has fees and a waterfall, and no public purse behind it. */
const terms = check({
  ids: ["C17"],
  severity: "R",
  clauses: FUND,
  of: fundParts,
  none: NO_FUND,
  judge: (part, review) => {
    const { byBudget, side } = buyerOf(review, part);
    const [fee, carry, catchUp] = [part.side("feeRate"), part.side("carry"), part.side("catchUp")];
    const forgotten = fee.value?.isZero() === true || (carry.value?.greaterThan(0) === true && catchUp.value?.lessThanOrEqualTo(carry.value) === true);
    const stated = [fee, carry, catchUp].flatMap((one) => (one.value === undefined ? [] : [inPercent(one)]));
    const given = fee.value === undefined ? [inPercent(fee), ...stated] : stated;
    return {
      about: part.label,
      answer: answer(!byBudget && !forgotten, ...given, ...(side.said === undefined ? [] : [side])),
      fails: forgotten ? text("未计管理费,或有超额分成而追赶比例不高于分成比例", "no management fee, or a carry without catch-up") : text("由财政受让退出", "a budget buys it out"),
      path: byBudget ? part.at("exitPayer") : part.at("feeRate"),
    };
  },
});

const RETURNS = ["equity.fund_distribution", "equity.dividend"] as const;

/** R-DEBT-3: the return of capital follows results, not a promise of a public body. */
const promises = check({
  ids: ["R-DEBT-3"],
  severity: "R",
  clauses: HIDDEN,
  of: (review) => (review.withRole(...RETURNS).length === 0 ? [] : [review]),
  none: text("无投资回报支付,不适用", "no return is paid: does not apply"),
  judge: (review) => {
    const promised = review.withRole(...RETURNS).find(({ payer }) => GOVERNMENT.has(review.partyRole(payer) ?? ""));
    const payers = review.withRole(...RETURNS).map(({ payer }) => review.partyName(payer));
    const [paid] = crossing(review, "out", ...RETURNS);
    return {
      answer: answer(
        promised === undefined,
        said(text("支付投资回报的各方", "who pays returns"), listed(payers), promised?.id ?? paid?.id ?? "components"),
        said(text("不得为", "must not be"), text("财政", "a budget"), "parties"),
      ),
      fails: text(`${promised?.label.zh ?? ""}由财政支付,属保底或补亏`, `${promised?.label.en ?? ""} is paid by a budget: a guaranteed return`),
    };
  },
});

export const funds: readonly Check[] = [exits, terms, promises];
