import { awardWants, isRanked, sheetHolds } from "../../document/tender/sheets.ts";
import { text } from "../../wording/text.ts";
import { answer, compare, inapplicable } from "./answers.ts";
import { type Check, check, type Judged } from "./check.ts";
import { committeeChecks } from "./committees.ts";
import { LEGAL } from "./procurement.ts";
import type { Review } from "./review.ts";
import { figure, inPercent, ofRule, said } from "./sides.ts";

const NONE = text("文件内没有招标与报价,不适用", "the file holds no tender: does not apply");
const tenders = ({ document: { tender } }: Review) => (tender === undefined ? [] : [tender]);
type Tender = ReturnType<typeof tenders>[number];

const blank = (value: string | undefined): boolean => (value ?? "").trim() === "";
const YES = text("是", "yes");
const NO = text("否", "no");

/** C24: enough were invited, and nobody else has bid. */
const invited = check<Tender>({
  ids: ["C24"],
  severity: "R",
  clauses: ["national-law/tender-17"],
  of: (review) => tenders(review).filter(({ notice }) => notice.way !== "open"),
  none: NONE,
  judge: ({ notice, invitees }, review): readonly Judged[] => {
    const about = text("邀请招标", "invited tender");
    if (notice.way === undefined) {
      const way = text("招标方式", "way of the tender");
      return [{ about, answer: { is: "cannot_be_judged", missing: [{ what: way, path: "tender/notice/way" }] } }];
    }
    const count = figure(text("受邀单位", "parties invited"), review.count(invitees.length), "item", "tender/invitees");
    const names = new Set(invitees.map(({ name }) => name.trim()));
    const strangers = review.document.bids.filter(({ bidder }) => !names.has(bidder.trim()));
    return [
      { about, answer: compare(review, count, "at_least", ofRule(review, "invitees_min")) },
      ...strangers.map(({ id, bidder }): Judged => {
        const called = text(bidder === "" ? id : bidder, bidder === "" ? id : bidder);
        return {
          about: called,
          answer: answer(false, said(text("在受邀单位之内", "among those invited"), NO, `bids/${id}/bidder`)),
        };
      }),
    ];
  },
});

/** C24: the award comes after the evaluation, from its candidates, with reasons; both sheets are what was locked. */
const awarded = check<Tender>({
  ids: ["C24"],
  severity: "R",
  clauses: ["national-law/tender-40", "national-law/tender-reg-55"],
  of: tenders,
  none: NONE,
  judge: ({ evaluation, award, notice }, { document }): readonly Judged[] => {
    const about = text("定标", "award");
    const clauses = isRanked(notice) === true ? ["national-law/tender-reg-55"] : ["national-law/tender-40"];
    const altered = (["evaluation", "award"] as const).filter((sheet) => sheetHolds(document, sheet) === false);
    const intact: readonly Judged[] = altered.map((sheet) => ({
      about: sheet === "evaluation" ? text("评标表", "evaluation sheet") : text("定标表", "award sheet"),
      answer: answer(false, said(text("与锁定时一致", "as it was locked"), NO, `tender/${sheet}/locked`)),
    }));
    const begun = award.winner !== undefined || award.locked !== undefined;
    if (!begun) return [...intact, { about, answer: inapplicable(text("尚未定标", "nothing was awarded yet")) }];
    const wants = awardWants(document);
    const before = evaluation.locked !== undefined;
    const reasoned = !blank(award.reason) && !blank(award.ground);
    const [first] = wants;
    return [
      ...intact,
      {
        about,
        clauses,
        answer: answer(
          before && reasoned && wants.length === 0,
          said(text("评标表先行锁定", "evaluation locked first"), before ? YES : NO, "tender/evaluation"),
          said(text("定标理由与法定依据", "reason and legal ground"), reasoned ? YES : NO, "tender/award/reason"),
        ),
        ...(first === undefined ? {} : { fails: first.message }),
      },
    ];
  },
});

/** R-BID-1: the invitation, and an award apart from the evaluation, each have their legal ground. */
const grounded = check<Tender>({
  ids: ["R-BID-1"],
  severity: "R",
  clauses: ["national-law/tender-reg-8", "taizhou-2023-draft/4(3)7"],
  of: tenders,
  none: NONE,
  judge: ({ notice }): readonly Judged[] => {
    const ground = (words: string | undefined, what: string, en: string, path: string): Judged => ({
      about: text(what, en),
      fails: text("不是法律、法规规定的情形", "no law knows such a ground"),
      severity: blank(words) ? "R" : "Q",
      answer: answer(
        !blank(words) && LEGAL.test(words ?? ""),
        said(text("法定依据", "legal ground"), blank(words) ? text("未写明", "not stated") : text(words ?? "", words ?? ""), path),
      ),
    });
    const invitation = notice.way === "invited" ? [ground(notice.ground, "邀请招标", "invited tender", "tender/notice/ground")] : [];
    const apart = notice.separateAward === true ? [ground(notice.separateGround, "评定分离", "award apart from the evaluation", "tender/notice/separateGround")] : [];
    const none: Judged = { answer: inapplicable(text("公开招标且不评定分离", "open tender, award not apart")) };
    return [...invitation, ...apart, ...(invitation.length + apart.length === 0 ? [none] : [])];
  },
});

/** M88: the bid bond the notice asks for keeps to its legal share of the estimate. */
const bidBond = check<Tender>({
  ids: ["M88"],
  severity: "R",
  clauses: ["national-law/tender-reg-26"],
  of: (review) => tenders(review).filter(({ notice }) => notice.bidBond !== undefined),
  none: text("招标文件不收投标保证金,不适用", "the notice asks for no bid bond: does not apply"),
  judge: ({ notice }, review) => {
    const share = ofRule(review, "bid_bond_max");
    const estimate = review.decimal(notice.estimate);
    const limit = estimate === undefined || share.value === undefined ? undefined : estimate.times(share.value);
    const asked = figure(text("投标保证金", "bid bond"), review.decimal(notice.bidBond), "CNY", "tender/notice/bidBond");
    const most = figure(text("估算价的法定上限", "at most, of the estimate"), limit, "CNY", "tender/notice/estimate");
    return { about: text("招标文件", "notice"), answer: compare(review, asked, "at_most", most, { beside: [inPercent(share)] }) };
  },
});

/** Checks of a tender that is held in the file itself. */
export const tender: readonly Check[] = [invited, awarded, ...committeeChecks, grounded, bidBond];
