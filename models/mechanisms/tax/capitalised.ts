/**
 * 计入资产的成本: what one taxpayer builds, with interest in construction, less money that is taken off the cost. The books divide it among assets and
 * income tax measures untaxed money against it, so both read it here.
 */
export const CAPITALISED = {
  built: "payer = taxpayer, role = cost.*, crosses != inside",
  interest_capitalised: "role = debt.capitalised, borrower = taxpayer",
  interest_paid: "payer = taxpayer, role = debt.interest, stage = construction, form != bond",
  coupons_accrued: "role = debt.interest_accrued, stage = construction, borrower = taxpayer",
  taken_over: "role = noncash.transfer, debit = wip, taxpayer = taxpayer",
  netted: "payee = taxpayer, role = in(support.grant.*, support.rebate, contribution.*), booked = asset",
};

export const COST_CAPITALISED = "sum(built) + sum(interest_capitalised) + sum(interest_paid) + sum(coupons_accrued) + sum(taken_over) - sum(netted)";
