import type { Component } from "../define/component.ts";
import { cash, flow, type LineSpec } from "../define/lines.ts";

/** 人才住房优惠: whether the component gives recruited talent a discount. */
export const hasTalent = (c: Component): boolean => c.has("talentShare") && c.has("talentDiscount");

/** Factor on price or rent. */
export const talentFactor = (c: Component): string => (hasTalent(c) ? " * (1 - talentShare * talentDiscount)" : "");

/** What the discount costs, and the money of whoever is named to make it good; with nobody named the loss is the project's. */
export function talentReliefLines(c: Component, amount: string, receiver: string): readonly LineSpec[] {
  const discount = flow("talent_discount", "人才住房优惠额", "discount given to talent", amount, {
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
      payer: c.word("talentPayer"),
      payee: receiver,
      role: "support.operating",
      tags: { taxpayer: receiver },
      posts: { debit: "cash", credit: "subsidy" },
      clauses: ["jinhua-2020/3(6)"],
    }),
  ];
}
