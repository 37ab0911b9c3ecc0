import type { Decimal } from "decimal.js";
import type { ModelDocument } from "../document/schema.ts";
import { textOf } from "../document/schemaParts.ts";
import { RecordDecimal } from "../engines/arithmetic/decimal.ts";
import type { GraphLine } from "../language/graph.ts";
import type { Results } from "../results/results.ts";
import { isPublicBody } from "../terms/payerNames.ts";
import { greatest, sum, ZERO } from "./amounts.ts";
import { stands } from "./standing.ts";

interface Seen {
  readonly document: ModelDocument;
  readonly results: Results<Decimal | number>;
}

/** What the records of a kind that hold come to, of one purpose or of any. */
export function shownBy({ document, results }: Seen, kind: string, purpose?: string): Decimal {
  const meant = document.records.flatMap(({ id, kind: own, values }) => {
    const amount = values?.["amount"];
    const isMeant = own === kind && (purpose === undefined || values?.["purpose"] === purpose);
    return isMeant && amount !== undefined && stands(results, id) ? [new RecordDecimal(String(amount))] : [];
  });
  return sum(meant);
}

/** 政府购买服务: income a budget pays for what it buys, with neither a procurement that holds nor a budget for operation that covers all of it. */
export function unprocuredPurchases(seen: Seen, lines: readonly GraphLine[]): readonly GraphLine[] {
  const { results } = seen;
  const paid = paidByBudgets(seen.document, lines);
  const open = unprocuredIncome(seen, lines);
  if (open.length === 0) return [];
  // Subsidies of operation are paid from the same budget.
  const charged = [...open, ...paid.filter(({ role }) => role === "support.operating")];
  const years = (results.frame.years ?? []).map((_year, at) =>
    charged.reduce((all, { id }) => all.plus(results.years(id)?.[at] ?? 0), ZERO),
  );
  return greatest(years).greaterThan(shownBy(seen, "budget_approval", "operation")) ? open : [];
}

/** Income a budget pays for what it buys without a procurement that holds. */
export const unprocuredIncome = (seen: Seen, lines: readonly GraphLine[]): readonly GraphLine[] =>
  purchasesOf(seen, lines).filter((line) => !isProcured(seen, line));

/** What budgets buy of the project or of an operator beside it. */
export const purchasesOf = ({ document }: Seen, lines: readonly GraphLine[]): readonly GraphLine[] =>
  paidByBudgets(document, lines).filter(isPurchase);
const isPurchase = ({ role }: GraphLine): boolean => role?.startsWith("revenue.") === true;

/** Money of budgets to the project, and to an operator beside it. */
function paidByBudgets({ parties }: ModelDocument, lines: readonly GraphLine[]): readonly GraphLine[] {
  const budgets = new Set(
    parties.filter(({ id, role, label }) => isPublicBody(role, textOf(label ?? id))).map(({ id }) => id),
  );
  return lines.filter(
    ({ payer, tags }) =>
      payer !== undefined && budgets.has(payer) && (tags["crosses"] === "in" || tags["crosses"] === "outside"),
  );
}

/** Whether an integrated operation of the same operator names a procurement that holds. */
function isProcured({ document, results }: Seen, { payee }: GraphLine): boolean {
  return document.components.some(({ enabled, inputs }) => {
    const { procurement, operator } = inputs;
    if (!enabled || typeof procurement !== "string" || operator !== payee) return false;
    return stands(results, procurement);
  });
}
