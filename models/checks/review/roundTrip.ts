import type { GraphLine } from "../../language/graph.ts";
import { text } from "../../wording/text.ts";
import { isTyped } from "../typedMoney.ts";
import { answer } from "./answers.ts";
import { type Check, check } from "./check.ts";
import { firstPositive, type Review } from "./review.ts";
import { ofLine, said } from "./sides.ts";

/** What is sold or let for a price is paid for; capital and loans are asked about; anything else is handed on. */
const TRADE = /^(sale|revenue|ceded|deposit|vat|cost|opex|debt\.(interest|principal)|tax)(\.|$)/;
const CAPITAL = /^(equity|debt\.draw)(\.|$)/;

const isHandedOn = (line: GraphLine): boolean => isTyped(line) || line.role === undefined || !(TRADE.test(line.role) || CAPITAL.test(line.role));
const isCapital = ({ role = "" }: GraphLine): boolean => CAPITAL.test(role);

const NO_REBATE = text("本情景无计提返还,不适用", "no rebate is counted: does not apply");
const buyersOf = (review: Review): ReadonlySet<string> => new Set(review.withRole("land.gross", "cost.land.price").flatMap(({ payer }) => payer ?? []));
const counted = (review: Review): readonly GraphLine[] =>
  buyersOf(review).size === 0 ? [] : review.withRole("support.rebate").filter((line) => review.total([line])?.greaterThan(0) === true);

/** Payments to who paid for the land by whoever received the rebate, at once or through others; money that comes before the rebate is none of it. */
function backTo(review: Review, buyers: ReadonlySet<string>, rebate: GraphLine): readonly GraphLine[] {
  const from = firstPositive(review.series([rebate]));
  const later = review.lines.filter(
    (line) =>
      line.payer !== undefined &&
      line.payee !== undefined &&
      line.payer !== line.payee &&
      line.role !== "support.rebate" &&
      (isHandedOn(line) || isCapital(line)) &&
      (review.series([line]) ?? []).some((value, at) => at >= from && value.greaterThan(0)),
  );
  const holders = new Set([rebate.payee ?? ""]);
  for (let size = 0; size < holders.size; ) {
    size = holders.size;
    for (const { payer = "", payee = "" } of later) if (holders.has(payer) && !buyers.has(payee)) holders.add(payee);
  }
  return later.filter(({ payer = "", payee = "" }) => holders.has(payer) && buyers.has(payee));
}

/** R-LAND-1: the price does not come back to whoever paid it by way of another. */
export const roundTrip: Check = check<GraphLine>({
  ids: ["R-LAND-1"],
  severity: "R",
  clauses: ["national-law/land-receipts"],
  of: counted,
  none: NO_REBATE,
  judge: (rebate, review) => {
    const received = [ofLine(review, rebate), said(text("返还收款方", "received by"), review.partyName(rebate.payee), rebate.id)];
    const back = backTo(review, buyersOf(review), rebate);
    if (back.length === 0)
      return { about: rebate.label, answer: answer(true, ...received, said(text("其后转付土地受让人", "paid on to the buyer of the land"), text("无", "none"), rebate.id)) };
    return back.map((line) => ({
      about: line.label,
      severity: isHandedOn(line) ? ("R" as const) : ("Q" as const),
      answer: answer(false, ...received, ofLine(review, line), said(text("付给土地受让人", "paid to the buyer of the land"), review.partyName(line.payee), line.id)),
      fails: isHandedOn(line)
        ? text("返还经他人转付受让人,属先征后返", "the rebate goes to the buyer by way of another: price collected and returned")
        : text("收到返还之后的出资或借款,须说明其资金不是土地返还", "capital or a loan after the rebate: show that it is not the rebate"),
      path: line.id,
    }));
  },
});
