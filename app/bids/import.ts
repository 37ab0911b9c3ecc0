import { isId } from "../../models/document/ids.ts";
import { parseStructure } from "../../models/document/parse.ts";
import type { BidSpec, ModelDocument } from "../../models/document/schema.ts";
import { noticeHash } from "../../models/document/tender/hash.ts";
import { bidderKey, hasUnseen } from "../../models/document/tender/names.ts";
import { sheetRefusal } from "../../models/document/tender/sheets.ts";
import { bidsProblem } from "../../models/wording/bids.ts";
import { fail, type Problem, type Result, succeed } from "../../models/wording/problem.ts";

/** What every bidder is given: the notice, and a bid to fill in. Nothing of the reference, the invitees, the committee or other bids is in it. */
export function noticeDocument({ project, tender }: ModelDocument): Result<ModelDocument> {
  if (tender === undefined) return fail(bidsProblem("no_tender", "tender"));
  const { notice } = tender;
  const answers = {
    answers: noticeHash(tender),
    ...(notice.number === undefined ? {} : { answersNumber: notice.number }),
  };
  return parseStructure({
    format: "pingheng/model",
    version: 1,
    project: { name: project.name, type: project.type },
    timeline: { start: notice.baseMonth ?? "2000-01", step: "year", periods: notice.termYears ?? 1 },
    tender: { notice },
    bids: [{ id: "bid", ...answers }],
  });
}

/** Why a file is not one bid and nothing else. */
function formRefusal(other: ModelDocument, file: string): Problem | undefined {
  const [bid, ...more] = other.bids;
  if (bid === undefined || more.length > 0) return bidsProblem("one_bid", file, { file, found: other.bids.length });
  const beside = (["components", "customLines", "records", "scenarios", "plots"] as const).find(
    (key) => other[key].length > 0,
  );
  if (beside !== undefined || other.members !== undefined)
    return bidsProblem("has_model", file, { file, found: beside ?? "members" });
  return bid.answers === undefined ? bidsProblem("no_answer", file, { file }) : undefined;
}

function namelessRefusal({ bids: [bid] }: ModelDocument, file: string): Problem | undefined {
  if (bid?.bidder.trim() === "") return bidsProblem("bidder_missing", file);
  return hasUnseen(bid?.bidder ?? "") ? bidsProblem("bidder_unseen", file) : undefined;
}

/** Why a file is not a bid that could be handed in. */
export const bidRefusal = (other: ModelDocument, file: string): Problem | undefined =>
  formRefusal(other, file) ?? namelessRefusal(other, file);

/** Why a file is not a bid on this tender. */
function refusal(own: ModelDocument, other: ModelDocument, file: string): Problem | undefined {
  const formless = formRefusal(other, file);
  if (formless !== undefined) return formless;
  if (own.tender === undefined) return bidsProblem("no_tender", "tender");
  const notice = noticeHash(own.tender);
  const number = own.tender.notice.number;
  const { answers = "", answersNumber } = other.bids[0] ?? {};
  if (answers === notice) return namelessRefusal(other, file);
  const foreign = answersNumber !== undefined && answersNumber !== number;
  return foreign
    ? bidsProblem("other_tender", file, { file, found: answersNumber, own: number ?? "–" })
    : bidsProblem("other_notice", file, { file, found: answers, own: notice });
}

/** The document with the one bid of another file; a bid that answers another tender, or an earlier notice, is refused with the reason. */
export function importBid(
  own: ModelDocument,
  other: ModelDocument,
  file: string,
): Result<{ readonly document: ModelDocument; readonly bid: BidSpec }> {
  const refused = refusal(own, other, file);
  const [bid] = other.bids;
  if (refused !== undefined || bid === undefined)
    return fail(refused ?? bidsProblem("one_bid", file, { file, found: 0 }));
  const there = own.bids.find(({ bidder }) => bidderKey(bidder) === bidderKey(bid.bidder));
  if (there !== undefined) return fail(bidsProblem("bid_there", file, { found: there.id, bidder: there.bidder }));
  const named = { ...bid, id: freeBidId(bid.id, own.bids) };
  const next = parseStructure({ ...own, bids: [...own.bids, named] });
  if (!next.ok) return next;
  const closed = sheetRefusal(own, next.value);
  return closed === undefined ? succeed({ document: next.value, bid: named }) : fail(closed);
}

/** Why no further bid is taken, whatever it says, such as after the sheet was locked: known before a sealed one is opened. */
export function closedRefusal(own: ModelDocument): Problem | undefined {
  const another = parseStructure({ ...own, bids: [...own.bids, { id: freeBidId("bid", own.bids) }] });
  return another.ok ? sheetRefusal(own, another.value) : another.problems[0];
}

/** An id no other bid has. */
export function freeBidId(wanted: string, bids: readonly BidSpec[]): string {
  const taken = new Set(bids.map(({ id }) => id));
  const base = isId(wanted) ? wanted : "bid";
  for (let number = 1; ; number += 1) {
    const id = number === 1 && base !== "bid" ? base : `${base}_${number}`;
    if (!taken.has(id)) return id;
  }
}
