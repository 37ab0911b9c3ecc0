import type { RecordValueName } from "../../document/records.ts";
import { operatorContract } from "../../mechanisms/income/operatorContract/contract.ts";
import { SHARE_TOLERANCE } from "../../statements/tolerances.ts";
import { listed, text } from "../../wording/text.ts";
import { sum, ZERO } from "../amounts.ts";
import { answer, compare, lacks } from "./answers.ts";
import { type Check, check, type Judged } from "./check.ts";
import { documented, type Fact, inForce } from "./facts.ts";
import type { Part } from "./parts.ts";
import type { Review } from "./review.ts";
import { called, figure, inPercent, ofLine, ofRule, type Side, said } from "./sides.ts";

const INVITED = ["national-law/tender-17", "taizhou-2023-draft/4(3)7"];

const selections = (review: Review): readonly Fact[] => review.records("operator_selection");

const PUBLIC_TENDER = /公开招标|(?:public|open) tender/i;
const INVITED_TENDER = /邀请|\binvit|评定分离|竞争性|单一来源|直接委托/i;

/** 公开招标: the rule, which needs no ground and invites nobody; it is said by the flag or by the words, and its paper is named. */
export function isPublicTender(fact: Fact): boolean {
  const words = [fact.label.zh, fact.label.en, fact.document, fact.word("ground"), fact.word("reason")].join(" ");
  if (!documented(fact) || INVITED_TENDER.test(words)) return false;
  return fact.flag("publicTender") === true || PUBLIC_TENDER.test(words);
}
const TENDERED = (fact: Fact) => said(text("选定方式", "chosen by"), text("公开招标", "public tender"), fact.path);

const contracts = (review: Review): readonly Part[] => review.partsOf(operatorContract);
const NO_CONTRACT = text("无运营商合同与选定记录,不适用", "no operator contract and no selection on record: does not apply");

/** C24 (M86): enough were invited, with a reason of the award. */
const chosen = check<Fact | Part>({
  ids: ["C24"],
  severity: "R",
  clauses: INVITED,
  of: (review) => {
    const facts = selections(review);
    // A choice that does not hold within the horizon proves no more than none.
    const proved = facts.some(({ holds }) => holds);
    return contracts(review).length > 0 && !proved ? contracts(review).slice(0, 1) : facts;
  },
  none: NO_CONTRACT,
  judge: (subject, review) => {
    if (!("itself" in subject))
      return {
        about: subject.label,
        answer: answer(false, said(text("运营主体选定记录", "record of how the operator was chosen"), text("无", "none"), "records")),
        fails: text("须有受邀单位数、依据、定标理由", "it needs the parties invited, the ground and the reason"),
      };
    if (isPublicTender(subject)) return { about: subject.label, answer: answer(true, TENDERED(subject), subject.itself) };
    const [invitees, least] = [subject.side("invitees"), ofRule(review, "invitees_min")];
    const reason = subject.word("reason");
    const enough = invitees.value === undefined || least.value === undefined ? undefined : invitees.value.greaterThanOrEqualTo(least.value);
    return {
      about: subject.label,
      answer: answer(
        enough === true ? reason !== undefined : enough,
        invitees,
        least,
        said(text("定标理由", "reason of the award"), reason ?? text("未填", "missing"), subject.path),
      ),
    };
  },
});

/** A law by its name, an article, or a numbered paper; a practice or “rules” are none. */
export const LEGAL = /第.{1,8}条|〔\d{4}〕|《.{2,}》|招标投标法|政府采购法|\b(?:act|art(?:icle|\.)? ?\d|law of)\b/i;

/** R-BID-1: an invited tender or an award apart from the evaluation has its legal ground. */
const grounded = check({
  ids: ["R-BID-1"],
  severity: "R",
  clauses: INVITED,
  of: selections,
  none: text("无运营主体选定记录,不适用", "no selection of an operator on record: does not apply"),
  judge: (fact) => {
    if (isPublicTender(fact)) return { about: fact.label, answer: answer(true, TENDERED(fact), fact.itself) };
    const ground = fact.word("ground");
    const way = fact.flag("separateAward") === true ? text("评定分离", "award apart from the evaluation") : text("邀请招标", "invited tender");
    return {
      about: fact.label,
      fails: text("不是法律、法规规定的情形", "no law knows such a ground"),
      severity: ground === undefined ? "R" : "Q",
      answer: answer(
        ground !== undefined && LEGAL.test(ground),
        said(text(`${way.zh}的法定依据`, `legal ground of the ${way.en}`), ground ?? text("未写明", "not stated"), fact.path),
      ),
    };
  },
});

interface Bond {
  readonly about: { readonly zh: string; readonly en: string };
  readonly amount: Side;
  readonly base: Side;
}

