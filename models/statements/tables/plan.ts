import { note, type RowSpec, row, stockRow, type TableSpec } from "./table.ts";

/** 财务计划现金流量表: all cash of the perimeter; its last row is the cash of the balance sheet. */
export function planTable(): TableSpec {
  return {
    id: "plan",
    title: { zh: "财务计划现金流量表", en: "Financial plan cash flow" },
    rows: [...operating(), ...investing(), ...financing(), ...closing()],
  };
}

const operating = (): readonly RowSpec[] => [
  row("1", "经营活动净现金流量", "net cash of operation", "r1_1 - r1_2"),
  row("1.1", "现金流入", "inflow", "r1_1_1 + r1_1_2 + r1_1_3 + r1_1_4"),
  row("1.1.1", "营业收入", "operating revenue", "sum(receipts)"),
  row("1.1.2", "增值税销项税额", "output VAT collected", "sum(vat_received)"),
  row("1.1.3", "补贴收入", "subsidy income", "", { line: "project.support_later" }),
  row("1.1.4", "其他流入", "other inflow", "sum(other_in)"),
  row("1.2", "现金流出", "outflow", "r1_2_1 + r1_2_2 + r1_2_3 + r1_2_4 + r1_2_5 + r1_2_6"),
  row("1.2.1", "经营成本", "operating cost", "sum(operating_cost)"),
  row("1.2.2", "增值税进项税额", "input VAT paid", "sum(vat_on_purchases)"),
  row("1.2.3", "税金及附加", "taxes and surcharges", "sum(taxes)"),
  row("1.2.4", "增值税", "VAT paid", "sum(vat_paid)"),
  row("1.2.5", "所得税", "income tax", "sum(income_tax)"),
  row("1.2.6", "其他流出", "other outflow", "sum(other_out)"),
];

const investing = (): readonly RowSpec[] => [
  row("2", "投资活动净现金流量", "net cash of investment", "r2_1 - r2_2"),
  row("2.1", "现金流入", "inflow", "sum(residual_sold) + sum(working_capital_in) + sum(deposits_back) + sum(lent_back)"),
  row("2.2", "现金流出", "outflow", "r2_2_1 + r2_2_2 + r2_2_3 + r2_2_4"),
  row("2.2.1", "建设投资", "construction investment", "", { line: "project.investment" }),
  row("2.2.2", "维持运营投资", "replacement investment", "sum(replacement)"),
  row("2.2.3", "流动资金", "working capital", "sum(working_capital_out)"),
  row("2.2.4", "其他流出(保证金等)", "other outflow (deposits …)", "sum(deposits_out) + sum(lent)"),
];

const financing = (): readonly RowSpec[] => [
  row("3", "筹资活动净现金流量", "net cash of financing", "r3_1 - r3_2"),
  row("3.1", "现金流入", "inflow", "r3_1_1 + r3_1_2 + r3_1_3 + r3_1_4"),
  row("3.1.1", "项目资本金投入", "equity paid in", "sum(equity_in)"),
  row("3.1.2", "建设投资借款", "loans drawn", "sum(draws) - r3_1_3"),
  row("3.1.3", "债券", "bonds issued", "sum(crosses = in, role = debt.draw, form = bond)"),
  row("3.1.4", "其他(补助、居民出资、专项资金、捐赠)", "other (grants, residents, their fund, donations)", "", { line: "project.support_for_building" }),
  row("3.2", "现金流出", "outflow", "r3_2_1 + r3_2_2 + r3_2_3 + r3_2_4"),
  row("3.2.1", "各种利息支出", "interest paid", "sum(interest)"),
  row("3.2.2", "偿还债务本金", "principal repaid", "sum(principal)"),
  row("3.2.3", "应付利润(股利及基金分配)", "profit distributed", "sum(distributions)"),
  row("3.2.4", "筹资费用", "issue and arrangement fees", "sum(financing_fees)"),
];

const closing = (): readonly RowSpec[] => [
  row("4", "净现金流量", "net cash flow", "r1 + r2 + r3"),
  stockRow("5", "累计盈余资金", "cumulative cash", "", { line: "project.cash" }),
  stockRow("5.1", "其中:监管账户", "of which supervised", "", { line: "project.cash_restricted" }),
  stockRow("5.2", "可动用资金", "unrestricted", "", { line: "project.cash_free" }),
  stockRow(
    "",
    "勾稽:期初资金+累计净现金流量-累计盈余资金(应为0)",
    "check: opening cash + cumulative row 4 - row 5 (zero)",
    "prev(check) + round(r4 - (r5 - prev(project.cash)), 2)",
    { key: "check", level: 0 },
  ),
  note("without_4", "不含政策资金:净现金流量", "without support: net cash flow", "r4 - project.support"),
  stockRow("", "不含政策资金:累计盈余资金", "without support: cumulative cash", "r5 - running(project.support)", { key: "without_5", level: 0 }),
];
