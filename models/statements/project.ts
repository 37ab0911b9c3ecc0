import type { FormulaDecl, LineKind } from "../language/line.ts";
import type { Text } from "../wording/text.ts";

/** What the project lines need to know of a document. */
export interface ProjectShape {
  readonly plots: readonly { readonly id: string; readonly label: Text }[];
  readonly parties: readonly { readonly id: string; readonly label: Text; readonly inProject: boolean }[];
}

const system = (id: string, zh: string, en: string, unit: string, kind: LineKind, formula: string, opening?: string): FormulaDecl => ({
  source: "formula",
  id,
  label: { zh, en },
  unit,
  kind,
  axis: kind === "scalar" ? "scalar" : "period",
  tags: {},
  clauses: [],
  path: id.split(".")[0] === "party" ? `parties/${id.split(".")[1]}` : "project",
  scope: {},
  formula,
  ...(opening === undefined ? {} : { opening }),
});

/**
 * Lines every model has: cash of every party (amounts in 元, signed from the party's view), cash of the project perimeter (parties inside the
 * project; transfers between them cancel), and the price index of the file's price basis.
 */
export function projectLines({ parties, plots }: ProjectShape): readonly FormulaDecl[] {
  const ofParties = parties.flatMap(({ id, label }) => [
    system(`party.${id}.net`, `${label.zh}净现金流`, `net cash flow of ${label.en}`, "CNY", "flow", `sum(payee = ${id}) - sum(payer = ${id})`),
    system(`party.${id}.cash`, `${label.zh}累计现金`, `cumulative cash of ${label.en}`, "CNY", "stock", `prev(party.${id}.cash) + party.${id}.net`, `party.${id}.opening_cash`),
  ]);
  const opening = parties.filter((party) => party.inProject).map((party) => `party.${party.id}.opening_cash`);
  return [
    ...ofParties,
    ...cashLines(opening.join(" + ") || "0"),
    ...plots.map(({ id, label }) =>
      system(
        `plot.${id}.residual`,
        `${label.zh}面积平衡差额`,
        `area residual of ${label.en}`,
        "m2",
        "scalar",
        `sum(role = area.gfa.*, plot = ${id}) - sum(role = area.disposition.*, plot = ${id})`,
      ),
    ),
    ...balanceLines,
    ...returnLines,
    ...operationLines,
  ];
}

/** Cash of the perimeter, and the price index of the file's price basis. */
function cashLines(opening: string): readonly FormulaDecl[] {
  return [
    system(
      "project.price_index",
      "价格指数",
      "price index",
      "1",
      "rate",
      "convention.current_prices > 0 ? (1 + convention.inflation) ^ ((month - project.price_base) / monthsperyear / oneyear) : 1",
    ),
    system("project.cash_in", "现金流入(项目边界)", "cash in, project perimeter", "CNY", "flow", "sum(crosses = in)"),
    system("project.cash_out", "现金流出(项目边界)", "cash out, project perimeter", "CNY", "flow", "sum(crosses = out)"),
    system("project.net", "净现金流(项目边界)", "net cash flow, project perimeter", "CNY", "flow", "project.cash_in - project.cash_out"),
    system("project.cash", "累计盈余资金", "cumulative cash of the project", "CNY", "stock", "prev(project.cash) + project.net", opening),
    system("project.cash_restricted", "其中:监管账户", "of which supervised", "CNY", "stock", "sum(role = cash.restricted)"),
    system("project.cash_free", "可动用资金", "unrestricted cash", "CNY", "stock", "project.cash - project.cash_restricted"),
  ];
}

