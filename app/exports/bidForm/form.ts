import type { BidSpec, ModelDocument } from "../../../models/document/schema.ts";
import { noticeHash } from "../../../models/document/tender/hash.ts";
import { bidSchema } from "../../../models/document/tender/schema.ts";
import { bidsProblem } from "../../../models/wording/bids.ts";
import { suggestion } from "../../../models/wording/document.ts";
import { fail, type Result, succeed } from "../../../models/wording/problem.ts";
import type { Lang } from "../../contract.ts";
import type { MoneyUnit } from "../tables/money.ts";
import { gridSheet } from "../template/grid.ts";
import { ChoiceLists } from "../template/lists.ts";
import { STATUS } from "../template/words.ts";
import type { Book } from "../workbook/book.ts";
import { type BidOrigin, bidSheet } from "./carried.ts";
import { bidGrids } from "./grids.ts";
import { bidReadMe } from "./readMe.ts";

export interface BidFormQuestion {
  /** The bid that is shown; an empty form where none is named. */
  readonly bid: string | undefined;
  readonly lang: Lang;
  readonly money: MoneyUnit;
  readonly version: string;
  readonly now: Date;
}

/** A bid that says nothing yet. */
export const emptyBid = (id: string): BidSpec => bidSchema.parse({ id });

const FRESH = "bid";

/** 投标报价表: a workbook that a bidder fills in. Nothing of the reference, the invitees, the committee or other bids is in it. */
export function bidFormOf(document: ModelDocument, question: BidFormQuestion): Result<Book> {
  const { bid: id, lang, money, version, now } = question;
  const { tender, bids, project } = document;
  if (tender === undefined) return fail(bidsProblem("no_tender", "tender"));
  const held = bids.find((one) => one.id === id);
  if (id !== undefined && held === undefined) {
    const ids = bids.map((one) => one.id);
    return fail(bidsProblem("unknown_bid", "bids", { found: id, suggestion: suggestion(id, ids) }));
  }
  const origin: BidOrigin = {
    lang,
    money,
    notice: noticeHash(tender),
    number: tender.notice.number ?? "",
    version,
    bid: held ?? emptyBid(FRESH),
    isHeld: held !== undefined,
  };
  const { terms, years, lists } = bidGrids({ document, bid: origin.bid, money, lang });
  const choices = new ChoiceLists();
  const sheets = [terms, years, ...lists].map((grid) => gridSheet(grid, choices, STATUS.missing, lang));
  const names = sheets.map(({ name }) => name);
  return succeed({
    title: project.name,
    sheets: [bidReadMe(document, origin, now, names), ...sheets, choices.sheet(lang), bidSheet(origin)],
    names: [],
    made: now,
  });
}
