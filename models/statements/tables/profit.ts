import type { StatementFacts } from "./facts.ts";
import { note, type RowSpec, row, stockRow, type TableSpec } from "./table.ts";

const booked = (account: string): string => `sum(debit = ${account}) - sum(credit = ${account})`;
const earned = (account: string): string => `sum(credit = ${account}) - sum(debit = ${account})`;

/** 利润与利润分配表: the income and expense accounts of the books, sales at hand-over; and what becomes of the profit. */
export function profitTable(facts: StatementFacts): TableSpec {
  return {
    id: "profit",
    title: { zh: "利润与利润分配表", en: "Profit and its distribution" },
    rows: [...result(facts), ...distribution(facts), ...measures()],
    notes: [
      {
        zh: "销售收入于交付时确认,不含增值税;不征税补助计入资本公积,不在本表;法定盈余公积金于日历年末提取。",
        en: "Sale revenue at hand-over, ex VAT; non-taxable grants go to the capital reserve and are not in this table; the legal reserve is taken at the end of the calendar year.",
      },
    ],
  };
}

const result = ({ has }: StatementFacts): readonly RowSpec[] => [
  row("1", "营业收入", "operating revenue", earned("revenue")),
  row("1.1", "其中:销售收入(交付确认)", "of which sales handed over", "sum(role = sale.revenue, credit = revenue)"),
  row("2", "税金及附加", "taxes and surcharges", booked("surcharge")),
  row("3", "总成本费用", "total cost", "r3_1 + r3_2 + r3_3 + r3_4 + r3_5"),
  row("3.1", "经营成本(含销售费用)", "operating cost, selling cost included", booked("opex")),
  row("3.2", "销售成本(交付面积结转)", "cost of sales", booked("cost_of_sales")),
  row("3.3", "折旧", "depreciation", booked("depreciation")),
  row("3.4", "摊销", "amortisation", booked("amortisation")),
  row("3.5", "利息支出", "interest", booked("interest")),
  row("4", "补贴收入(应税)", "subsidy income, taxable", earned("subsidy")),
  ...(has("support.grant.special") || has("support.grant.performance") || has("support.rebate") || has("contribution.resident")
    ? [note("untaxed", "另:不征税补助及出资(计入资本公积)", "besides: non-taxable grants and contributions, to capital reserve", earned("reserve"), { level: 1 })]
    : []),
  row("5", "利润总额", "profit before tax", "r1 - r2 - r3 + r4"),
  row("6", "弥补以前年度亏损", "losses of earlier years made good", "sum(role = income_tax.loss_used, perimeter != no)"),
  row("7", "应纳税所得额", "taxable profit", "sum(role = income_tax.taxable, perimeter != no)", {
    convention: { zh: "按纳税人日历年汇算,含纳税调整;多个纳税人分别计算后相加", en: "per taxpayer and calendar year after tax adjustments, added up" },
  }),
  row("8", "所得税", "income tax", booked("income_tax")),
  row("9", "净利润", "net profit", "r5 - r8"),
];

const distribution = ({ investors }: StatementFacts): readonly RowSpec[] => [
  row("10", "期初未分配利润", "undistributed profit, opening", "prev(account.undistributed)", { kind: "opening" }),
  row("11", "可供分配的利润", "distributable profit", "r9 + r10", {
    year: "years(r9) + r10.year",
  }),
  row("12", "提取法定盈余公积金", "to legal reserve", "account.to_legal_reserve"),
  row("13", "可供投资者分配的利润", "distributable to investors", "r11 - r12", {
    year: "r11.year - years(r12)",
  }),
  row("14", "应付优先股股利", "preferred dividends", "sum(crosses = out, role = equity.preferred_dividend)"),
  row("15", "提取任意盈余公积金", "to discretionary reserve", "account.to_other_reserve"),
  row("16", "应付普通股股利", "ordinary dividends", "account.distributed - r14"),
  row("17", "各投资方利润分配", "of which to each investor", "r16"),
  ...investors.map(({ id, label: { zh, en } }) =>
    row("", `其中:${zh}`, `of which ${en}`, `sum(crosses = out, role = equity.*, role != equity.preferred_dividend, payee = ${id})`, { key: `r17_of_${id}`, level: 1 }),
  ),
  stockRow("18", "未分配利润", "undistributed profit", "", { line: "account.undistributed" }),
];

const measures = (): readonly RowSpec[] => [row("19", "息税前利润", "EBIT", "r5 + r3_5"), row("20", "息税折旧摊销前利润", "EBITDA", "r19 + r3_3 + r3_4")];
