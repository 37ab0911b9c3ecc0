import { bidsProblem } from "../../wording/bids.ts";
import { suggestion } from "../../wording/document.ts";
import type { Problem } from "../../wording/problem.ts";
import { type Text, text } from "../../wording/text.ts";
import type { ModelDocument, NoticeSpec, TenderSpec } from "../schema.ts";
import { awardHash, evaluationHash } from "./hash.ts";

export type SheetName = "evaluation" | "award";

/** 国有资金占控股或者主导地位的依法必须招标的项目: the first-ranked wins, so the sheet has to rank. Undefined where the notice does not say. */
export function isRanked({ compulsory, stateFunds }: NoticeSpec): boolean | undefined {
  if (compulsory === false || stateFunds === false) return false;
  return compulsory === true && stateFunds === true ? true : undefined;
}

const blank = (value: string | undefined): boolean => (value ?? "").trim() === "";

const missing = (path: string, what: Text): Problem => bidsProblem("missing", path, { what, path });

type Sheets = Pick<ModelDocument, "tender" | "bids">;

/** What has to be there before the evaluation sheet can be locked. */
export function evaluationWants({ tender, bids }: Sheets): readonly Problem[] {
  if (tender === undefined) return [bidsProblem("no_tender", "tender")];
  const { evaluation, evaluators, notice } = tender;
  const rows = new Map(evaluation.rows.map((row) => [row.id, row]));
  const at = "tender/evaluation/rows";
  return [
    ...(bids.length === 0 ? [missing("bids", text("报价", "bids"))] : []),
    ...(evaluators.length === 0
      ? [missing("tender/evaluators", text("评标委员会成员", "members of the evaluation committee"))]
      : []),
    ...(evaluation.date === undefined
      ? [missing("tender/evaluation/date", text("评标日期", "date of the evaluation"))]
      : []),
    ...(isRanked(notice) === undefined
      ? [
          missing(
            "tender/notice/compulsory",
            text("是否依法必须招标、是否国有资金控股或主导", "whether a tender is compulsory and state money controls"),
          ),
        ]
      : []),
    ...bids.flatMap(({ id, bidder }) => {
      const name = bidder === "" ? id : bidder;
      const row = rows.get(id);
      if (row === undefined) return [bidsProblem("not_evaluated", `${at}/${id}`, { bidder: name })];
      const points = notice.award.weights.filter((one) => row.valid && !Object.hasOwn(row.points ?? {}, one.id));
      return [
        ...(blank(row.comment) ? [bidsProblem("no_comment", `${at}/${id}/comment`, { bidder: name })] : []),
        ...(row.recommended && !row.valid
          ? [bidsProblem("recommended_invalid", `${at}/${id}/recommended`, { bidder: name })]
          : []),
        ...points.map((one) => missing(`${at}/${id}/points/${one.id}`, text(`${name}的得分`, `points of ${name}`))),
      ];
    }),
    ...candidateWants(tender),
  ];
}

/** 中标候选人: as many as the notice prints, ranked where the law wants the first to win, and otherwise not. */
function candidateWants({ evaluation, notice }: TenderSpec): readonly Problem[] {
  const { candidatesLeast: least, candidatesMost: most } = notice;
  const chosen = evaluation.rows.filter(({ recommended }) => recommended);
  const path = "tender/evaluation/rows";
  const found: Problem[] = [];
  if (least === undefined)
    found.push(missing("tender/notice/candidatesLeast", text("推荐家数下限", "least number of candidates")));
  if (most === undefined)
    found.push(missing("tender/notice/candidatesMost", text("推荐家数上限", "greatest number of candidates")));
  if (least !== undefined && most !== undefined && (chosen.length < least || chosen.length > most))
    found.push(bidsProblem("candidates", path, { found: chosen.length, least, most }));
  const ranked = isRanked(notice);
  if (ranked === true) {
    const ranks = chosen.map(({ rank }) => rank ?? 0).toSorted((a, b) => a - b);
    if (ranks.some((rank, index) => rank !== index + 1)) found.push(bidsProblem("ranks", path));
  }
  if (ranked === false && evaluation.rows.some(({ rank }) => rank !== undefined))
    found.push(bidsProblem("not_ranked", path));
  return found;
}

/** What has to be there before the award sheet can be locked. */
export function awardWants({ tender, bids }: Sheets): readonly Problem[] {
  if (tender === undefined) return [bidsProblem("no_tender", "tender")];
  const { award, awarders, evaluation, notice } = tender;
  if (evaluation.locked === undefined) return [bidsProblem("evaluation_first", "tender/award")];
  const chosen = evaluation.rows.filter(({ recommended }) => recommended);
  const winner = chosen.find(({ id }) => id === award.winner);
  const ids = chosen.map(({ id }) => id);
  return [
    ...(award.date === undefined ? [missing("tender/award/date", text("定标日期", "date of the award"))] : []),
    ...(award.date !== undefined && evaluation.date !== undefined && award.date < evaluation.date
      ? [bidsProblem("award_before", "tender/award/date", { award: award.date, evaluation: evaluation.date })]
      : []),
    ...(award.winner === undefined ? [missing("tender/award/winner", text("中标人", "winner"))] : []),
    ...(award.winner !== undefined && winner === undefined
      ? [
          bidsProblem("not_candidate", "tender/award/winner", {
            found: award.winner,
            suggestion: suggestion(award.winner, ids),
          }),
        ]
      : []),
    ...(blank(award.reason) ? [missing("tender/award/reason", text("定标理由", "reason of the award"))] : []),
    ...(blank(award.ground)
      ? [missing("tender/award/ground", text("定标的法定依据", "legal ground of the award"))]
      : []),
    ...(awarders.length === 0
      ? [missing("tender/awarders", text("定标委员会成员", "members of the award committee"))]
      : []),
    ...(notice.award.method === undefined
      ? [missing("tender/notice/award/method", text("定标方法", "how the award is decided"))]
      : []),
    ...(winner === undefined || isRanked(notice) !== true ? [] : passedOverWants(tender, winner.rank ?? 0, bids)),
    ...(winner === undefined || notice.award.method !== "vote" ? [] : voteWants(tender, bids)),
  ];
}

