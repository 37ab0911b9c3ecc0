import { party, rate } from "../define/inputs.ts";
import { cash, flow, type LineSpec, yearFlow, yearStock } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";

const AGES = ["1", "2", "3", "4", "5"] as const;

/**
 * 企业所得税, one per taxpayer: settled and paid in the last period of each calendar year on the year's profit; losses are carried for five years, the
 * oldest used first, one line per age. Grants and contributions booked to the capital reserve are not income; the cost they paid for is added back.
 */
export const incomeTax = mechanism("income_tax", {
  title: { zh: "企业所得税", en: "Corporate income tax" },
  summary: {
    zh: "按日历年汇算,亏损五年内先进先出弥补,不征税资金对应成本不得扣除。",
    en: "Settled per calendar year; losses carried five years, oldest first; cost paid by non-taxable money is added back.",
  },
  family: "tax",
  clauses: ["national-law/income-tax"],
  inputs: {
    taxpayer: party("纳税人", "taxpayer", ["entity", "spv", "operator"]),
    authority: party("征收机关", "tax authority", ["tax"]),
    taxRate: rate("税率", "tax rate", { from: 0, to: 1, policy: "cit" }),
  },
  lines: (c) => {
    const taxpayer = c.word("taxpayer");
    const support = `running(sum(payee = ${taxpayer}, role = in(support.grant.*, support.rebate, contribution.*), taxable != yes))`;
    const cost = `running(sum(payer = ${taxpayer}, role = in(cost.*, replacement.capex)))`;
    const assetCost = `sum(taxpayer = ${taxpayer}, role = in(sale.cost, depreciation))`;
    return [
      yearFlow(
        "income",
        "应税收入",
        "taxable income",
        `yearly(sum(taxpayer = ${taxpayer}, role = in(sale.revenue, revenue.*, support.operating)) + sum(taxpayer = ${taxpayer}, role = support.*, taxable = yes))`,
      ),
      yearFlow(
        "interest",
        "利息支出",
        "interest expensed",
        `yearly(sum(taxpayer = ${taxpayer}, role = debt.interest, stage = operation, form != bond) + sum(taxpayer = ${taxpayer}, role = debt.interest_accrued, stage = operation))`,
      ),
      yearFlow(
        "deductions",
        "扣除项目(不含利息)",
        "deductions before interest",
        `yearly(sum(taxpayer = ${taxpayer}, role = in(opex.*, sale.cost, depreciation, amortisation, tax.surcharge, tax.property, tax.land_use, tax.stamp, tax.land_appreciation)) - sum(taxpayer = ${taxpayer}, role = vat.land_relief))`,
      ),
      yearStock("disallowed_share", "不征税资金占成本比例", "share of cost paid by non-taxable money", `yearly(${cost}) > 0 ? min(1, yearly(${support}) / yearly(${cost})) : 0`, {
        unit: "1",
      }),
      yearFlow("added_back", "不得扣除的成本", "cost added back", `disallowed_share * yearly(${assetCost})`, {
        convention: {
          zh: "不征税资金形成的成本按比例纳税调增",
          en: "cost paid by non-taxable money is added back in proportion",
        },
      }),
      yearFlow("profit", "纳税调整后所得", "profit after adjustments", "income - deductions - interest + added_back"),
      ...lossChain("", "profit", { zh: "", en: "" }),
      cash("tax", "企业所得税", "corporate income tax", "taxable * taxRate", {
        payer: taxpayer,
        payee: c.word("authority"),
        role: "tax.income",
        tags: { taxpayer },
        posts: { debit: "income_tax", credit: "cash" },
        convention: { zh: "年末汇算并缴纳", en: "settled and paid in the last period of the year" },
      }),
      yearFlow("adjusted_profit", "息税前所得", "profit before interest", "profit + interest"),
      ...lossChain("adjusted_", "adjusted_profit", { zh: "调整:", en: "adjusted: " }),
      flow("adjusted_tax", "调整所得税", "adjusted income tax", "adjusted_taxable * taxRate", {
        role: "tax.income_adjusted",
        tags: { taxpayer },
        convention: { zh: "按息税前所得计算,亏损单独弥补", en: "on profit before interest, with losses of its own" },
      }),
    ];
  },
});

/** Loss relief of one profit line: `used_AGE`, `loss_AGE` for five ages, and the `taxable` rest. */
function lossChain(prefix: string, profit: string, mark: { readonly zh: string; readonly en: string }): readonly LineSpec[] {
  const used = (age: string) => `${prefix}used_${age}`;
  const loss = (age: number) => `${prefix}loss_${age}`;
  const usedByOlder = (age: string) =>
    AGES.filter((other) => other > age)
      .map((other) => ` - ${used(other)}`)
      .join("");
  return [
    ...[...AGES].reverse().map((age) =>
      yearFlow(used(age), `${mark.zh}弥补${age}年前亏损`, `${mark.en}loss of ${age} years ago used`, `min(prev(${loss(Number(age))}), max(0, ${profit})${usedByOlder(age)})`, {
        clauses: ["national-law/income-tax"],
      }),
    ),
    ...AGES.map((age) =>
      age === "1"
        ? yearStock(loss(1), `${mark.zh}本年亏损结转`, `${mark.en}loss made this year`, `max(0, 0 - ${profit})`)
        : yearStock(
            loss(Number(age)),
            `${mark.zh}${Number(age) - 1}年前亏损结转`,
            `${mark.en}loss made ${Number(age) - 1} years ago, unused`,
            `prev(${loss(Number(age) - 1)}) - ${used(String(Number(age) - 1))}`,
          ),
    ),
    yearFlow(`${prefix}taxable`, `${mark.zh}应纳税所得额`, `${mark.en}taxable profit`, `max(0, ${profit})${AGES.map((age) => ` - ${used(age)}`).join("")}`),
  ];
}
