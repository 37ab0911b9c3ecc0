import type { FormulaDecl } from "../language/line.ts";
import { PAID_BY_OWNERS, PAID_TO_OWNERS } from "../terms/owners.ts";
import type { Text } from "../wording/text.ts";
import { bookLines } from "./books.ts";
import { capitalLines } from "./capital.ts";
import { cashLines } from "./cash.ts";
import { ratioLines } from "./forms.ts";
import { system } from "./system.ts";
import { allDebtsKey } from "./tables/debt.ts";
import { wholeLines } from "./whole.ts";
import { wholeCosts } from "./wholeCosts.ts";

/** Where the value of the assets at the end comes from: the books, an amount entered, or the income of the last twelve months by a rate or a multiple. */
export type Recovered = keyof typeof RECOVERED;

/** What the project lines need to know of a document. */
export interface ProjectShape {
  readonly plots: readonly { readonly id: string; readonly label: Text }[];
  readonly parties: readonly { readonly id: string; readonly label: Text; readonly inProject: boolean }[];
  readonly recovered: Recovered;
  /** Whether the file's rule packs have a parameter. */
  readonly hasParameter: (id: string) => boolean;
}

/**
 * Lines every model has: cash of every party (amounts in 元, signed from the party's view), cash of the project perimeter (parties inside the
 * project; transfers between them cancel), and the price index of the file's price basis.
 */
export function projectLines({ parties, plots, recovered, hasParameter }: ProjectShape): readonly FormulaDecl[] {
  const ofParties = parties.flatMap(({ id, label }) => [
    system(`party.${id}.net`, `${label.zh}净现金流`, `net cash flow of ${label.en}`, "CNY", "flow", `party.${id}.in - party.${id}.out`),
    system(`party.${id}.cash`, `${label.zh}累计现金`, `cumulative cash of ${label.en}`, "CNY", "stock", `prev(party.${id}.cash) + party.${id}.net`, `party.${id}.opening_cash`),
  ]);
  const opening = parties.filter((party) => party.inProject).map((party) => `party.${party.id}.opening_cash`);
  return [
    ...ofParties,
    ...cashLines(opening.join(" + ") || "0"),
    ...plots.map((plot) => residualLine(plot)),
    ...balanceLines,
    ...bookLines(opening.join(" + ") || "0"),
    ...stageLines,
    ...recoveredLines(recovered),
    ...returnLines,
    ...capitalLines(hasParameter),
    ...operationLines,
    ...breakEvenLines,
    ...coverLines,
    ...wholeLines,
    ...wholeCosts,
  ];
}

/** What of a plot's floor area is not assigned, or assigned twice. */
function residualLine({ id, label }: ProjectShape["plots"][number]): FormulaDecl {
  const formula = `sum(role = area.gfa.*, plot = ${id}) - sum(role = area.disposition.*, plot = ${id})`;
  return {
    ...system(`plot.${id}.residual`, `${label.zh}面积平衡差额`, `area residual of ${label.en}`, "m2", "scalar", formula),
    role: "area.residual",
    tags: { plot: id },
    convention: { zh: "应为0;不为0时各项平衡结论不可判定", en: "zero, or no verdict on the balance can be given" },
  };
}

/** What the static balance counts: conditions of selections. */
export const SOURCES = `crosses = in, role != in(${PAID_BY_OWNERS}, debt.draw)`;
export const USES = `crosses = out, role != in(${PAID_TO_OWNERS}, debt.principal)`;
export const CAPITALISED_USES = "role = debt.capitalised, credit = debt";

/** Static balance (静态总平衡) and its two sides: capital, loan principal and distributions are on neither side. */
const balanceLines: readonly FormulaDecl[] = [
  system("project.sources", "资金来源(不含资本金与借款)", "sources without capital and loans", "CNY", "flow", `sum(${SOURCES}) + project.recovered_working_capital`),
  // Interest capitalised into a loan is paid as principal later, and principal stands on neither side: it is a use when it arises.
  system(
    "project.uses",
    "资金运用(含资本化利息,不含还本与分配)",
    "uses with capitalised interest, without principal and distributions",
    "CNY",
    "flow",
    `sum(${USES}) + sum(${CAPITALISED_USES})`,
  ),
  system("project.support", "其中:外部支持", "of which support", "CNY", "flow", "sum(crosses = in, role = in(support.*, contribution.*))"),
  {
    ...system("project.static_balance", "静态总平衡差额", "static balance", "CNY", "scalar", "total(project.sources) - total(project.uses)"),
    convention: { zh: "流动资金的增加为运用,其期末收回为来源", en: "the increase of working capital is a use, its recovery at the end a source" },
  },
  system(
    "project.static_balance_without_support",
    "静态总平衡差额(不含政策资金)",
    "static balance without support",
    "CNY",
    "scalar",
    "project.static_balance - total(project.support)",
  ),
];

