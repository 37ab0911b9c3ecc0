import type { Posting } from "../../language/line.ts";
import type { Account } from "../../statements/accounts.ts";

/** Account beside cash for a user's line, by the beginning of its role; the first that fits. */
const RECEIVED: readonly (readonly [prefix: string, account: Account])[] = [
  ["sale.", "advance"],
  ["revenue.residual", "fixed"],
  ["revenue.", "revenue"],
  ["support.operating", "subsidy"],
  ["support.", "reserve"],
  ["contribution.", "reserve"],
  ["equity.", "capital"],
  ["debt.", "debt"],
  ["deposit.", "deposit"],
  ["working_capital.", "receivable"],
  ["vat.", "vat_credit"],
];

const PAID: readonly (readonly [prefix: string, account: Account])[] = [
  ["cost.", "wip"],
  ["replacement.", "fixed"],
  ["opex.", "opex"],
  ["tax.income", "income_tax"],
  ["tax.vat", "vat_credit"],
  ["vat.", "vat_credit"],
  ["tax.", "surcharge"],
  ["debt.interest", "interest"],
  ["debt.", "debt"],
  ["equity.", "dividend"],
  ["deposit.", "deposit"],
  ["working_capital.", "receivable"],
];

function accountFor(role: string, list: readonly (readonly [string, Account])[], otherwise: Account): Account {
  return list.find(([prefix]) => role.startsWith(prefix))?.[1] ?? otherwise;
}

/** Where a user's cash line is booked when it does not say: money in is income, money out operating cost, unless its role tells more. */
export function postingOf(role: string | undefined, crosses: unknown): Posting | undefined {
  if (crosses === "in") return { debit: "cash", credit: accountFor(role ?? "", RECEIVED, "revenue") };
  if (crosses === "out") return { debit: accountFor(role ?? "", PAID, "opex"), credit: "cash" };
  return undefined;
}