/** Static balance (静态总平衡) and its two sides: capital, loan principal and distributions are on neither side. */
const balanceLines: readonly FormulaDecl[] = [
  system("project.sources", "资金来源(不含资本金与借款)", "sources without capital and loans", "CNY", "flow", "sum(crosses = in, role != in(equity.*, debt.*))"),
  system("project.uses", "资金运用(不含还本与分配)", "uses without principal and distributions", "CNY", "flow", "sum(crosses = out, role != in(equity.*, debt.principal))"),
  system("project.support", "其中:外部支持", "of which support", "CNY", "flow", "sum(crosses = in, role = in(support.grant.*, support.rebate, support.operating, contribution.*))"),
  system("project.static_balance", "静态总平衡差额", "static balance", "CNY", "scalar", "total(project.sources) - total(project.uses)"),
  system("project.static_balance_without_support", "静态总平衡差额(无支持)", "static balance without support", "CNY", "scalar", "project.static_balance - total(project.support)"),
];

/** Net flows whose returns are measured: before financing (before and after adjusted income tax), and what is left to the owners of the capital. */
const returnLines: readonly FormulaDecl[] = [
  system("project.investment", "建设投资", "construction investment", "CNY", "flow", "sum(crosses = out, role = in(cost.*), role != cost.financing.*)"),
  system(
    "project.interest_in_construction",
    "建设期利息",
    "interest in construction",
    "CNY",
    "flow",
    "sum(role = debt.capitalised) + sum(crosses = out, role = debt.interest, stage = construction) + sum(crosses = out, role = cost.financing.*)",
  ),
  system(
    "project.total_investment",
    "总投资",
    "total investment",
    "CNY",
    "scalar",
    "total(project.investment) + total(project.interest_in_construction) + total(sum(crosses = out, role = working_capital.increase))",
  ),
  system(
    "project.net_pretax",
    "项目投资净现金流量(所得税前)",
    "project net cash flow before income tax",
    "CNY",
    "flow",
    "sum(crosses = in, role != in(equity.*, debt.*)) - sum(crosses = out, role != in(equity.*, debt.*, tax.income, cost.financing.*))",
  ),
  system("project.net_posttax", "项目投资净现金流量(所得税后)", "project net cash flow after income tax", "CNY", "flow", "project.net_pretax - sum(role = tax.income_adjusted)"),
  system(
    "project.net_equity",
    "资本金净现金流量",
    "net cash flow to equity",
    "CNY",
    "flow",
    "project.net - sum(crosses = in, role = equity.*) + sum(crosses = out, role = equity.*)",
  ),
  system(
    "project.net_pretax_without_support",
    "项目投资净现金流量(所得税前,无支持)",
    "project net cash flow before income tax, without support",
    "CNY",
    "flow",
    "project.net_pretax - project.support",
  ),
  system(
    "project.net_posttax_without_support",
    "项目投资净现金流量(所得税后,无支持)",
    "project net cash flow after income tax, without support",
    "CNY",
    "flow",
    "project.net_posttax - project.support",
  ),
  system("project.undrawn", "未提取授信额度", "undrawn facilities", "CNY", "stock", "sum(role = debt.undrawn)"),
  system("project.fundable", "可动用资金与未提取额度", "unrestricted cash and undrawn facilities", "CNY", "stock", "project.cash_free + project.undrawn"),
];

/** Operating surplus (运营盈亏): revenue ex VAT less operating cost, surcharges, property and land-use tax; before depreciation, interest, replacement and subsidy. */
const operationLines: readonly FormulaDecl[] = [
  system("project.operating_revenue", "经营收入(不含税)", "operating revenue ex VAT", "CNY", "flow", "sum(crosses = in, role = revenue.*)"),
  system("project.operating_cost", "经营成本", "operating cost", "CNY", "flow", "sum(crosses = out, role = opex.*, role != opex.selling)"),
  system(
    "project.operating_taxes",
    "经营期税金及附加",
    "surcharges, property and land-use tax in operation",
    "CNY",
    "flow",
    "project.operating_revenue > 0 ? sum(crosses = out, role = in(tax.surcharge, tax.property, tax.land_use)) : 0",
  ),
  system("project.operating_surplus", "运营盈余", "operating surplus", "CNY", "flow", "project.operating_revenue - project.operating_cost - project.operating_taxes"),
];
