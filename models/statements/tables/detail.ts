import type { StatementFacts } from "./facts.ts";
import { groupLabel } from "./sourcesUses.ts";
import { type RowSpec, row, type TableSpec } from "./table.ts";

/** A total with a row for each role that occurs; `side` is how the money crosses the perimeter. */
function byRole(no: string, zh: string, en: string, facts: StatementFacts, side: "in" | "out", roles: readonly string[]): readonly RowSpec[] {
  const rows = roles.map((role, index) => row(`${no}.${index + 1}`, facts.label(role).zh, facts.label(role).en, `sum(crosses = ${side}, role = ${role})`));
  return [row(no, zh, en, rows.length === 0 ? "0" : rows.map(({ key }) => key).join(" + ")), ...rows];
}

/** 总投资估算表: construction investment by kind of cost, interest in construction and working capital. */
export function investmentTable(facts: StatementFacts): TableSpec {
  const costs = facts.roles.filter((role) => role.startsWith("cost.") && !role.startsWith("cost.financing"));
  const groups = [...new Set(costs.map((role) => role.split(".").slice(0, 2).join(".")))];
  const blocks = groups.map((group, index) => {
    const label = groupLabel(group, costs, facts.label);
    return byRole(
      `1.${index + 1}`,
      label.zh,
      label.en,
      facts,
      "out",
      costs.filter((role) => role.startsWith(`${group}.`)),
    );
  });
  return {
    id: "investment",
    title: { zh: "总投资估算表", en: "Investment estimate" },
    rows: [
      row("1", "建设投资", "construction investment", groups.length === 0 ? "0" : groups.map((_group, index) => `r1_${index + 1}`).join(" + ")),
      ...blocks.flat(),
      row("2", "建设期利息及筹资费用", "interest during construction and fees", "r2_1 + r2_2 + r2_3"),
      row("2.1", "资本化利息", "interest capitalised", "sum(capitalised)"),
      row("2.2", "建设期付息", "interest paid in construction", "sum(interest_in_construction)"),
      row("2.3", "筹资费用", "issue and arrangement fees", "sum(financing_fees)"),
      row("3", "流动资金", "working capital", "", { line: "project.working_capital" }),
      row("4", "总投资", "total investment", "r1 + r2 + r3"),
      row("4.1", "其中:项目边界内付款", "of which paid inside the perimeter", "sum(crosses = inside, role = cost.*)", {
        convention: { zh: "项目主体之间的付款相互抵销,不计入总投资", en: "payments between parties of the project cancel and are not part of the total" },
      }),
      row("5", "可抵扣进项税额(另列,不在总投资内)", "creditable input VAT, besides total investment", "sum(role = vat.input, perimeter != no)"),
    ],
  };
}

/** 销售与租金收入表: contracts, receipts and recognised revenue of what is sold. */
export function salesTable(): TableSpec {
  return {
    id: "sales",
    title: { zh: "销售收入表", en: "Sales" },
    rows: [
      row("1", "签约面积", "area sold", "sum(role = area.sold, perimeter != no)", { unit: "m2" }),
      row("2", "签约金额(不含税)", "contracts, ex VAT", "sum(role = sale.contract, perimeter != no)"),
      row("3", "销售回款(不含税)", "receipts, ex VAT", "sum(crosses = in, role = sale.receipt)"),
      row("4", "交付面积", "area handed over", "sum(role = area.handed_over, perimeter != no)", { unit: "m2" }),
      row("5", "确认销售收入", "revenue recognised", "sum(role = sale.revenue, credit = revenue)"),
      row("6", "销售成本", "cost of sales", "sum(role = sale.cost, perimeter != no)"),
      row("7", "预收账款余额", "advances received", "account.advance", { kind: "stock" }),
    ],
  };
}

/** 经营收入表. */
export function incomeTable(facts: StatementFacts): TableSpec {
  const roles = facts.roles.filter((role) => role.startsWith("revenue."));
  return { id: "income", title: { zh: "经营收入表", en: "Operating revenue" }, rows: byRole("1", "经营收入(不含税)", "operating revenue, ex VAT", facts, "in", roles) };
}

/** 经营成本表, with depreciation, amortisation and interest below. */
export function costTable(facts: StatementFacts): TableSpec {
  const roles = facts.roles.filter((role) => role.startsWith("opex."));
  return {
    id: "operating_cost",
    title: { zh: "总成本费用表", en: "Total cost" },
    rows: [
      ...byRole("1", "经营成本", "operating cost", facts, "out", roles),
      row("2", "折旧", "depreciation", "sum(debit = depreciation)"),
      row("3", "摊销", "amortisation", "sum(debit = amortisation)"),
      row("4", "利息支出", "interest", "sum(debit = interest)"),
      row("5", "销售成本", "cost of sales", "sum(debit = cost_of_sales) - sum(credit = cost_of_sales)"),
      row("6", "总成本费用", "total cost", "r1 + r2 + r3 + r4 + r5"),
    ],
  };
}

/** 税费表: what the perimeter pays, tax by tax; VAT arising and carried below. */
export function taxTable(facts: StatementFacts): TableSpec {
  const roles = facts.roles.filter((role) => role.startsWith("tax.") && role !== "tax.income_adjusted");
  return {
    id: "tax",
    title: { zh: "税费表", en: "Taxes" },
    rows: [
      ...byRole("1", "税费合计", "taxes paid", facts, "out", roles),
      row("2", "销项税额(发生)", "output VAT arising", "sum(role = vat.output, perimeter != no)"),
      row("3", "进项税额(发生)", "input VAT arising", "sum(role = vat.input, perimeter != no)"),
      row("4", "土地价款抵减销项", "VAT relief for the land price", "sum(role = vat.land_relief, perimeter != no)"),
      row("5", "留抵及预缴(正)或应交(负)", "VAT carried (positive) or owed (negative)", "account.vat_credit", { kind: "stock" }),
      row("6", "调整所得税(备查)", "adjusted income tax, memorandum", "sum(role = tax.income_adjusted, perimeter != no)"),
    ],
    notes: [{ zh: "增值税于当期缴纳;附加以实际缴纳的增值税为依据。", en: "VAT is paid in the period it arises; surcharges follow VAT paid." }],
  };
}
