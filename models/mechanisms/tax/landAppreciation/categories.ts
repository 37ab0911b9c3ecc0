import type { Component, Member } from "../../define/component.ts";

const text = (zh: string, en: string) => ({ zh, en });

/** 三类房地产: settled separately; only ordinary housing knows the exemption. `rate` is the input of its prepayment rate. */
export const CATEGORIES = {
  ordinary: { label: text("普通标准住宅", "ordinary housing"), rate: "prepaymentOrdinary" },
  other: { label: text("其他住宅", "other housing"), rate: "prepaymentOther" },
  commercial: { label: text("非住宅", "non-housing"), rate: "prepaymentCommercial" },
} as const;

/** Categories a component has products of, in the order of the list; formulas call their products `category.products`. */
export function categoriesOf(c: Component): readonly Member[] {
  return Object.entries(CATEGORIES).flatMap(([id, { label, rate }]) => {
    const products = c.rows("products").flatMap((row) => (row.is("category", id) ? [row.word("product")] : []));
    return products.length === 0 ? [] : [{ table: "categories", item: "category", id, label, names: { rate }, words: { products } }];
  });
}
