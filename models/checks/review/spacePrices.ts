import type { Decimal } from "decimal.js";
import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import type { Mechanism } from "../../mechanisms/define/mechanism.ts";
import { lease } from "../../mechanisms/income/lease.ts";
import { sale } from "../../mechanisms/income/sale.ts";
import { SPACE_PRICE_MOST } from "../../terms/practice.ts";
import { type Text, text } from "../../wording/text.ts";
import { confirmationOf } from "../confirmed.ts";
import { isSelfMade, paperFault } from "../paperWords.ts";
import { answer, lacks } from "./answers.ts";
import { type Check, check, type Judged } from "./check.ts";
import { ownNames } from "./paperWords.ts";
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
    const entered = String(part.number(input) ?? "");
    const paper = confirmationOf(review.document, path, entered)?.document;
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
      fails: text(
        `请在该价格的依据中写明评估或备案文件,“确认的数值”(confirms)填 ${entered},与所填价格一致,不加其他符号;自行估价、草稿不作为依据`,
        `in the evidence of the price name a valuation or filed price, with “confirms” set to ${entered}, the price as entered and no other sign; the applicant's own estimate or a draft is no evidence`,
      ),
    };
  },
});

interface Cap {
  readonly part: Part;
  readonly input: "priceCap" | "rentCap";
}

/** A cap is somebody's decision: without its paper, or on the applicant's own, it lets through whatever price is typed. */
const capsOf = (id: string, mechanism: Mechanism, input: Cap["input"], none: Text): Check =>
  check({
    ids: [id],
    severity: "Q",
    of: (review) => review.partsOf(mechanism).flatMap((part): readonly Cap[] => (part.has(input) ? [{ part, input }] : [])),
    none,
    judge: judgeCap,
  });

function judgeCap({ part, input }: Cap, review: Review): Judged {
  const path = part.at(input);
  const given = review.document.components.find(({ id }) => id === part.id)?.evidence?.[input];
  const paper = given !== undefined && "document" in given ? given.document?.trim() : undefined;
  const what = text("限价的依据文件", "paper the cap rests on");
  // Nobody can tell who set it: what rests on it is as unsure.
  if (given === undefined || paper === undefined || paper === "") return { about: part.label, answer: lacks(what, path), path, weighs: true };
  const note = "note" in given ? (given.note ?? "") : "";
  const words = { document: paper, label: "", note };
  const isPaper = paperFault(words, { decision: false, money: false }) === undefined && !isSelfMade(words, ownNames(review));
  return {
    about: part.label,
    answer: answer(isPaper, part.side(input), said(what, paper, path)),
    path,
    weighs: true,
    fails: text(
      "限价须有主管部门的备案或出让文件,自行估价、草稿不作为依据",
      "a cap is set by a filing or the land contract; the applicant's own estimate or a draft is no evidence",
    ),
  };
}

const caps = capsOf("C11", sale, "priceCap", text("没有填写限价,不适用", "no price cap is entered: does not apply"));
const rentCaps = capsOf("M42", lease, "rentCap", text("没有填写租金限价,不适用", "no cap on rents is entered: does not apply"));

export const spacePrices: readonly Check[] = [spaces, caps, rentCaps];