/** 依次确定其他候选人: each that was ranked better and did not win, with the reason. */
function passedOverWants(
  { evaluation, award }: TenderSpec,
  rank: number,
  bids: ModelDocument["bids"],
): readonly Problem[] {
  return evaluation.rows.flatMap((row) => {
    if (!row.recommended || row.rank === undefined || row.rank >= rank) return [];
    const given = award.passedOver.find(({ id }) => id === row.id);
    if (given !== undefined && !blank(given.reason)) return [];
    const bidder = bids.find(({ id }) => id === row.id)?.bidder ?? row.id;
    return [bidsProblem("passed_over", `tender/award/passedOver/${row.id}`, { bidder, rank: row.rank })];
  });
}

/** 票决: everybody has voted, and the winner has what the notice asks. */
function voteWants(
  { award, awarders, notice, evaluation }: TenderSpec,
  bids: ModelDocument["bids"],
): readonly Problem[] {
  const voted = new Set(award.votes.map(({ id }) => id));
  const silent = awarders.filter(({ id }) => !voted.has(id));
  const count = (bid: string | undefined) => award.votes.filter((vote) => vote.bid === bid).length;
  const won = count(award.winner);
  const others = Math.max(
    0,
    ...award.votes.flatMap(({ bid }) => (bid === undefined || bid === award.winner ? [] : [count(bid)])),
  );
  const passes = {
    most: won > others,
    half: won * 2 > awarders.length,
    two_thirds: won * 3 >= awarders.length * 2,
  };
  const rule = notice.award.passes;
  const candidates = new Set(evaluation.rows.flatMap(({ id, recommended }) => (recommended ? [id] : [])));
  const strays = award.votes.filter(({ bid }) => bid !== undefined && !candidates.has(bid));
  const nameOf = (id: string): string => awarders.find((one) => one.id === id)?.name ?? id;
  const bidderOf = (id: string): string => bids.find((one) => one.id === id)?.bidder ?? id;
  return [
    ...strays.map(({ id, bid = "" }) =>
      bidsProblem("vote_stray", `tender/award/votes/${id}/bid`, { name: nameOf(id), bidder: bidderOf(bid) }),
    ),
    ...silent.map(({ id, name }) => bidsProblem("not_voted", `tender/award/votes/${id}`, { name })),
    ...(rule === undefined ? [missing("tender/notice/award/passes", text("票决通过规则", "how a vote passes"))] : []),
    ...(rule !== undefined && silent.length === 0 && !passes[rule]
      ? [bidsProblem("vote_not_passed", "tender/award/votes", { won, all: awarders.length })]
      : []),
  ];
}

/** Whether what is in the document is what was locked; undefined where it was not. */
export function sheetHolds(sheets: Sheets, sheet: SheetName): boolean | undefined {
  const locked = sheets.tender?.[sheet].locked;
  if (locked === undefined) return undefined;
  return locked.hash === (sheet === "evaluation" ? evaluationHash(sheets) : awardHash(sheets));
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Whether a change keeps the order of the sheets: nothing that was locked changes, no stamp is written but by locking, and the award is not
 * touched before the evaluation is locked. Gives the reason where it does not.
 */
export function sheetRefusal(before: Sheets, after: Sheets): Problem | undefined {
  if (before.tender === after.tender && before.bids === after.bids) return undefined;
  const [was, is] = [before.tender, after.tender];
  const frozen = was?.evaluation.locked !== undefined;
  if (
    frozen &&
    (is === undefined ||
      evaluationHash(before) !== evaluationHash(after) ||
      !same(was.evaluation.locked, is.evaluation.locked))
  )
    return bidsProblem("evaluation_locked", "tender/evaluation");
  if (!frozen && (is?.evaluation.locked !== undefined || is?.evaluation.figures !== undefined))
    return bidsProblem("stamp", "tender/evaluation/locked");
  const decided = was?.award.locked !== undefined;
  if (
    decided &&
    (is === undefined || awardHash(before) !== awardHash(after) || !same(was.award.locked, is.award.locked))
  )
    return bidsProblem("award_locked", "tender/award");
  if (!decided && is?.award.locked !== undefined) return bidsProblem("stamp", "tender/award/locked");
  if (!frozen && !isEmptyAward(is) && !same(was?.award, is?.award))
    return bidsProblem("evaluation_first", "tender/award");
  return undefined;
}

/** Nothing is written on the award sheet (定标表). */
export function isEmptyAward(tender: TenderSpec | undefined): boolean {
  if (tender === undefined) return true;
  const { passedOver, votes, ...rest } = tender.award;
  return passedOver.length === 0 && votes.length === 0 && Object.values(rest).every((value) => value === undefined);
}
