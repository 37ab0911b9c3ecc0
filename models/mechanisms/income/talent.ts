import { type Component, together } from "../define/component.ts";
import { cash, flow, type LineSpec } from "../define/lines.ts";

/** 人才住房优惠: part of price or rent that recruited talent does not pay. */
export const TALENT_DISCOUNT = "(talentShare or 0) * (talentDiscount or 0)";

/** What the discount on the full `amount` costs, and the money of whoever is named to make it good; with nobody named the loss is the project's. */
export function talentReliefLines(c: Component, amount: string, receiver: string): readonly LineSpec[] {
  together(c, "talentShare", "talentDiscount");
  if (!c.has("talentShare")) return [];
  const discount = flow("talent_discount", "人才住房优惠额", "discount given to talent", `${amount} * ${TALENT_DISCOUNT}`, {
    role: "memo",
    clauses: ["jinhua-2020/3(6)"],
    convention: c.has("talentPayer")
      ? { zh: "由指明的补偿方补足", en: "made good by the party named" }
      : { zh: "未指明补偿方,由项目承担", en: "nobody named: the project bears it" },
  });
  if (!c.has("talentPayer")) return [discount];
  return [
    discount,
    cash("talent_compensation", "人才住房优惠补偿", "compensation of the talent discount", "talent_discount", {
      from: "talentPayer",
      to: receiver,
      role: "support.operating",
      words: { taxpayer: receiver },
      posts: { debit: "cash", credit: "subsidy" },
      clauses: ["jinhua-2020/3(6)"],
    }),
  ];
}
