/** Selections of the cash tables. Whatever no row names falls into an "other" row, so that every table adds up to the cash. */
const EARNED = "role = in(sale.receipt, revenue.*), role != revenue.residual";

/** Receipts from sale and operation, ex VAT where the file keeps VAT apart. */
export const RECEIPTS = `sum(crosses = in, ${EARNED})`;
export const VAT_RECEIVED = "sum(crosses = in, role = vat.received)";
export const VAT_ON_PURCHASES = "sum(crosses = out, role = vat.paid)";
export const VAT_PAID = "sum(crosses = out, role = tax.vat)";
export const OPERATING_COST = "sum(crosses = out, role = opex.*)";
export const TAXES = "sum(crosses = out, role = tax.*, role != in(tax.vat, tax.income))";
export const INCOME_TAX = "sum(crosses = out, role = tax.income)";
export const ADJUSTED_TAX = "sum(role = tax.income_adjusted, perimeter != no)";
export const REPLACEMENT = "sum(crosses = out, role = replacement.*)";
export const EQUITY_IN = "sum(crosses = in, role = equity.*)";
export const DISTRIBUTIONS = "sum(crosses = out, role = equity.*)";
export const DRAWS = "sum(crosses = in, role = debt.*)";
export const PRINCIPAL = "sum(crosses = out, role = debt.*, role != debt.interest)";
export const INTEREST = "sum(crosses = out, role = debt.interest)";
export const INTEREST_IN_OPERATION = "sum(crosses = out, role = debt.interest, stage != construction)";
export const INTEREST_IN_CONSTRUCTION = "sum(crosses = out, role = debt.interest, stage = construction)";
export const CAPITALISED = "sum(role = debt.capitalised, credit = debt)";
export const FINANCING_FEES = "sum(crosses = out, role = cost.financing.*)";
export const DEPOSITS_OUT = "sum(crosses = out, role = deposit.*)";
export const DEPOSITS_BACK = "sum(crosses = in, role = deposit.*)";
export const WORKING_CAPITAL_IN = "sum(crosses = in, role = working_capital.*)";
export const WORKING_CAPITAL_OUT = "sum(crosses = out, role = working_capital.*)";
export const RESIDUAL_SOLD = "sum(crosses = in, role = revenue.residual)";
export const OTHER_IN = "sum(crosses = in, role != in(sale.receipt, revenue.*, vat.received, support.*, contribution.*, equity.*, debt.*, deposit.*, working_capital.*))";
export const OTHER_OUT = "sum(crosses = out, role != in(cost.*, opex.*, tax.*, vat.paid, replacement.*, equity.*, debt.*, deposit.*, working_capital.*))";
