import type { StatementFacts } from "./facts.ts";
import { note, type RowSpec, row, stockRow, type TableSpec } from "./table.ts";

/** 资金来源与运用表, after the older set for real-estate projects: sources less uses and what is left, cumulated. */
export function sourcesUsesTable(facts: StatementFacts): TableSpec {
  return {
    id: "sources_uses",
    title: { zh: "资金来源与运用表", en: "Sources and uses of funds" },
    rows: [
      ...sources(facts),
      ...uses(facts),
      row("3", "盈余资金", "surplus", "r1 - r2"),
      stockRow("4", "累计盈余资金", "cumulative surplus", "prev(r4) + r3"),
      note("without_3", "不含政策资金:盈余资金", "without support: surplus", "r3 - project.support"),
      stockRow("", "不含政策资金:累计盈余资金", "without support: cumulative", "prev(without_4) + without_3", { key: "without_4", level: 0 }),
    ],
    notes: [{ zh: "累计盈余资金不含期初资金。", en: "The cumulative surplus leaves opening cash out." }],
  };
}

/** 年度资金平衡表: what a finance office asks for, opening cash to closing cash with the facilities still open. */
export function annualTable(facts: StatementFacts): TableSpec {
  return {
    id: "annual",
    title: { zh: "年度资金平衡表", en: "Annual balance of funds" },
    rows: [
      row("1", "期初资金", "opening cash", "prev(project.cash)", { kind: "opening" }),
      ...sources(facts, "2"),
      ...uses(facts, "3"),
      row("4", "当期余缺", "surplus of the period", "r2 - r3"),
      stockRow("5", "期末资金", "closing cash", "", { line: "project.cash" }),
      stockRow("5.1", "其中:监管账户", "of which supervised", "", { line: "project.cash_restricted" }),
      stockRow("5.2", "其中:可动用资金", "of which unrestricted", "", { line: "project.cash_free" }),
      stockRow("6", "未提取授信额度", "undrawn facilities", "", { line: "project.undrawn" }),
      stockRow("7", "可动用资金高于最低余额", "unrestricted cash above the minimum", "project.cash_free - convention.minimum_cash"),
    ],
  };
}

function sources({ roles, label }: StatementFacts, no = "1"): readonly RowSpec[] {
  const given = roles.filter((role) => /^(support|contribution)\./.test(role));
  const parts = [
    ["销售回款", "sale receipts", "sum(crosses = in, role = sale.receipt)"],
    ["经营收入", "operating revenue", "sum(crosses = in, role = revenue.*)"],
    ["项目资本金", "equity", "sum(equity_in)"],
    ["借款及债券", "loans and bonds", "sum(draws)"],
    ...given.map((role) => [label(role).zh, label(role).en, `sum(crosses = in, role = ${role})`] as const),
    ["增值税(随价款收取)", "VAT collected with prices", "sum(vat_received)"],
    ["保证金退还", "deposits returned", "sum(deposits_back)"],
    ["其他来源", "other sources", "sum(other_in) + sum(lent_back) + sum(working_capital_in)"],
  ] as const;
  return numbered(no, "资金来源", "sources", parts);
}

function uses({ roles, label }: StatementFacts, no = "2"): readonly RowSpec[] {
  const costs = roles.filter((role) => role.startsWith("cost.") && !role.startsWith("cost.financing"));
  const groups = [...new Set(costs.map((role) => role.split(".").slice(0, 2).join(".")))];
  const parts = [
    ...groups.map((group) => {
      const text = groupLabel(group, costs, label);
      return [text.zh, text.en, `sum(crosses = out, role = ${group}.*)`] as const;
    }),
    ["筹资费用", "issue and arrangement fees", "sum(financing_fees)"],
    ["流动资金", "working capital", "sum(working_capital_out)"],
    ["经营成本(含销售费用)", "operating cost, selling cost included", "sum(operating_cost)"],
    ["税金及附加", "taxes and surcharges", "sum(taxes)"],
    ["增值税(进项及缴纳)", "VAT with prices and paid", "sum(vat_on_purchases) + sum(vat_paid)"],
    ["所得税", "income tax", "sum(income_tax)"],
    ["维持运营投资", "replacement investment", "sum(replacement)"],
    ["偿还本金", "principal repaid", "sum(principal)"],
    ["支付利息", "interest paid", "sum(interest)"],
    ["利润及基金分配", "distributions", "sum(distributions)"],
    ["缴存保证金", "deposits paid", "sum(deposits_out)"],
    ["其他运用", "other uses", "sum(other_out) + sum(lent)"],
  ] as const;
  return numbered(no, "资金运用", "uses", parts);
}

const GROUPS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  "cost.works": { zh: "工程费用", en: "works" },
  "cost.compensation": { zh: "征收补偿与过渡", en: "compensation and transition" },
  "cost.land": { zh: "土地费用", en: "land" },
  "cost.other": { zh: "工程建设其他费用", en: "other construction cost" },
  "cost.contingency": { zh: "预备费", en: "contingency" },
};

/** Name of a group of cost roles; a group this list does not know is called after its first role. */
export function groupLabel(group: string, roles: readonly string[], label: StatementFacts["label"]): { readonly zh: string; readonly en: string } {
  return GROUPS[group] ?? label(roles.find((role) => role.startsWith(`${group}.`)) ?? group);
}

function numbered(no: string, zh: string, en: string, parts: readonly (readonly [zh: string, en: string, formula: string])[]): readonly RowSpec[] {
  const rows = parts.map(([partZh, partEn, formula], index) => row(`${no}.${index + 1}`, partZh, partEn, formula));
  return [row(no, zh, en, rows.map(({ key }) => key).join(" + ")), ...rows];
}
