import { note, type RowSpec, row, stockRow, type TableSpec } from "./table.ts";

/** 项目投资现金流量表: before financing. */
export function projectTable(): TableSpec {
  return {
    id: "project",
    title: { zh: "项目投资现金流量表", en: "Project cash flow" },
    rows: [...inflow(), ...outflow(), ...net()],
    notes: [
      {
        zh: "销售按回款列入;外部支持列入含政策资金的口径,不含政策资金的口径列于表末;不含建设期利息。",
        en: "Sales enter as received; support counts here, the view without it stands at the end; interest during construction is left out.",
      },
    ],
  };
}

const inflow = (): readonly RowSpec[] => [
  row("1", "现金流入", "inflow", "r1_1 + r1_2 + r1_3 + r1_4 + r1_5 + r1_6"),
  row("1.1", "营业收入", "operating revenue", "sum(receipts)"),
  row("1.2", "补贴收入", "subsidy income", "", { line: "project.support" }),
  row("1.2.1", "其中:建设期到位", "of which during construction", "", { line: "project.support_for_building" }),
  row("1.2.2", "其中:建设期后", "of which afterwards", "", { line: "project.support_later" }),
  row("1.3", "回收固定资产余值", "recovered fixed-asset value", "project.recovered_assets + sum(residual_sold)"),
  row("1.4", "回收流动资金", "recovered working capital", "project.recovered_working_capital + sum(working_capital_in)"),
  row("1.5", "增值税(随价款收取)", "VAT collected with prices", "sum(vat_received)"),
  row("1.6", "其他流入", "other inflow", "sum(deposits_back) + sum(other_in)"),
];

const outflow = (): readonly RowSpec[] => [
  row("2", "现金流出", "outflow", "r2_1 + r2_2 + r2_3 + r2_4 + r2_5 + r2_6 + r2_7 + r2_8"),
  row("2.1", "建设投资", "construction investment", "", { line: "project.investment" }),
  row("2.2", "流动资金", "working capital", "sum(working_capital_out)"),
  row("2.3", "经营成本", "operating cost", "sum(operating_cost)"),
  row("2.4", "税金及附加", "taxes and surcharges", "sum(taxes)"),
  row("2.5", "维持运营投资", "replacement investment", "sum(replacement)"),
  row("2.6", "增值税(随价款支付)", "VAT paid with prices", "sum(vat_on_purchases)"),
  row("2.7", "缴纳增值税", "VAT paid to the authority", "sum(vat_paid)"),
  row("2.8", "其他流出", "other outflow", "sum(deposits_out) + sum(other_out)"),
];

const net = (): readonly RowSpec[] => [
  row("3", "所得税前净现金流量", "net flow before income tax", "r1 - r2"),
  stockRow("4", "累计所得税前净现金流量", "cumulative, before income tax", "prev(r4) + r3"),
  row("5", "调整所得税", "adjusted income tax", "sum(adjusted_tax)", {
    convention: { zh: "按利润表息税前利润口径计算(折旧含建设期利息)", en: "on profit before interest as in the profit table, depreciation includes interest in construction" },
  }),
  row("6", "所得税后净现金流量", "net flow after income tax", "r3 - r5"),
  stockRow("7", "累计所得税后净现金流量", "cumulative, after income tax", "prev(r7) + r6"),
  note("without_3", "不含政策资金:所得税前净现金流量", "without support: before income tax", "r3 - r1_2"),
  stockRow("", "不含政策资金:累计所得税前", "without support: cumulative before income tax", "prev(without_4) + without_3", { key: "without_4", level: 0 }),
  note("without_6", "不含政策资金:所得税后净现金流量", "without support: after income tax", "r6 - r1_2"),
  stockRow("", "不含政策资金:累计所得税后", "without support: cumulative after income tax", "prev(without_7) + without_6", { key: "without_7", level: 0 }),
];
