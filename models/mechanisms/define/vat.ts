import { choice, flag, type InputSpec, rate } from "../../terms/inputs.ts";
import type { Component, Row } from "./component.ts";
import { booking, cash, flow, type LineSpec } from "./lines.ts";

/**
 * 增值税: every price says whether it includes VAT, at which rate and by which method. Income and cost lines are ex VAT; the tax arises as a
 * memorandum for the taxpayer's return and moves as cash of its own when the file keeps VAT separate (`convention.separate_vat`); when the
 * file is ex VAT (excluded) prices are taken as they stand and only the memorandum remains, from which surcharges follow.
 */
const SALE_METHODS = {
  general: { zh: "一般计税", en: "general method" },
  simplified: { zh: "简易计税", en: "simplified method" },
  exempt: { zh: "免税", en: "exempt" },
};

const PURCHASE_METHODS = {
  creditable: { zh: "可抵扣", en: "creditable" },
  non_creditable: { zh: "不可抵扣(计入成本)", en: "not creditable (part of the cost)" },
  none: { zh: "不涉及增值税", en: "no VAT" },
};

const rateInput = rate("增值税率/征收率", "VAT rate", { from: 0, to: 1, optional: true, usual: [0.03, 0.13] });
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

type Source = Pick<Component, "has" | "word">;

/** How the names of a price's VAT inputs read in formulas: of the component itself, or of a table row. */
export interface VatNames {
  readonly taxed: boolean;
  readonly method: string;
  /** Divisor from the entered price to the price ex VAT. */
  readonly divisor: string;
  readonly rate: string;
}

/** Reads the VAT inputs of a component (`prefix` empty) or of a row (`row.`). */
export function vatNames(source: Source | Row, prefix: "" | "row." = ""): VatNames {
  const method = source.word("vatMethod");
  const taxed = method !== "exempt" && method !== "none" && source.has("vatRate");
  const rateName = `${prefix}vatRate`;
  return {
    taxed,
    method,
    rate: taxed ? rateName : "0",
    divisor: taxed ? `(1 + ${prefix}includesVat * convention.separate_vat * ${rateName})` : "1",
  };
}

interface Parties {
  readonly payer: string;
  readonly payee: string;
}

/**
 * Lines of the VAT on income whose ex-VAT amount is line `of`: `OF_vat` (memorandum) and `OF_vat_received` (cash). For products sold before
 * hand-over the memorandum rests on another line (`arises`), the cash still follows the receipts.
 */
export function outputVatLines(of: string, vat: VatNames, parties: Parties, arises: string = of): readonly LineSpec[] {
  if (!vat.taxed) return [];
  const tags = { taxpayer: parties.payee, method: vat.method };
  return [
    flow(`${of}_vat`, "销项税额", "output VAT", `${arises} * ${vat.rate}`, { role: "vat.output", tags }),
    cash(`${of}_vat_received`, "随价款收取的增值税", "VAT collected with the price", `${of} * ${vat.rate} * convention.separate_vat`, {
      ...parties,
      role: "vat.received",
      posts: { debit: "cash", credit: arises === of ? "vat_credit" : "advance" },
    }),
    ...(arises === of
      ? []
      : [
          booking(`${of}_vat_due`, "预收税款转销项税额", "VAT in advances becomes output VAT", `${of}_vat * convention.separate_vat`, {
            role: "noncash.transfer",
            tags: { taxpayer: parties.payee },
            posts: { debit: "advance", credit: "vat_credit" },
            convention: { zh: "预收账款含税,交付时转出", en: "advances include VAT until hand-over" },
          }),
        ]),
  ];
}

/** Lines of the creditable VAT on a cost whose ex-VAT amount is line `of`: `OF_vat` (memorandum) and `OF_vat_paid` (cash). */
export function inputVatLines(of: string, vat: VatNames, parties: Parties): readonly LineSpec[] {
  if (!vat.taxed || vat.method !== "creditable") return [];
  const tags = { taxpayer: parties.payer, method: vat.method };
  return [
    flow(`${of}_vat`, "进项税额", "input VAT", `${of} * ${vat.rate}`, { role: "vat.input", tags }),
    cash(`${of}_vat_paid`, "随价款支付的增值税", "VAT paid with the price", `${of} * ${vat.rate} * convention.separate_vat`, {
      ...parties,
      role: "vat.paid",
      posts: { debit: "vat_credit", credit: "cash" },
    }),
  ];
}

/** Factor from the entered price to the cost carried: ex VAT where creditable, with VAT where it is not. */
export function costFactor(vat: VatNames, prefix: "" | "row." = ""): string {
  if (!vat.taxed) return "1";
  if (vat.method === "creditable") return `(1 / ${vat.divisor})`;
  return `(1 + (1 - ${prefix}includesVat) * convention.separate_vat * ${vat.rate})`;
}