const COMPLETED = "latest(role = stage.completion, perimeter != no)";
const OWN_LINES = "sum(crosses = out, role = cost.*, role != cost.financing.*, custom = 1)";

/** A user's own line has no date of works: it follows the components, and its payments where there is none. */
const COMPLETION = `${COMPLETED} > 0 mo ? ${COMPLETED} : highest(running(${OWN_LINES}) - ${OWN_LINES} < total(${OWN_LINES}) ? month + dtmonths - 1 mo : 0 mo)`;

/** When building ends, and which money given counts as funding of the building and which as later income. */
const stageLines: readonly FormulaDecl[] = [
  {
    ...system("project.completion", "项目完工月", "completion of the project", "mo", "scalar", COMPLETION),
    convention: { zh: "各启用组件完工月的最迟者;全部为自定义行时按其支付", en: "latest completion of an enabled component; by payments where all are lines of the user's own" },
  },
  {
    ...system("project.building", "建设期", "construction", "1", "flag", "month <= project.completion ? 1 : 0"),
    convention: { zh: "至完工月所在期为止;其后的付款不属建设期", en: "up to the period of the completion; later payments are no construction" },
  },
  system(
    "project.support_for_building",
    "建设期到位的外部支持",
    "support received during construction",
    "CNY",
    "flow",
    "project.building > 0 ? sum(crosses = in, role = in(support.grant.*, support.rebate, contribution.*)) : 0",
  ),
  system("project.support_later", "建设期后的补贴收入", "subsidies after construction", "CNY", "flow", "project.support - project.support_for_building"),
];

const RECOVERED = {
  book: { formula: "account.fixed + account.intangible", zh: "期末账面净值", en: "net book value in the last period" },
  given: { formula: "convention.recovered_asset_value", zh: "按填写值", en: "as entered" },
  rate: {
    formula: "max(0, project.last_surplus) / convention.terminal_cap_rate",
    zh: "最后十二个月运营盈余/资本化率",
    en: "operating surplus of the last twelve months over the capitalisation rate",
  },
  multiple: {
    formula: "max(0, project.last_surplus) * convention.terminal_multiple",
    zh: "最后十二个月运营盈余×倍数",
    en: "operating surplus of the last twelve months times the multiple",
  },
} as const;

/** What the assets and the working capital are worth when the horizon ends: an inflow of the return tables, not of cash. */
function recoveredLines(by: Recovered): readonly FormulaDecl[] {
  const { formula, ...convention } = RECOVERED[by];
  return [
    {
      ...system("project.recovered_assets", "回收固定资产余值", "recovered asset value", "CNY", "flow", `t >= periodcount ? ${formula} : 0`),
      convention,
    },
    system("project.book_value_at_end", "期末账面净值", "net book value at the end", "CNY", "scalar", `total(t >= periodcount ? ${RECOVERED.book.formula} : 0)`),
    system(
      "project.last_surplus",
      "最后十二个月运营盈余",
      "operating surplus of the last twelve months",
      "CNY",
      "flow",
      "t >= periodcount ? window(project.operating_surplus, periodsperyear * 1 a) : 0",
    ),
    system("project.recovered_working_capital", "回收流动资金", "recovered working capital", "CNY", "flow", "t >= periodcount ? account.receivable : 0"),
    {
      ...system(
        "project.owed_at_end",
        "期末未偿债务(减项)",
        "debt outstanding at the end, a deduction",
        "CNY",
        "flow",
        "t >= periodcount ? account.debt + account.working_debt + project.coupons_owed : 0",
      ),
      convention: { zh: "含已计未付债券利息;未偿部分由资本金回收额中扣除", en: "with bond interest accrued and not paid; it comes off what the owners recover" },
    },
    system(
      "project.coupons_owed",
      "已计未付债券利息",
      "bond interest accrued and not paid",
      "CNY",
      "stock",
      "running(sum(role = debt.interest_accrued, perimeter != no) - sum(crosses = out, role = debt.interest, form = bond))",
    ),
    system("project.recovered", "期末回收", "recovered at the end", "CNY", "flow", "project.recovered_assets + project.recovered_working_capital"),
  ];
}

