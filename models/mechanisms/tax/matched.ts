import { choice } from "../../terms/inputs.ts";
import type { Role } from "../../terms/roles.ts";
import type { Text } from "../../wording/text.ts";
import type { Component } from "../define/component.ts";
import { booking, cash, flow, type LineSpec } from "../define/lines.ts";

/** When a tax on sales becomes an expense. */
export const profitTiming = choice(
  "计入损益的时间(不填为缴纳时)",
  "enters profit (when paid, unless chosen)",
  {
    paid: { zh: "缴纳时", en: "when paid" },
    matched: { zh: "随收入确认配比", en: "matched to revenue" },
  },
  { optional: true },
);

export interface TaxPaid {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly formula: string;
  readonly role: Role;
  readonly clauses: readonly string[];
  readonly convention?: Text;
}

/**
 * A tax paid by `taxpayer` to `authority`. Paid: an expense at once. Matched: kept on the tax account until the sales it was paid for are recognised; the
 * expense is then the share of what was paid that the revenue recognised has in the contracts signed.
 */
export function taxPaidLines(c: Component, { name, zh, en, formula, role, ...extra }: TaxPaid): readonly LineSpec[] {
  const matched = c.is("profitTiming", "matched");
  const payment = cash(name, zh, en, formula, {
    from: "taxpayer",
    to: "authority",
    role,
    tags: { profit: matched ? "matched" : "paid" },
    words: { taxpayer: "taxpayer" },
    posts: { debit: matched ? "vat_credit" : "surcharge", credit: "cash" },
    ...extra,
  });
  if (!matched) return [payment];
  return [
    payment,
    flow(
      `${name}_recognised`,
      "收入确认比例",
      "share of sales recognised",
      `running(sum(role = sale.contract, taxpayer = taxpayer)) > 0
        ? min(1, running(sum(role = sale.revenue, taxpayer = taxpayer)) / running(sum(role = sale.contract, taxpayer = taxpayer)))
        : 1`,
      { unit: "1" },
    ),
    booking(`${name}_expensed`, `${zh}:计入损益`, `${en}, expensed`, `running(${name}) * ${name}_recognised - prev(running(${name}_expensed))`, {
      role: "noncash.tax",
      words: { taxpayer: "taxpayer" },
      posts: { debit: "surcharge", credit: "vat_credit" },
      convention: { zh: "与收入配比", en: "matched to revenue" },
    }),
  ];
}
