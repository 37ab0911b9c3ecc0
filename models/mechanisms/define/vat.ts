import { choice, flag, type InputSpec, rate } from "../../terms/inputs.ts";
import { needs, type Source } from "./component.ts";
import { booking, cash, flow, type LineExtra, type LineSpec } from "./lines.ts";

/**
 * 增值税: every price says whether it includes VAT, at which rate and by which method. Income and cost lines are ex VAT; the tax arises as a
 * memorandum for the taxpayer's return and moves as cash of its own when the file keeps VAT separate (`convention.separate_vat`). In a file
 * without VAT (excluded) only the memorandum remains, from which surcharges follow; a price that includes VAT is still freed of it, so that no
 * sum mixes both, and VAT that cannot be credited stays the cost it is.
 */
const SALE_METHODS = {
  general: { zh: "一般计税", en: "general method" },
  simplified: { zh: "简易计税", en: "simplified method" },
  exempt: { zh: "免税", en: "exempt" },
};

export const PURCHASE_METHODS = {
  creditable: { zh: "可抵扣", en: "creditable" },
  non_creditable: { zh: "不可抵扣(计入成本)", en: "not creditable (part of the cost)" },
  none: { zh: "不涉及增值税", en: "no VAT" },
};

const rateInput = rate("增值税率/征收率", "VAT rate", {
  from: 0,
  to: 1,
  optional: true,
  statutory: true,
  usual: [0.03, 0.13],
});
const includesInput = flag("价格含税", "price includes VAT");

/** Inputs of something sold: `includesVat`, `vatMethod`, `vatRate` (0 rate inputs may be left out when exempt). */
export const saleVatInputs = {
  includesVat: includesInput,
  vatMethod: choice("计税方法", "VAT method", SALE_METHODS),
  vatRate: rateInput,
} satisfies Record<string, InputSpec>;

/** Inputs of something bought. */
export const purchaseVatInputs = {
  includesVat: includesInput,
  vatMethod: choice("进项税处理", "input VAT", PURCHASE_METHODS),
  vatRate: rateInput,
} satisfies Record<string, InputSpec>;

/** How a price with those inputs enters formulas. */
export interface Vat {
  readonly taxed: boolean;
  readonly method: string;
  readonly rate: string;
  /** Whether prices include it, as a name in formulas. */
  readonly included: string;
  /** The price ex VAT. */
  net(price: string): string;
  /** What is carried as cost: ex VAT where the VAT can be credited, with VAT where it cannot. */
  carried(price: string): string;
}

/** Reads the VAT inputs of a component (`prefix` empty) or of a row (`row.`); `rate` stands in for the rate entered. */
export function vatOf(source: Source, prefix: "" | "row." = "", rate = `${prefix}vatRate`): Vat {
  return vatNamed(source, { method: "vatMethod", rate: "vatRate", includes: "includesVat" }, prefix, rate);
}

/** The same for inputs of other names, where one component has several prices. */
export function vatNamed(
  source: Source,
  names: { readonly method: string; readonly rate: string; readonly includes: string },
  prefix: "" | "row." = "",
  rate = prefix + names.rate,
): Vat {
  const method = source.word(names.method, "none");
  const taxed = method !== "exempt" && method !== "none";
  if (taxed) needs(source, names.rate);
  const included = source.has(names.includes) ? prefix + names.includes : "0";
  const call = (fn: string, price: string) => (taxed ? `${fn}(${price}, ${rate}, ${included})` : price);
  const net = (price: string) => call("exvat", price);
  return { taxed, method, rate: taxed ? rate : "0", included: taxed ? included : "0", net, carried: method === "creditable" ? net : (price) => call("withvat", price) };
}

/** Party inputs: who pays the price and who gets it. */
export interface Sides {
  readonly from: string;
  readonly to: string;
}

/**
 * Lines of the VAT on income whose ex-VAT amount is line `of`: `OF_vat` (memorandum) and `OF_vat_received` (cash). For products sold before
 * hand-over the memorandum rests on another line (`arises`), the cash still follows the receipts.
 */
export function outputVatLines(of: string, vat: Vat, { from, to }: Sides, arises: string = of): readonly LineSpec[] {
  if (!vat.taxed) return [];
  const words = { taxpayer: to };
  return [
    flow(`${of}_vat`, "销项税额", "output VAT", `${arises} * ${vat.rate}`, { role: "vat.output", tags: { method: vat.method, of: arises === of ? "operation" : "sale" }, words }),
    cash(`${of}_vat_received`, "随价款收取的增值税", "VAT collected with the price", `${of} * ${vat.rate} * convention.separate_vat`, {
      from,
      to,
      role: "vat.received",
      posts: { debit: "cash", credit: arises === of ? "vat_credit" : "advance" },
    }),
    ...(arises === of
      ? []
      : [
          booking(`${of}_vat_due`, "预收税款转销项税额", "VAT in advances becomes output VAT", `${of}_vat * convention.separate_vat`, {
            role: "noncash.transfer",
            words,
            posts: { debit: "advance", credit: "vat_credit" },
            convention: { zh: "预收账款含税,交付时转出", en: "advances include VAT until hand-over" },
          }),
        ]),
  ];
}

/** Lines of the creditable VAT on a cost whose ex-VAT amount is line `of`: `OF_vat` (memorandum) and `OF_vat_paid` (cash), found also by what is said `about` the cost. */
export function inputVatLines(of: string, vat: Vat, { from, to }: Sides, about: Pick<LineExtra, "tags" | "words"> = {}): readonly LineSpec[] {
  if (!vat.taxed || vat.method !== "creditable") return [];
  const tags = { ...about.tags, method: vat.method };
  return [
    flow(`${of}_vat`, "进项税额", "input VAT", `${of} * ${vat.rate}`, { role: "vat.input", tags, words: { ...about.words, taxpayer: from } }),
    cash(`${of}_vat_paid`, "随价款支付的增值税", "VAT paid with the price", `${of} * ${vat.rate} * convention.separate_vat`, {
      from,
      to,
      role: "vat.paid",
      ...about,
      posts: { debit: "vat_credit", credit: "cash" },
    }),
  ];
}
