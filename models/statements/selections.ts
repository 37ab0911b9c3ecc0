import { PAID_BY_OWNERS, PAID_TO_OWNERS } from "../terms/owners.ts";

/** Selections of statements by name: `sum(receipts)`. In the cash tables, whatever no row names falls into an "other" row, so that every table adds up to the cash. */
export const STATEMENT_SELECTIONS: Readonly<Record<string, string>> = {
  /** From sale and operation, ex VAT where the file keeps VAT apart. */
  receipts: "crosses = in, role = in(sale.receipt, revenue.*), role != revenue.residual",
  vat_received: "crosses = in, role = vat.received",
  vat_on_purchases: "crosses = out, role = vat.paid",
  vat_paid: "crosses = out, role = tax.vat",
  operating_cost: "crosses = out, role = opex.*",
  taxes: "crosses = out, role = tax.*, role != in(tax.vat, tax.income)",
  income_tax: "crosses = out, role = tax.income",
  adjusted_tax: "role = tax.income_adjusted, perimeter != no",
  replacement: "crosses = out, role = replacement.*",
  equity_in: `crosses = in, role = in(${PAID_BY_OWNERS})`,
  distributions: `crosses = out, role = in(${PAID_TO_OWNERS})`,
  draws: "crosses = in, role = debt.draw",
  principal: "crosses = out, role = debt.*, role != in(debt.draw, debt.interest)",
  /** To those outside: what is lent, and what comes back with its interest, is no borrowing. */
  lent: "crosses = out, role = debt.draw",
  lent_back: "crosses = in, role = debt.*, role != debt.draw",
  interest: "crosses = out, role = debt.interest",
  interest_in_operation: "crosses = out, role = debt.interest, stage != construction",
  interest_in_construction: "crosses = out, role = debt.interest, stage = construction",
  capitalised: "role = debt.capitalised, credit = debt",
  financing_fees: "crosses = out, role = cost.financing.*",
  deposits_out: "crosses = out, role = deposit.*",
  deposits_back: "crosses = in, role = deposit.*",
  working_capital_in: "crosses = in, role = working_capital.*",
  working_capital_out: "crosses = out, role = working_capital.*",
  residual_sold: "crosses = in, role = revenue.residual",
  other_in: `crosses = in, role != in(sale.receipt, revenue.*, vat.received, support.*, contribution.*, ${PAID_BY_OWNERS}, debt.*, deposit.*, working_capital.*)`,
  other_out: `crosses = out, role != in(cost.*, opex.*, tax.*, vat.paid, replacement.*, ${PAID_TO_OWNERS}, debt.*, deposit.*, working_capital.*)`,
};
