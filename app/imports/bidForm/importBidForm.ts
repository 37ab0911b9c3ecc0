import type { BidSpec, ModelDocument } from "../../../models/document/schema.ts";
import { noticeHash } from "../../../models/document/tender/hash.ts";
import { bidderKey, hasUnseen } from "../../../models/document/tender/names.ts";
import { sheetRefusal } from "../../../models/document/tender/sheets.ts";
import { bidsProblem } from "../../../models/wording/bids.ts";
import { exchangeProblem } from "../../../models/wording/exchange.ts";
import { fail, type Problem, type Result, succeed } from "../../../models/wording/problem.ts";
import { sheetProblem } from "../../../models/wording/sheet.ts";
import { freeBidId } from "../../bids/import.ts";
import { type BidOrigin, readBidOrigin } from "../../exports/bidForm/carried.ts";
import type { BidFacts } from "../../exports/bidForm/cells.ts";
import { BID_SHEETS, type BidGrids, bidGrids } from "../../exports/bidForm/grids.ts";
import type { Grid } from "../../exports/template/grid.ts";
import { CARRIED_SHEET } from "../../exports/template/words.ts";
import type { Imported } from "../importTemplate.ts";
import type { SheetFile } from "../sheets/file.ts";
import { applied } from "../template/apply.ts";
import { Gathered } from "../template/edits.ts";
import { moneyUnitProblems } from "../template/moneyUnit.ts";
import { rowsIn } from "../template/rows.ts";
import { spanOf } from "../template/span.ts";
import { BidDraft } from "./draft.ts";
import { readList, readTerms, readYears } from "./read.ts";

/** Reads a filled bid form into the file of the tender it answers: a bid beside the others, or the one the form is of with what was changed. */
export function importBidForm(
  file: SheetFile,
  column: readonly string[],
  into: ModelDocument | undefined,
): Result<Imported> {
  const origin = readBidOrigin(column);
  if (origin === undefined) return fail(sheetProblem("carried_changed", CARRIED_SHEET));
  if (into === undefined) return fail(exchangeProblem("form_needs_into", file.file));
  const refused = refusal(origin, into, file.file);
  if (refused !== undefined) return fail(refused);
  const { bid, target } = aimOf(origin, into);
  const facts: BidFacts = { document: into, bid, money: origin.money, lang: origin.lang };
  const gathered = new Gathered({ lang: origin.lang, span: spanOf(into.timeline), is1904: file.is1904 });
  const draft = new BidDraft(bid);
  const bidderCell = readGrids(file, bidGrids(facts), facts, draft, gathered);
  gathered.problems.push(...moneyUnitProblems(file, BID_SHEETS.readMe[origin.lang], origin));
  for (const { path, before, after, at } of draft.edits()) {
    const label = gathered.changes.find((change) => change.at === at)?.label ?? { zh: path, en: path };
    gathered.edits.push({ place: `bids/${bid.id}/${path}`, label, before, after, at });
  }
  const isUntouched = origin.isHeld && gathered.edits.length === 0;
  const made = applied({ target, shown: target, scenario: undefined }, gathered.edits, gathered.cells);
  const next = made.ok ? made.value : undefined;
  const later = next === undefined || isUntouched ? [] : bidderProblems(next, bid.id, bidderCell, into);
  const problems = [...gathered.problems, ...(made.ok ? [] : made.problems), ...later];
  if (problems.length > 0 || next === undefined) return fail(...problems);
  return succeed({ document: isUntouched ? into : next, changes: gathered.changes, told: gathered.told });
}

/** The bid as the form has it, by the id it has in the file, and the file with a bid of that id. */
function aimOf(origin: BidOrigin, into: ModelDocument): { readonly bid: BidSpec; readonly target: ModelDocument } {
  const isThere = origin.isHeld && into.bids.some(({ id }) => id === origin.bid.id);
  if (isThere) return { bid: origin.bid, target: into };
  const { number } = into.tender?.notice ?? {};
  const answered = { answers: origin.notice, ...(number === undefined ? {} : { answersNumber: number }) };
  const bid: BidSpec = { ...origin.bid, ...answered, id: freeBidId(origin.bid.id, into.bids) };
  return { bid, target: { ...into, bids: [...into.bids, bid] } };
}

/** Why a form cannot be read into this file at all. */
function refusal({ notice, number, bid, isHeld }: BidOrigin, into: ModelDocument, file: string): Problem | undefined {
  if (into.tender === undefined) return bidsProblem("no_tender", "tender");
  const own = noticeHash(into.tender);
  const ownNumber = into.tender.notice.number ?? "";
  if (notice !== own)
    return number !== "" && number !== ownNumber
      ? bidsProblem("other_tender", file, { file, found: number, own: ownNumber === "" ? "–" : ownNumber })
      : bidsProblem("other_notice", file, { file, found: notice, own });
  const there = into.bids.find(({ id }) => id === bid.id);
  return isHeld && there !== undefined && bidderKey(there.bidder) !== bidderKey(bid.bidder)
    ? exchangeProblem("form_other_bid", file, { found: bid.id, own: bid.bidder, bidder: there.bidder })
    : undefined;
}

/** Reads every sheet. Gives the cell of the bidder's name. */
function readGrids(file: SheetFile, grids: BidGrids, facts: BidFacts, draft: BidDraft, gathered: Gathered): string {
  const rowsOf = (grid: Grid) => rowsIn(file, grid, gathered);
  const terms = rowsOf(grids.terms) ?? [];
  readTerms(terms, draft, gathered);
  readYears(rowsOf(grids.years) ?? [], draft, gathered);
  for (const grid of grids.lists) {
    const rows = rowsOf(grid);
    if (rows !== undefined) readList(rows, grid, facts, draft, gathered);
  }
  return terms.find(({ keys }) => keys[0] === "bidder")?.at("value") ?? grids.terms.name;
}

/** What is wrong with the bid among the others, and whether bids can still be changed. */
function bidderProblems(next: ModelDocument, id: string, cell: string, before: ModelDocument): readonly Problem[] {
  const bidder = next.bids.find((bid) => bid.id === id)?.bidder.trim() ?? "";
  if (bidder === "") return [bidsProblem("bidder_missing", cell)];
  const other = next.bids.find((bid) => bid.id !== id && bidderKey(bid.bidder) === bidderKey(bidder));
  if (hasUnseen(bidder)) return [bidsProblem("bidder_unseen", cell)];
  const closed = sheetRefusal(before, next);
  return [
    ...(other === undefined ? [] : [bidsProblem("bid_there", cell, { found: other.id, bidder: other.bidder })]),
    ...(closed === undefined ? [] : [closed]),
  ];
}
