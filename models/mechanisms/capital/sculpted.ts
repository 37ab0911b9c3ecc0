import { choice, type InputSpec, rate } from "../../terms/inputs.ts";
import type { Component } from "../define/component.ts";
import { flow, type LineSpec, ratio, scalar, stock } from "../define/lines.ts";

/** Inputs of a loan repaid in proportion to the cash available for it; the file's target stands in for a missing one. */
export const sculptedInputs = {
  targetDscr: rate("目标偿债备付率(按偿债备付率倒推还本时;不填用文件目标)", "target DSCR of a sculpted loan (the file's when left out)", {
    from: 0.5,
    to: 10,
    optional: true,
    usual: [1.1, 1.5],
  }),
  cfadsTax: choice(
    "偿债现金流中的所得税(不填为扣调整所得税)",
    "income tax in the cash for debt service (adjusted when left out)",
    {
      adjusted: { zh: "扣调整所得税(不含利息抵税)", en: "adjusted income tax, before the tax shield of interest" },
      before: { zh: "所得税前", en: "before income tax" },
    },
    { optional: true },
  ),
  negativePrincipal: choice(
    "早期负本金(不填为不允许)",
    "negative principal in early periods (not allowed when left out)",
    { forbid: { zh: "不允许", en: "not allowed" }, show: { zh: "允许并显示(相当于再提款)", en: "allowed and shown, as if drawn again" } },
    { optional: true },
  ),
} satisfies Record<string, InputSpec>;

/** Whether principal falls due in the period. */
export const DUE = "remaining > 0 and month >= start + grace";

/**
 * 按偿债备付率倒推: debt service is the cash available divided by the target; principal is what interest leaves of it. A loan larger than
 * the capacity is left with a final payment in the last period of its tenor, as with every form.
 */
export function sculptedPrincipal(c: Component): string {
  const left = c.is("negativePrincipal", "show") ? "sculpted_service - accrued" : "max(0, sculpted_service - accrued)";
  return `${DUE} ? min(prev(balance), ${left}) : 0`;
}

/** Cash available for debt service, the service it carries, and the balance at the first repayment that this service repays in full. */
export function sculptedLines(c: Component): readonly LineSpec[] {
  if (!c.is("form", "sculpted")) return [];
  const before = c.is("cfadsTax", "before");
  return [
    flow(
      "cfads",
      "偿债可用现金流",
      "cash available for debt service",
      `sum(payee = borrower, role = in(revenue.*, sale.receipt, support.operating, working_capital.recovered))
        - sum(payer = borrower, role = in(opex.*, replacement.*, working_capital.increase, tax.*), role != in(tax.income, tax.vat))
        ${before ? "" : " - sum(taxpayer = borrower, role = tax.income_adjusted)"}`,
      {
        convention: before ? { zh: "所得税前", en: "before income tax" } : { zh: "扣调整所得税,不含利息抵税", en: "after adjusted income tax, before the tax shield of interest" },
      },
    ),
    flow("sculpted_service", "可支撑的还本付息", "debt service carried", `${DUE} ? max(0, cfads) / dscr_used : 0`),
    ratio("dscr_used", "采用的偿债备付率", "DSCR used", "targetDscr or convention.dscr_target"),
    stock("service_discount", "折现系数(首次还款前)", "discount to just before the first repayment", "month >= start + grace ? prev(service_discount) / (1 + period_rate) : 1", {
      unit: "1",
      opening: "1",
    }),
    scalar("capacity", "起始还款时可承受余额", "balance the service can repay", "total(sculpted_service * service_discount)", {
      convention: { zh: "各期可支撑还本付息按期利率折现至首次还款前", en: "debt service discounted at the loan's rate to just before the first repayment" },
    }),
  ];
}
