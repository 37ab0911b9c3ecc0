import { choice, party, rate } from "../../terms/inputs.ts";
import type { Component } from "../define/component.ts";
import { cash, flow, type LineSpec, yearFlow, yearStock } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { CAPITALISED } from "./capitalised.ts";
import { lossChain, lossYears } from "./lossChain.ts";
import { untaxedMoneyLines } from "./untaxedMoney.ts";

/**
 * 企业所得税, one per taxpayer: settled and paid in the last period of each calendar year on the year's profit; losses are carried for five years unless said otherwise,
 * the oldest used first, one line per age. Grants and contributions booked to the capital reserve are not income; the cost they paid for is added back. The tax
 * before interest has losses of its own and does not see the loans.
 */
export const incomeTax = mechanism("income_tax", {
  title: { zh: "企业所得税", en: "Corporate income tax" },
  summary: {
    zh: "按日历年汇算,亏损五年内先进先出弥补,不征税资金对应成本不得扣除;小型微利待遇须由用户选择。",
    en: "Settled per calendar year; losses carried five years, oldest first; cost paid by non-taxable money is added back; small low-profit treatment only if chosen.",
  },
  family: "tax",
  clauses: ["national-law/income-tax"],
  inputs: {
    taxpayer: party("纳税人", "taxpayer", ["entity", "spv", "operator"]),
    authority: party("征收机关", "tax authority", ["tax"]),
    taxRate: rate("税率", "tax rate", { from: 0, to: 1, policy: "cit" }),
    regime: choice(
      "纳税人类型(不填为一般企业)",
      "kind of taxpayer (ordinary when left out)",
      { general: { zh: "一般企业", en: "ordinary" }, small_profit: { zh: "小型微利企业", en: "small low-profit enterprise" } },
      { optional: true },
    ),
    lossYears,
    presaleMargin: rate("预售预计毛利率(不填为不预计)", "estimated margin on presale receipts (none when left out)", { from: 0, to: 0.5, optional: true, usual: [0.05, 0.15] }),
  },
  selections: {
    ...CAPITALISED,
    support: "payee = taxpayer, role = in(support.grant.*, support.rebate, contribution.*), taxable != yes, booked != asset",
    support_taxable: "taxpayer = taxpayer, role = in(support.grant.*, support.rebate, contribution.*), taxable = yes",
    charged_built: "taxpayer = taxpayer, role = in(sale.cost, depreciation, amortisation), asset != in(replacement, rights)",
    charged_replacement: "taxpayer = taxpayer, role = depreciation, asset = replacement",
    replacements: "payer = taxpayer, role = replacement.capex",
    charged: "taxpayer = taxpayer, role = in(opex.*, sale.cost, depreciation, amortisation, tax.property, tax.land_use, tax.stamp, tax.deed, noncash.tax)",
    taxes_when_paid: "taxpayer = taxpayer, role = in(tax.surcharge, tax.land_appreciation), profit != matched",
    replaced: "taxpayer = taxpayer, role = replacement.capex, treatment = expensed",
  },
  once: ["taxpayer"],
  lines: (c) => [
    ...incomeLines,
    ...deductionLines,
    ...untaxedMoneyLines,
    yearFlow("adjusted_profit", "息税前所得", "profit before interest", "income - deductions + added_back"),
    yearFlow("profit", "纳税调整后所得", "profit after adjustments", "adjusted_profit - interest"),
    ...lossChain(
      c,
      "",
      "profit",
      { zh: "", en: "" },
      { used: { role: "income_tax.loss_used", words: { taxpayer: "taxpayer" } }, taxable: { role: "income_tax.taxable", words: { taxpayer: "taxpayer" } } },
    ),
    cash("tax", "企业所得税", "corporate income tax", charge(c, "taxable"), {
      from: "taxpayer",
      to: "authority",
      role: "tax.income",
      words: { taxpayer: "taxpayer" },
      posts: { debit: "income_tax", credit: "cash" },
      convention: { zh: "年末汇算并缴纳", en: "settled and paid in the last period of the year" },
    }),
    ...lossChain(c, "adjusted_", "adjusted_profit", { zh: "调整:", en: "adjusted: " }),
    flow("adjusted_tax", "调整所得税", "adjusted income tax", charge(c, "adjusted_taxable"), {
      role: "tax.income_adjusted",
      words: { taxpayer: "taxpayer" },
      convention: { zh: "按息税前所得计算,亏损单独弥补", en: "on profit before interest, with losses of its own" },
    }),
  ],
});

/** Rate on a year's taxable profit; the small treatment ends for the whole profit once it is over the limit. */
function charge(c: Component, taxable: string): string {
  const small = c.is("regime", "small_profit");
  return small ? `${taxable} * (${taxable} <= param(small_profit_limit) ? param(small_profit_rate) : taxRate)` : `${taxable} * taxRate`;
}

const incomeLines: readonly LineSpec[] = [
  flow(
    "service_income",
    "社区服务优惠收入(单独核算)",
    "income of community services under the relief, accounted apart",
    "sum(taxpayer = taxpayer, role = revenue.*, relief = community_service)",
  ),
  flow("income_reduced", "减计收入", "income not counted", "sum(taxpayer = taxpayer, role = income_tax.reduced)", { clauses: ["national-law/community-service-relief"] }),
  yearStock(
    "presale_margin",
    "未结转预售款预计毛利",
    "estimated margin on receipts not yet recognised",
    "yearly(max(0, running(sum(payee = taxpayer, role = sale.receipt)) - running(sum(taxpayer = taxpayer, role = sale.revenue)))) * (presaleMargin or 0)",
    { convention: { zh: "交付确认收入时转回", en: "taken back when the revenue is recognised" } },
  ),
  yearFlow(
    "income",
    "应税收入",
    "taxable income",
    `yearly(sum(taxpayer = taxpayer, role = in(sale.revenue, revenue.*, support.operating)) + sum(support_taxable)) - yearly(income_reduced)
      + presale_margin - prev(presale_margin)`,
  ),
];

const deductionLines: readonly LineSpec[] = [
  yearFlow(
    "interest",
    "利息支出",
    "interest expensed",
    `yearly(sum(taxpayer = taxpayer, role = debt.interest, stage = operation, form != bond)
      + sum(taxpayer = taxpayer, role = debt.interest_accrued, stage = operation))`,
  ),
  yearFlow(
    "deductions",
    "扣除项目(不含利息)",
    "deductions before interest",
    "yearly(sum(charged) + sum(taxes_when_paid) + sum(replaced) - sum(taxpayer = taxpayer, role = vat.land_relief))",
    { convention: { zh: "土地增值税及附加按各自组件选择的时点计入", en: "land appreciation tax and surcharges when their components say: when paid, or matched" } },
  ),
];
