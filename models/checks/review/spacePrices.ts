import type { Decimal } from "decimal.js";
import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import { sale } from "../../mechanisms/income/sale.ts";
import { SPACE_PRICE_MOST } from "../../terms/practice.ts";
import { text } from "../../wording/text.ts";
import { confirmationOf } from "../confirmed.ts";
import { answer, lacks } from "./answers.ts";
import { type Check, check } from "./check.ts";
import type { Part } from "./parts.ts";
import type { Review } from "./review.ts";
import { figure, said } from "./sides.ts";

/** What a space is sold for: by the piece as entered, by ㎡ as many of them as each has; a cap is the most that counts. */
function perSpace(review: Review, part: Part): Decimal | undefined {
  const each = part.number("pricePerPiece");
  if (each !== undefined) return each;
  const product = part.word("product");
  const pieces = part.number("pieces") ?? review.added(piecesOf(review, product));
  const area = review.view.scalar(part.line("area_offered"));
  const [price, cap] = [part.number("price"), part.number("priceCap")];
  if (price === undefined || area === undefined || pieces.isZero()) return undefined;
  const counted = cap?.lessThan(price) === true ? cap : price;
  return counted.times(area).div(pieces);
}

const piecesOf = (review: Review, product: string | undefined) => review.withRole("area.pieces").filter(({ tags }) => tags["product"] === product);

/** C11: what a parking space comes to, however it is priced: a price per ㎡ looks small beside that of a flat. */
const spaces = check({
  ids: ["C11"],
  severity: "Q",
  of: (review) => review.partsOf(sale).filter((part) => piecesOf(review, part.word("product")).length > 0),
  none: text("没有出售车位,不适用", "no parking space is sold: does not apply"),
  judge: (part, review) => {
    const input = part.has("pricePerPiece") ? "pricePerPiece" : "price";
    const path = part.at(input);
    const [each, most] = [perSpace(review, part), new RecordDecimal(SPACE_PRICE_MOST)];
    if (each === undefined) return { about: part.label, answer: lacks(text("每个车位的面积与单价", "area and price of a space"), path), path };
    const paper = confirmationOf(review.document, path, String(part.number(input) ?? ""))?.document;
    return {
      about: part.label,
      answer: answer(
        each.lessThanOrEqualTo(most) || paper !== undefined,
        figure(text("折合每个车位售价", "comes to, a space"), each, "CNY", path),
        figure(text("通常不超过", "usually at most"), most, "CNY", ""),
        ...(paper === undefined ? [] : [said(text("已确认", "confirmed by"), paper, path)]),
      ),
      path,
      // Nobody has tested this price: what rests on it is as unsure as the price.
      weighs: true,
      fails: text("请附评估或备案价格,并在该价格的依据中填写所确认的数值", "name a valuation or filed price, and the value it confirms, in the evidence of the price"),
    };
  },
});

export const spacePrices: readonly Check[] = [spaces];
