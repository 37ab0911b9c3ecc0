import type { ColumnSpec } from "../../../models/terms/inputs.ts";
import type { Text } from "../../../models/wording/text.ts";

/** What a cell of a bid form holds: declared like an input of a mechanism, or free text. */
export type BidSpecOf = ColumnSpec | { readonly type: "text"; readonly label: Text };

export const said = (zh: string, en: string): Text => ({ zh, en });

type Spec = (zh: string, en: string) => BidSpecOf;

export const text: Spec = (zh, en) => ({ type: "text", label: said(zh, en) });
/** 元, and moved to 万元 where the form is in 万元. */
export const money: Spec = (zh, en) => ({ type: "number", unit: "CNY", from: 0, label: said(zh, en) });
/** 元 of one unit, whatever the form is in. */
export const price: Spec = (zh, en) => ({ type: "number", unit: "CNY", perUnit: true, from: 0, label: said(zh, en) });
export const share: Spec = (zh, en) => ({ type: "number", unit: "1", from: 0, to: 1, label: said(zh, en) });
export const rate: Spec = (zh, en) => ({ type: "number", unit: "1/a", from: -0.5, to: 1, label: said(zh, en) });
export const years: Spec = (zh, en) => ({
  type: "number",
  unit: "a",
  integer: true,
  from: 0,
  to: 60,
  label: said(zh, en),
});
/** A figure in the unit the notice prints for it. */
export const figure: Spec = (zh, en) => ({ type: "number", unit: "1", label: said(zh, en) });
export const flag: Spec = (zh, en) => ({ type: "flag", label: said(zh, en) });

/** Whether a price includes VAT, and at which rate; `at` is where the price has it. */
export const vat = (at = ""): Readonly<Record<string, BidSpecOf>> => ({
  [`${at}vat/included`]: flag("含增值税", "includes VAT"),
  [`${at}vat/rate`]: share("增值税率", "VAT rate"),
});
