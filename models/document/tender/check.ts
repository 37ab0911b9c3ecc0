import { compareDecimals, readDecimal } from "../../language/decimal.ts";
import { bidsProblem } from "../../wording/bids.ts";
import { documentProblem, suggestion } from "../../wording/document.ts";
import type { Problem } from "../../wording/problem.ts";
import type { Text } from "../../wording/text.ts";
import type { BidSpec, ModelDocument, TenderSpec } from "../schema.ts";

/** In a share of revenue: all lines of the notice together. */
export const TOTAL = "total";

interface Named {
  readonly id: string;
}

/** What makes a tender unusable as a whole: its parts contradict one another or name what is not there. */
export function tenderProblems(document: ModelDocument): readonly Problem[] {
  const { tender, bids } = document;
  if (tender === undefined) return bids.length === 0 ? [] : [bidsProblem("no_tender", "tender")];
  return [
    ...duplicates(tender, bids),
    ...noticeProblems(tender),
    ...bids.flatMap((bid) => bidProblems(bid, tender)),
    ...sheetProblems(tender, bids),
  ];
}

function duplicates(tender: TenderSpec, bids: readonly BidSpec[]): readonly Problem[] {
  const { notice, reference, evaluation, award } = tender;
  const lists: Readonly<Record<string, readonly Named[]>> = {
    bids,
    "tender/notice/services": notice.services,
    "tender/notice/revenues": notice.revenues,
    "tender/notice/subsidies": notice.subsidies,
    "tender/notice/kpis": notice.kpis,
    "tender/notice/borne": notice.borne,
    "tender/notice/award/weights": notice.award.weights,
    "tender/reference/revenues": reference.revenues,
    "tender/invitees": tender.invitees,
    "tender/evaluators": tender.evaluators,
    "tender/awarders": tender.awarders,
    "tender/evaluation/rows": evaluation.rows,
    "tender/award/passedOver": award.passedOver,
    "tender/award/votes": award.votes,
    ...Object.fromEntries(
      bids.flatMap(({ id, shares, subsidies, capital, prices, kpis, borne, consortium, deviations, own }) =>
        Object.entries({ shares, subsidies, capital, prices, kpis, borne, consortium, deviations })
          .map(([name, list]) => [`bids/${id}/${name}`, list as readonly Named[]] as const)
          .concat(
            Object.entries(own).map(([name, list]) => [`bids/${id}/own/${name}`, list as readonly Named[]] as const),
          ),
      ),
    ),
  };
  return Object.entries(lists).flatMap(([path, list]) => {
    const seen = new Set<string>();
    return list.flatMap(({ id }) => {
      if (seen.has(id)) return [documentProblem("document.duplicate_id", `${path}/${id}`, { id })];
      seen.add(id);
      return [];
    });
  });
}

const REVENUE: Text = { zh: "收入项", en: "revenue line" };
const SERVICE: Text = { zh: "服务项", en: "service" };
const SUBSIDY: Text = { zh: "补贴项", en: "subsidy" };
const KPI: Text = { zh: "绩效指标", en: "indicator" };
const BORNE: Text = { zh: "业主承担事项", en: "obligation of the owner" };

/** A word that must be the id of one of a list. */
function known(word: string, list: readonly Named[], what: Text, path: string): readonly Problem[] {
  const ids = list.map(({ id }) => id);
  return ids.includes(word)
    ? []
    : [bidsProblem("unknown", path, { what, found: word, suggestion: suggestion(word, ids) })];
}

function noticeProblems({ notice, reference }: TenderSpec): readonly Problem[] {
  const { candidatesLeast: least, candidatesMost: most } = notice;
  return [
    ...(least !== undefined && most !== undefined && most < least
      ? [bidsProblem("most_below_least", "tender/notice/candidatesMost", { least, most })]
      : []),
    ...notice.revenues
      .filter(({ id }) => id === TOTAL)
      .map(({ id }) => documentProblem("document.duplicate_id", `tender/notice/revenues/${id}`, { id })),
    ...reference.revenues.flatMap(({ id }) => known(id, notice.revenues, REVENUE, `tender/reference/revenues/${id}`)),
  ];
}

function bidProblems(bid: BidSpec, { notice }: TenderSpec): readonly Problem[] {
  const at = (path: string) => `bids/${bid.id}/${path}`;
  const each = (name: "prices" | "kpis" | "subsidies", list: readonly Named[], what: Text) =>
    bid[name].flatMap(({ id }) => known(id, list, what, at(`${name}/${id}`)));
  return [
    ...bid.shares.flatMap(({ id, of, floor, cap }) => [
      ...(of === TOTAL ? [] : known(of, notice.revenues, REVENUE, at(`shares/${id}/of`))),
      ...crossed(floor, cap, at(`shares/${id}/floor`)),
    ]),
    ...crossed(bid.sharesFloor, bid.sharesCap, at("sharesFloor")),
    ...each("prices", notice.services, SERVICE),
    ...each("kpis", notice.kpis, KPI),
    ...each("subsidies", notice.subsidies, SUBSIDY),
    ...bid.takesOver.flatMap((id) => known(id, notice.borne, BORNE, at("takesOver"))),
    ...bid.own.revenues.flatMap(({ id }) => known(id, notice.revenues, REVENUE, at(`own/revenues/${id}`))),
  ];
}

function crossed(floor: string | undefined, cap: string | undefined, path: string): readonly Problem[] {
  const [low, high] = [readDecimal(floor ?? ""), readDecimal(cap ?? "")];
  return low !== undefined && high !== undefined && compareDecimals(low, high) > 0
    ? [bidsProblem("floor_above_cap", path, { floor: floor ?? "", cap: cap ?? "" })]
    : [];
}

function sheetProblems(tender: TenderSpec, bids: readonly BidSpec[]): readonly Problem[] {
  const { evaluation, award, awarders, notice } = tender;
  const ids = bids.map(({ id }) => id);
  const bid = (word: string, path: string): readonly Problem[] =>
    ids.includes(word) ? [] : [bidsProblem("unknown_bid", path, { found: word, suggestion: suggestion(word, ids) })];
  const members = awarders.map(({ id }) => id);
  return [
    ...evaluation.rows.flatMap(({ id, points = {} }) => [
      ...bid(id, `tender/evaluation/rows/${id}`),
      ...Object.entries(points).flatMap(([criterion, given]) => {
        const path = `tender/evaluation/rows/${id}/points/${criterion}`;
        const printed = notice.award.weights.find((one) => one.id === criterion);
        if (printed === undefined) return [bidsProblem("not_printed", path, { found: criterion })];
        const [found, most] = [readDecimal(given), readDecimal(printed.points)];
        return found !== undefined && most !== undefined && compareDecimals(found, most) > 0
          ? [bidsProblem("too_many_points", path, { found: given, most: printed.points })]
          : [];
      }),
    ]),
    ...(award.winner === undefined ? [] : bid(award.winner, "tender/award/winner")),
    ...award.passedOver.flatMap(({ id }) => bid(id, `tender/award/passedOver/${id}`)),
    ...award.votes.flatMap((vote) => [
      ...(members.includes(vote.id)
        ? []
        : [
            bidsProblem("unknown_member", `tender/award/votes/${vote.id}`, {
              found: vote.id,
              suggestion: suggestion(vote.id, members),
            }),
          ]),
      ...(vote.bid === undefined ? [] : bid(vote.bid, `tender/award/votes/${vote.id}/bid`)),
    ]),
  ];
}