/** Net flows whose returns are measured: before financing (before and after adjusted income tax), and what is left to the owners of the capital. */
const returnLines: readonly FormulaDecl[] = [
  system("project.investment", "建设投资", "construction investment", "CNY", "flow", "sum(crosses = out, role = in(cost.*), role != cost.financing.*)"),
  system(
    "project.working_capital",
    "流动资金增加",
    "increase of working capital",
    "CNY",
    "flow",
    "sum(crosses = out, role = working_capital.increase) - sum(crosses = in, role = working_capital.recovered)",
  ),
  system(
    "project.interest_in_construction",
    "建设期利息",
    "interest in construction",
    "CNY",
    "flow",
    "sum(role = debt.capitalised, credit = debt) + sum(crosses = out, role = debt.interest, stage = construction) + project.coupons_unpaid + sum(crosses = out, role = cost.financing.*)",
  ),
  {
    ...system(
      "project.coupons_unpaid",
      "建设期计提未付的债券利息",
      "bond interest accrued in construction and paid later",
      "CNY",
      "flow",
      "sum(role = debt.interest_accrued, stage = construction, perimeter != no) - sum(crosses = out, role = debt.interest, stage = construction, form = bond)",
    ),
    convention: { zh: "建设期利息按权责计提,与资产入账一致", en: "interest in construction as it accrues, the same as the books capitalise" },
  },
  system(
    "project.total_investment",
    "总投资",
    "total investment",
    "CNY",
    "scalar",
    "total(project.investment) + total(project.interest_in_construction) + total(project.working_capital)",
  ),
  system(
    "project.net_pretax",
    "项目投资净现金流量(所得税前)",
    "project net cash flow before income tax",
    "CNY",
    "flow",
    `sum(crosses = in, role != in(${PAID_BY_OWNERS}, debt.*)) - sum(crosses = out, role != in(${PAID_TO_OWNERS}, debt.*, tax.income, cost.financing.*)) + project.recovered`,
  ),
  system(
    "project.net_posttax",
    "项目投资净现金流量(所得税后)",
    "project net cash flow after income tax",
    "CNY",
    "flow",
    "project.net_pretax - sum(role = tax.income_adjusted, perimeter != no)",
  ),
  system(
    "project.net_equity",
    "资本金净现金流量",
    "net cash flow to equity",
    "CNY",
    "flow",
    `project.net - sum(crosses = in, role = in(${PAID_BY_OWNERS})) + sum(crosses = out, role = in(${PAID_TO_OWNERS})) + project.recovered - project.owed_at_end`,
  ),
  system(
    "project.net_pretax_without_support",
    "项目投资净现金流量(所得税前,不含政策资金)",
    "project net cash flow before income tax, without support",
    "CNY",
    "flow",
    "project.net_pretax - project.support",
  ),
  system(
    "project.net_posttax_without_support",
    "项目投资净现金流量(所得税后,不含政策资金)",
    "project net cash flow after income tax, without support",
    "CNY",
    "flow",
    "project.net_posttax - project.support",
  ),
  system("project.net_equity_without_support", "资本金净现金流量(不含政策资金)", "net cash flow to equity, without support", "CNY", "flow", "project.net_equity - project.support"),
  system("project.cash_free_without_support", "可动用资金(不含政策资金)", "unrestricted cash, without support", "CNY", "stock", "project.cash_free - running(project.support)"),
  system("project.uncalled", "认缴未缴资本金", "capital committed and not paid in", "CNY", "stock", "sum(role = equity.committed, perimeter != no)"),
  system(
    "project.fundable",
    "可动用资金、尚可提取额度与认缴未缴资本金",
    "unrestricted cash, what can still be drawn and capital committed",
    "CNY",
    "stock",
    "project.cash_free + project.undrawn + project.uncalled",
  ),
];

