import type { InputName, OfferedLine } from "../../mechanisms/index.ts";
import { MONEY_TOLERANCE } from "../../statements/tolerances.ts";
import { type Text, text } from "../../wording/text.ts";
import { confirmationOf } from "../confirmed.ts";
import { answer, compare } from "./answers.ts";
import { type Check, check } from "./check.ts";
import type { Part } from "./parts.ts";
import type { Review } from "./review.ts";
import { ofLine, said, sumOf } from "./sides.ts";

const CAP = ["jinhua-2020/3(3)", "jinhua-2020/1(2)3"];

export const saleParts = ({ parts }: Review): readonly Part[] => parts.filter((part) => part.plays("sale.contract"));
export const NOTHING_SOLD = text("无销售,不适用", "nothing is sold: does not apply");

interface Capped {
  readonly id: string;
  readonly of: (review: Review) => readonly Part[];
  readonly none: Text;
  readonly asked: OfferedLine;
  readonly price: InputName;
  readonly cap: InputName;
}

/** A price or rent asked for, against its cap. */
export const capped = ({ id, of, none, asked, price, cap }: Capped): Check =>
  check({
    ids: [id],
    severity: "R",
    clauses: CAP,
    of: (review) => of(review).filter((part) => part.line(asked) !== undefined),
    none,
    judge: (part, review) => {
      const limit = part.line("cap_exvat");
      const { what } = part.side(cap);
      const paper = limit === undefined ? confirmationOf(review.document, part.at(price), String(part.number(price) ?? "")) : undefined;
      // Where no cap is known, a paper that states this very price says that it may be asked for.
      if (paper !== undefined)
        return {
          about: part.label,
          answer: answer(true, part.side(price), said(text("载明该价格的文件", "paper that states it"), paper.document, part.at(price))),
          path: part.at(price),
        };
      return {
        about: part.label,
        answer: compare(review, ofLine(review, part.line(asked)), "at_most", ofLine(review, limit, limit === undefined ? what : undefined, part.at(cap))),
        fails: text("测算已按限价计", "the computation uses the cap"),
        path: limit === undefined ? part.at(cap) : part.at(price),
      };
    },
  });

/** C11 (M09, M41): price within its cap. */
const prices = capped({
  id: "C11",
  of: saleParts,
  none: NOTHING_SOLD,
  asked: "price_exvat",
  price: "price",
  cap: "priceCap",
});

/** C11: no more is sold than is there. */
const area = check({
  ids: ["C11"],
  severity: "R",
  of: (review) => saleParts(review).filter((part) => part.line("area_offered") !== undefined),
  none: NOTHING_SOLD,
  judge: (part, review) => ({
    about: part.label,
    answer: compare(review, sumOf(review, text("售出", "sold"), part.withRole("area.sold"), part.at("absorption")), "at_most", ofLine(review, part.line("area_offered"))),
    path: part.at("absorption"),
  }),
});

/** C11: all receipts stand on contracts. */
const receipts = check({
  ids: ["C11"],
  severity: "R",
  of: saleParts,
  none: NOTHING_SOLD,
  judge: (part, review) => ({
    about: part.label,
    answer: compare(
      review,
      sumOf(review, text("回款", "receipts"), part.withRole("sale.receipt"), part.at("absorption")),
      "at_most",
      sumOf(review, text("签约", "contracts"), part.withRole("sale.contract")),
      { tolerance: MONEY_TOLERANCE },
    ),
    path: part.at("absorption"),
  }),
});

/** M79: a discount for recruited talent names who makes it good. */
const talent = check({
  ids: ["M79"],
  severity: "Q",
  clauses: ["jinhua-2020/3(6)"],
  of: (review) => [
    ...review.records("talent_discount").map((fact) => ({
      label: fact.label,
      path: fact.path,
      payer: fact.word("payer"),
      amount: fact.side("amount"),
    })),
    ...review.parts
      .filter((part) => part.has("talentShare") && part.has("talentDiscount"))
      .map((part) => ({
        label: part.label,
        path: part.at("talentPayer"),
        payer: part.word("talentPayer"),
        amount: ofLine(review, part.line("talent_discount"), undefined, part.at("talentDiscount")),
      })),
  ],
  none: text("无人才住房优惠,不适用", "no discount for talent: does not apply"),
  judge: ({ label, path, payer, amount }, review) => {
    const known = review.partyRole(payer) !== undefined;
    return {
      about: label,
      answer: answer(
        known,
        said(text("补偿方", "made good by"), known ? review.partyName(payer) : text("未写明", "nobody named"), path),
        ...(amount.value === undefined ? [] : [amount]),
      ),
      fails: text("补偿方须为本文件的参与方,否则损失由项目承担", "it must be a party of the file, otherwise the project bears it"),
    };
  },
});

export const sales: readonly Check[] = [prices, area, receipts, talent];
