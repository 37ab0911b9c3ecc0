import type { Component } from "../../define/component.ts";

const text = (zh: string, en: string) => ({ zh, en });

/** 三类房地产: settled separately; only ordinary housing knows the exemption. `rate` is the input of its prepayment rate. */
export const CATEGORIES = {
  ordinary: { ...text("普通标准住宅", "ordinary housing"), rate: "prepaymentOrdinary" },
  other: { ...text("其他住宅", "other housing"), rate: "prepaymentOther" },
  commercial: { ...text("非住宅", "non-housing"), rate: "prepaymentCommercial" },
} as const;

export type Category = keyof typeof CATEGORIES;

/** Categories a component has products of, in the order of the list. */
export function categoriesOf(c: Component): readonly Category[] {
  const used = new Set(c.rows("products").map((row) => row.word("category")));
  return (Object.keys(CATEGORIES) as Category[]).filter((category) => used.has(category));
}

/** `product = in(a, b)` for the products of one category, or of all. */
export function productsOf(c: Component, category?: Category): string {
  const rows = c.rows("products").filter((row) => category === undefined || row.word("category") === category);
  return `product = in(${[...new Set(rows.map((row) => row.word("product")))].join(", ")})`;
}