/** M88: bonds within their legal shares. */
const bond = (clause: string, rule: string, of: (review: Review) => readonly Bond[]): Check =>
  check({
    ids: ["M88"],
    severity: "R",
    clauses: [clause],
    of: (review) => of(review).filter(({ amount }) => amount.value !== undefined),
    none: text("无此项保证金,不适用", "no such bond: does not apply"),
    judge: ({ about, amount, base }, review) => {
      const share = ofRule(review, rule);
      const limit = base.value === undefined || share.value === undefined ? undefined : base.value.times(share.value);
      const most = figure(text(`${base.what.zh}的法定上限`, `at most, of the ${base.what.en}`), limit, "CNY", base.at);
      return { about, answer: compare(review, amount, "at_most", most, { beside: [inPercent(share)] }) };
    },
  });

const recorded = (amount: RecordValueName, base: RecordValueName) => (review: Review) =>
  selections(review).map((fact) => ({ about: fact.label, amount: fact.side(amount), base: fact.side(base) }));

const signed = (review: Review) =>
  contracts(review).map((part) => ({
    about: part.label,
    amount: part.side("bondAmount"),
    base: ofLine(review, part.line("contract_value"), undefined, part.path),
  }));

/** M88: indicators are linked to payment. */
const linked = check({
  ids: ["M88"],
  severity: "Q",
  clauses: ["taizhou-2023-draft/4(3)7"],
  of: (review): readonly Judged[] => [
    ...contracts(review).map((part): Judged => {
      const penalties = part.rows("kpis").flatMap((row) => row.number("penalty") ?? []);
      const paid = part.has("paymentPerYear");
      return {
        about: part.label,
        answer: answer(
          penalties.some((one) => one.greaterThan(0)) || paid,
          figure(text("有违约金的指标", "indicators with a penalty"), review.count(penalties.filter((one) => one.greaterThan(0)).length), "item", part.at("kpis")),
          said(text("绩效付费", "payment by performance"), paid ? text("有", "yes") : text("无", "no"), part.at("kpis")),
        ),
      };
    }),
    ...review.records("performance_agreement").map((fact): Judged => {
      const flag = fact.flag("kpiLinked");
      const word = flag === true ? text("是", "yes") : text("否或未填", "no or not stated");
      return {
        about: fact.label,
        answer: answer(flag === true, said(text("指标与付费挂钩", "indicators linked to payment"), word, fact.path)),
      };
    }),
  ],
  none: text("无运营商合同与履约协议,不适用", "no operator contract and no agreement: does not apply"),
  judge: (judged) => ({
    ...judged,
    fails: text("绩效指标没有与付费或违约金挂钩", "no indicator is linked to payment or penalty"),
  }),
});

/** M71: the shares of a consortium make the whole. */
const consortium = check({
  ids: ["M71"],
  severity: "Q",
  clauses: ["taizhou-2023-draft/4(3)8"],
  of: (review) => contracts(review).filter((part) => part.rows("consortium").length > 0),
  none: text("无联合体,不适用", "no consortium: does not apply"),
  judge: (part, review) => {
    const shares = part.rows("consortium").map((row) => row.side("share"));
    const missing = shares.find(({ value }) => value === undefined);
    if (missing !== undefined) return { about: part.label, answer: lacks(missing.what, missing.at) };
    const total = sum(shares.map(({ value }) => value ?? ZERO));
    return {
      about: part.label,
      answer: compare(
        review,
        inPercent(figure(text("联合体份额合计", "shares of the consortium make"), total, "1", part.at("consortium"))),
        "equal",
        inPercent(figure(text("应为", "and must make"), review.count(1), "1", "")),
        { tolerance: SHARE_TOLERANCE },
      ),
    };
  },
});

/** M91: where payment follows satisfaction, a score, a floor and a full mark are agreed, and a survey is on record. */
const satisfaction = check({
  ids: ["M91"],
  severity: "Q",
  clauses: ["taizhou-2023-draft/4(3)7"],
  of: (review) => {
    const paying = contracts(review).filter((part) => part.has("paymentPerYear"));
    const surveys = review.records("satisfaction");
    return paying.length === 0 && surveys.length === 0 ? [] : [{ paying, last: inForce(surveys, "score") }];
  },
  none: text("无绩效付费,不适用", "no payment by performance: does not apply"),
  judge: ({ paying, last }) => {
    const names = ["score", "scoreFloor", "scoreFull"] as const;
    const lacking = paying.flatMap((part) => names.filter((name) => !part.has(name)).map((name) => part.side(name).what));
    const path = last?.path ?? paying[0]?.path ?? "";
    const agreed = lacking.length === 0 ? text("齐备", "all there") : listed(lacking);
    return {
      answer: answer(
        lacking.length === 0,
        said(lacking.length === 0 ? text("起付分、全额分与预计得分", "score, floor and full mark") : text("未约定", "not agreed"), agreed, path),
        ...(last === undefined ? [] : [called(last.side("score"), "最近满意度得分", "last score of a survey")].filter(({ value }) => value !== undefined)),
      ),
      path,
    };
  },
});

export const procurement: readonly Check[] = [
  chosen,
  grounded,
  bond("national-law/tender-reg-26", "bid_bond_max", recorded("bidBond", "estimate")),
  bond("national-law/tender-reg-58", "performance_bond_max", recorded("performanceBond", "contractAmount")),
  bond("national-law/tender-reg-58", "performance_bond_max", signed),
  linked,
  consortium,
  satisfaction,
];