/** Operating surplus (运营盈亏): revenue ex VAT less operating cost, surcharges, property and land-use tax; before depreciation, interest, replacement and subsidy. */
const operationLines: readonly FormulaDecl[] = [
  system("project.operating_revenue", "经营收入(不含税)", "operating revenue ex VAT", "CNY", "flow", "sum(crosses = in, role = revenue.*)"),
  system("project.operating_cost", "经营成本", "operating cost", "CNY", "flow", "sum(crosses = out, role = opex.*, role != opex.selling)"),
  system("project.output_vat", "销项税额", "output VAT arising", "CNY", "flow", "sum(role = vat.output, perimeter != no)"),
  {
    ...system(
      "project.operating_surcharge",
      "经营部分的附加",
      "surcharges of the operation",
      "CNY",
      "flow",
      `sum(crosses = out, role = tax.surcharge, profit != in(paid, matched))
        + sum(crosses = out, role = tax.surcharge, profit = in(paid, matched)) * share(sum(role = vat.output, of = operation, perimeter != no), max(project.output_vat, sum(crosses = out, role = tax.vat)))`,
    ),
    convention: {
      zh: "申报附加按经营销项占全部销项(有预缴时占缴纳额)分摊,销售部分属于销售",
      en: "surcharges of the return by the operation's part of output VAT, or of VAT paid where more is prepaid; the rest belongs to the sales",
    },
  },
  system(
    "project.operating_taxes",
    "经营期税金及附加",
    "surcharges, property and land-use tax in operation",
    "CNY",
    "flow",
    "project.operating_revenue > 0 ? project.operating_surcharge + sum(crosses = out, role = in(tax.property, tax.land_use)) : 0",
  ),
  system("project.operating_surplus", "运营盈余", "operating surplus", "CNY", "flow", "project.operating_revenue - project.operating_cost - project.operating_taxes"),
];

/** What the break-even of the operation rests on: revenue that fills up, cost and taxes that move with revenue, and cost that does not. */
const breakEvenLines: readonly FormulaDecl[] = [
  system("project.ramped_revenue", "随出租率变动的收入", "revenue that follows occupancy", "CNY", "flow", "sum(crosses = in, role = revenue.*, ramped = yes)"),
  system("project.revenue_at_capacity", "满负荷收入", "the same at full occupancy", "CNY", "flow", "sum(role = capacity.revenue)"),
  {
    ...system(
      "project.variable_cost",
      "变动成本及税金",
      "cost and taxes that move with revenue",
      "CNY",
      "flow",
      "project.operating_revenue > 0 ? sum(crosses = out, role = opex.*, varies = revenue) + project.operating_surcharge + sum(crosses = out, role = tax.property) : 0",
    ),
    convention: {
      zh: "按收入比例的成本、附加与房产税为变动,其余为固定",
      en: "cost entered as a share of revenue, surcharges and property tax move with revenue; the rest is fixed",
    },
  },
  system("project.fixed_cost", "固定成本", "fixed cost", "CNY", "flow", "project.operating_cost + project.operating_taxes - project.variable_cost"),
  system("project.sale_receipts", "销售回款", "sale receipts", "CNY", "flow", "sum(crosses = in, role = sale.receipt)"),
];

/** Cover of debt service: each debt counts from the end of its own construction and grace. A ratio has no value where nothing is to be covered. */
const SERVING = `stmt_debt.${allDebtsKey("counts")} > 0`;

const coverLines: readonly FormulaDecl[] = [
  system(
    "project.working_capital_unfunded",
    "未由自身资本金或借款承担的流动资金",
    "working capital its own capital and loans do not pay",
    "CNY",
    "flow",
    "project.working_capital - max(0, min(project.working_capital, stmt_funding.r2_1_2 + stmt_funding.r2_2_3))",
  ),
  {
    ...system(
      "project.cfads",
      "偿债可用现金流",
      "cash available for debt service",
      "CNY",
      "flow",
      `${SERVING} ? stmt_plan.r1 - stmt_plan.r2_2_2 - project.working_capital_unfunded : 0`,
    ),
    convention: {
      zh: "经营活动净现金流量(全部税后)-维持运营投资±未由自身资本金或借款承担的流动资金,自首笔债务宽限期满起",
      en: "net cash of operation after all taxes, less replacement, plus or minus working capital its own capital and loans do not pay, from the first end of a grace",
    },
  },
  system("project.support_in_cfads", "其中:补贴收入", "of which subsidies", "CNY", "flow", `${SERVING} ? project.support_later : 0`),
  system("project.service", "宽限期后还本付息", "debt service after grace", "CNY", "flow", `stmt_debt.${allDebtsKey("counted")}`),
  system("project.ebitda_after_tax", "息税折旧摊销前利润-所得税", "EBITDA less income tax", "CNY", "flow", `${SERVING} ? stmt_profit.r20 - stmt_profit.r8 : 0`),
  ...ratioLines("project.dscr", "偿债备付率(现金口径)", "DSCR, cash", "project.cfads", "project.service"),
  ...ratioLines("project.dscr_mp3", "偿债备付率(参数口径)", "DSCR, (EBITDA - tax)/(P + I)", "project.ebitda_after_tax", "project.service"),
  ...ratioLines("project.icr", "利息备付率", "interest cover", "stmt_profit.r19", "stmt_profit.r3_5"),
];
