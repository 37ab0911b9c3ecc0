import { PAID_BY_OWNERS } from "../../terms/owners.ts";
import type { StatementFacts } from "./facts.ts";
import { note, type RowSpec, row, stockRow, type TableSpec } from "./table.ts";

/**
 * 总投资使用计划与资金筹措表: the use of funds and where it comes from. What no source covers is row 2.4; cumulated it explains, with what operation and debt
 * service leave, the cash of the project.
 */
export function fundingTable(facts: StatementFacts): TableSpec {
  return {
    id: "funding",
    title: { zh: "项目总投资使用计划与资金筹措表", en: "Use of total investment and funding" },
    rows: [...uses(), ...sources(facts), ...reconciliation()],
    notes: [
      {
        zh: "2.4 资金缺口为负数表示当期筹措多于使用、结余转出;缺口不作默认融资,由经营回款弥补或使现金为负。建设期以后到位的补助列为补贴收入,不列入 2.3。",
        en: "Row 2.4 negative: more funds came in than were used. The gap is never financed silently; receipts cover it or cash goes negative. Grants after construction are subsidy income, not row 2.3.",
      },
    ],
  };
}

const uses = (): readonly RowSpec[] => [
  row("1", "总投资", "total investment", "r1_1 + r1_2 + r1_3"),
  row("1.1", "建设投资", "construction investment", "", { line: "project.investment" }),
  row("1.2", "建设期利息", "interest during construction", "", { line: "project.interest_in_construction" }),
  row("1.3", "流动资金", "working capital", "", { line: "project.working_capital" }),
];

function sources({ investors, debts, roles, label }: StatementFacts): readonly RowSpec[] {
  const others = roles.filter((role) => /^(support|contribution)\./.test(role));
  return [
    row("2", "资金筹措", "funding", "r2_1 + r2_2 + r2_3 + r2_4"),
    row("2.1", "项目资本金", "equity", "sum(equity_in)"),
    row("2.1.1", "用于建设投资", "for construction", "r2_1 - r2_1_2 - r2_1_3"),
    ...investors.map(({ id, label: { zh, en } }) =>
      row("", `其中:${zh}`, `of which ${en}`, `sum(crosses = in, role = in(${PAID_BY_OWNERS}), payer = ${id})`, { key: `r2_1_of_${id}`, level: 3 }),
    ),
    row("2.1.2", "用于流动资金", "for working capital", "min(r2_1 - r2_1_3, sum(role = working_capital.equity))"),
    row("2.1.3", "用于建设期利息", "for interest during construction", "min(r2_1, sum(interest_in_construction) + sum(financing_fees))", {
      convention: { zh: "建设期以资金支付的利息与筹资费用先由资本金承担", en: "interest and fees paid in construction are borne by equity first" },
    }),
    row("2.2", "债务资金", "debt", "r2_2_1 + r2_2_2 + r2_2_3 + r2_2_4"),
    row("2.2.1", "用于建设投资", "for construction", "sum(draws) - r2_2_3"),
    ...debts.map(({ id, label: { zh, en } }) =>
      row("", `其中:${zh}`, `of which ${en}`, `sum(crosses = in, role = debt.draw, component = ${id})`, { key: `r2_2_of_${id}`, level: 3 }),
    ),
    row("2.2.2", "用于建设期利息(资本化)", "for interest during construction, capitalised", "sum(capitalised)"),
    row("2.2.3", "用于流动资金", "for working capital", "min(sum(draws), max(0, project.working_capital - r2_1_2))"),
    row("2.2.4", "建设期计提未付的债券利息", "bond interest accrued in construction, paid later", "", { line: "project.coupons_unpaid" }),
    row("2.3", "其他资金", "other funds", "", { line: "project.support_for_building" }),
    ...others.map((role) =>
      row("", `其中:${label(role).zh}`, `of which ${label(role).en}`, `project.building > 0 ? sum(crosses = in, role = ${role}) : 0`, {
        key: `r2_3_of_${role.replaceAll(".", "_")}`,
        level: 2,
      }),
    ),
    row("2.4", "资金缺口(负数为结余转出)", "funding gap (negative: surplus carried out)", "r1 - r2_1 - r2_2 - r2_3"),
  ];
}

const reconciliation = (): readonly RowSpec[] => [
  stockRow("3", "累计资金缺口", "cumulative funding gap", "prev(r3) + r2_4"),
  row(
    "4",
    "经营、偿债及其他净现金",
    "net cash of operation, debt service and other",
    "sum(receipts) + sum(residual_sold) + sum(vat_received) + project.support_later + sum(deposits_back) + sum(lent_back) + sum(other_in) - sum(operating_cost) - sum(taxes) - sum(income_tax) - sum(vat_on_purchases) - sum(vat_paid) - sum(replacement) - sum(principal) - sum(interest_in_operation) - sum(distributions) - sum(deposits_out) - sum(lent) - sum(other_out)",
  ),
  stockRow("5", "累计经营、偿债及其他净现金", "the same, cumulative", "prev(r5) + r4"),
  stockRow("6", "累计盈余资金", "cumulative cash", "", { line: "project.cash" }),
  stockRow("", "勾稽:期初资金-累计资金缺口+累计净现金-累计盈余资金(应为0)", "check: opening cash - row 3 + row 5 - row 6 (zero)", "round(project.opening_cash - r3 + r5 - r6, 2)", {
    key: "check",
  }),
  note("without_support_gap", "资金缺口(不含政策资金)", "funding gap, without support", "r2_4 + r2_3"),
];
