import type { Posting } from "../../language/line.ts";
import type { Account } from "../../terms/accounts.ts";

/** Account beside cash for a user's line, by the beginning of its role; the first that fits. */
const RECEIVED: readonly (readonly [prefix: string, account: Account])[] = [
  ["sale.", "advance"],
  ["revenue.residual", "fixed"],
  ["revenue.", "revenue"],
  ["support.operating", "subsidy"],
  ["support.", "reserve"],
  ["contribution.", "reserve"],
  ["equity.paid_in", "capital"],
  ["equity.fund_distribution", "revenue"],
  ["equity.fund", "capital"],
  ["equity.transfer", "capital"],
  ["equity.", "revenue"],
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
  ["equity.paid_in", "intangible"],
  ["equity.fund_distribution", "dividend"],
  ["equity.fund", "intangible"],
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

/** How a payment stands to the project perimeter. */
export type Crossing = "in" | "out" | "inside" | "outside";

/**
 * What a payment is on the other side of it: where the project pays what a mechanism wrote as somebody's income, it is the project's cost, and the other
 * way round.
 */
const MIRROR: Readonly<Partial<Record<Account, Account>>> = {
  revenue: "opex",
  advance: "opex",
  subsidy: "opex",
  reserve: "opex",
  opex: "revenue",
  wip: "revenue",
  surcharge: "revenue",
  income_tax: "revenue",
  fixed: "revenue",
  capital: "intangible",
  dividend: "revenue",
  debt: "intangible",
};

interface Posted {
  readonly role?: string | undefined;
  readonly posts?: Posting | undefined;
  /** Absent for bookings, which move no money. */
  readonly crosses?: Crossing | undefined;
}

/**
 * The double entry of a line in the books of the project perimeter: payments inside it cancel and payments between outsiders are not its business, so
 * neither is entered. A payment that crosses the perimeter always has cash on one side.
 */
export function perimeterPosting({ role, posts, crosses }: Posted): Posting | undefined {
  if (crosses === undefined) return posts === undefined || isOutside(posts) ? undefined : posts;
  if (crosses === "inside" || crosses === "outside") return undefined;
  const usual = postingOf(role, crosses);
  if (posts === undefined || isOutside(posts)) return usual;
  const [cashSide, otherSide] = crosses === "in" ? (["debit", "credit"] as const) : (["credit", "debit"] as const);
  if (posts[cashSide] === "cash") return posts;
  const account = posts[otherSide] === "cash" ? posts[cashSide] : undefined;
  if (account === undefined) return usual;
  const other = MIRROR[account as Account] ?? account;
  return crosses === "in" ? { debit: "cash", credit: other } : { debit: other, credit: "cash" };
}

const isOutside = ({ debit, credit }: Posting): boolean => debit === "outside" || credit === "outside";
