import type { BidSpec } from "../../../models/document/schema.ts";
import { bidSchema } from "../../../models/document/tender/schema.ts";
import { revisionOfText } from "../../files/parse.ts";
import { MONEY_UNITS, type MoneyUnit } from "../tables/money.ts";
import { hiddenSheet, packedText } from "../template/carried.ts";
import type { BookSheet } from "../workbook/book.ts";

/** What a bid form says it was made from. */
export interface BidOrigin {
  readonly lang: "zh" | "en";
  readonly money: MoneyUnit;
  /** Hash of the notice it is a form of, and its number. */
  readonly notice: string;
  readonly number: string;
  readonly version: string;
  /** The bid as it stood in the form; one without a bidder where it was an empty form. */
  readonly bid: BidSpec;
  /** It was made of a bid that the file has. */
  readonly isHeld: boolean;
}

export const BID_MARK = "pingheng/bid";
const FORM = "1";
const FACT_ROWS = 8;

/** The hidden sheet of a bid form: the bid of the form alone, nothing else of the file. */
export function bidSheet({ lang, money, notice, number, version, bid, isHeld }: BidOrigin): BookSheet {
  const text = JSON.stringify(bid);
  const facts = [`${BID_MARK} ${FORM}`, lang, money, notice, number, version, isHeld ? "held" : "new"];
  return hiddenSheet([...facts, revisionOfText(text)], text);
}

/** The same read back from the first column; undefined where it is not as it was written. */
export function readBidOrigin(column: readonly string[]): BidOrigin | undefined {
  const [mark, lang, money, notice = "", number = "", version = "", held, revision] = column;
  const unit = MONEY_UNITS.find((one) => one === money);
  if (mark !== `${BID_MARK} ${FORM}` || (lang !== "zh" && lang !== "en") || unit === undefined) return undefined;
  const text = packedText(column, FACT_ROWS);
  if (text === undefined || revisionOfText(text) !== revision) return undefined;
  const bid = bidSchema.safeParse(jsonIn(text));
  return bid.success
    ? { lang, money: unit, notice, number, version, bid: bid.data, isHeld: held === "held" }
    : undefined;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
