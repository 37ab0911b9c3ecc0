import { choice } from "../../terms/inputs.ts";
import type { Role } from "../../terms/roles.ts";
import type { Text } from "../../wording/text.ts";
import type { Component } from "../define/component.ts";
import { booking, cash, type LineSpec } from "../define/lines.ts";

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
  /** Formula of what belongs to the revenue recognised so far. */
  readonly charge: string;
  readonly clauses: readonly string[];
  readonly convention?: Text;
}

/**
 * A tax paid by `taxpayer` to `authority`. Paid: an expense at once. Matched: the charge follows the revenue, and what was paid ahead of it, prepayments
 * among it, is an asset on the tax account until it is settled; what is charged and not yet paid is owed there.
 */
export function taxPaidLines(c: Component, { name, zh, en, formula, role, charge, ...extra }: TaxPaid): readonly LineSpec[] {
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
    booking(`${name}_expensed`, `${zh}:计入损益`, `${en}, expensed`, `${charge} - prev(running(${name}_expensed))`, {
      role: "noncash.tax",
      words: { taxpayer: "taxpayer" },
      posts: { debit: "surcharge", credit: "vat_credit" },
      convention: { zh: "随收入确认计提,预缴在清算前列为资产", en: "charged as revenue is recognised; prepayments are assets until settlement" },
    }),
  ];
}
