import type { GraphLine } from "../../language/graph.ts";
import { text } from "../../wording/text.ts";
import { answer } from "./answers.ts";
import { type Check, check } from "./check.ts";
import { firstPositive, type Review } from "./review.ts";
import { ofLine, said } from "./sides.ts";

/** What is sold or let for a price is paid for; capital and loans are asked about; anything else is handed on. */
const TRADE = /^(sale|revenue|ceded|deposit|vat|cost|opex|debt\.(interest|principal)|tax)(\.|$)/;
const CAPITAL = /^(equity|debt\.draw)(\.|$)/;

const isTyped = ({ tags, path }: GraphLine): boolean => tags["amounts"] === "typed" || path.startsWith("customLines/");

const isHandedOn = (line: GraphLine): boolean => isTyped(line) || line.role === undefined || !(TRADE.test(line.role) || CAPITAL.test(line.role));
const isCapital = ({ role = "" }: GraphLine): boolean => CAPITAL.test(role);

interface Trip {
  readonly rebate: GraphLine;
  /** The payment by which the money reaches who paid for the land. */
  readonly back: GraphLine;
}

/** Payments to who paid for the land by whoever received the rebate, at once or through others; money that comes before the rebate is none of it. */
function tripsOf(review: Review, kind: (line: GraphLine) => boolean): readonly Trip[] {
  const buyers = new Set(review.withRole("land.gross", "cost.land.price").flatMap(({ payer }) => payer ?? []));
  const paying = review.lines.filter((line) => line.payer !== undefined && line.payee !== undefined && line.payer !== line.payee && review.total([line])?.greaterThan(0) === true);
  return review.withRole("support.rebate").flatMap((rebate): readonly Trip[] => {
    const from = firstPositive(review.series([rebate]));
    if (from < 0 || rebate.payee === undefined) return [];
    const later = paying.filter((line) => line.role !== "support.rebate" && (review.series([line]) ?? []).some((value, at) => at >= from && value.greaterThan(0)));
    const holders = new Set([rebate.payee]);
    for (let size = 0; size < holders.size; ) {
      size = holders.size;
      for (const line of later) if (holders.has(line.payer ?? "") && !buyers.has(line.payee ?? "") && isHandedOn(line)) holders.add(line.payee ?? "");
    }
    return later.filter((line) => holders.has(line.payer ?? "") && !holders.has(line.payee ?? "") && buyers.has(line.payee ?? "") && kind(line)).map((back) => ({ rebate, back }));
  });
}

/** R-LAND-1: the price does not come back to whoever paid it by way of another. */
const roundTrip = (severity: "R" | "Q", kind: (line: GraphLine) => boolean): Check =>
  check({
    ids: ["R-LAND-1"],
    severity,
    clauses: ["national-law/land-receipts"],
    of: (review) => tripsOf(review, kind),
    none: text("返还没有经他人转付土地受让人,不适用", "no rebate goes to the buyer of the land by way of another: does not apply"),
    judge: ({ rebate, back }, review) => ({
      about: back.label,
      answer: answer(
        false,
        ofLine(review, rebate),
        said(text("返还收款方", "received by"), review.partyName(rebate.payee), rebate.id),
        ofLine(review, back),
        said(text("付给土地受让人", "paid to the buyer of the land"), review.partyName(back.payee), back.id),
      ),
      fails:
        severity === "R"
          ? text("返还经他人转付受让人,属先征后返", "the rebate goes to the buyer by way of another: price collected and returned")
          : text("收到返还之后的出资或借款,须说明其资金不是土地返还", "capital or a loan after the rebate: show that it is not the rebate"),
      path: back.id,
    }),
  });

export const roundTrips: readonly Check[] = [roundTrip("R", isHandedOn), roundTrip("Q", (line) => !isHandedOn(line) && isCapital(line))];
