import type { PartyFact, StatementFacts } from "./facts.ts";
import { note, type RowSpec, row, stockRow, type TableSpec } from "./table.ts";

const LEVELS: readonly string[] = ["central", "province", "city", "district"];

/** 财政收支表: each budget's support, capital and land money out and in, taxes and VAT apart; money out positive. */
export function fiscalTable(facts: StatementFacts): TableSpec {
  const budgets = facts.parties.filter(({ role }) => LEVELS.includes(role));
  // Money that is lent on comes back; what the budgets themselves give and receive counts.
  const lent = budgets.map(({ id }) => `(sum(payer = ${id}, role = debt.*) - sum(payee = ${id}, role = debt.*))`);
  const net = [[...budgets.map((_, index) => `r${index + 1}`), "0"].join(" + "), ...lent, `r${budgets.length + 1}`].join(" - ");
  return {
    id: "fiscal",
    title: { zh: "财政收支影响表", en: "Effect on public budgets" },
    rows: [
      ...budgets.flatMap((party, index) => budgetRows(party, String(index + 1))),
      note(
        "support",
        "其中:补助、返还及补贴合计(含以其他名义支付的财政资金)",
        "of which grants, rebates, subsidies and money of budgets under another name",
        "sum(role = support.*) + payers.disguised_support",
      ),
      row(String(budgets.length + 1), "税收(不含增值税)", "taxes without VAT", "sum(role = tax.*, role != in(tax.vat, tax.income_adjusted))"),
      row(String(budgets.length + 2), "增值税(另列)", "VAT, apart", "sum(role = tax.vat)"),
      row(
        String(budgets.length + 3),
        "财政净支出(各级净支出-税收,不含增值税与转贷)",
        "net fiscal effect (net money out of all budgets less taxes, VAT and on-lending apart)",
        net,
        {
          key: "net",
        },
      ),
      stockRow("", "累计财政净支出", "cumulative", "prev(net_cumulative) + net", { key: "net_cumulative", level: 0 }),
    ],
    notes: [{ zh: "正数为财政支出;税收按缴纳人列示,不分级次。", en: "Positive is money out of the budgets; taxes are not divided by level." }],
  };
}

function budgetRows({ id, label }: PartyFact, no: string): readonly RowSpec[] {
  const paid = (role: string) => `sum(payer = ${id}, role = ${role})`;
  return [
    row(no, `${label.zh}净支出`, `${label.en}: net money out`, `r${no}_1 + r${no}_2 + r${no}_3 - r${no}_4 - r${no}_5`),
    row(`${no}.1`, "补助、返还及补贴", "grants, rebates, subsidies", paid("support.*")),
    row(`${no}.2`, "资本金及借款投入", "capital and loans given", paid("in(equity.*, debt.*)")),
    row(`${no}.3`, "土地及其他支出", "land and other money out", `sum(payer = ${id}, role != in(support.*, equity.*, debt.*))`),
    row(`${no}.4`, "土地收益及分成收入", "land receipts and shares", `sum(payee = ${id}, role = land.*)`),
    row(`${no}.5`, "其他收入", "other receipts", `sum(payee = ${id}, role != land.*)`),
  ];
}

/** 居民及专项资金分担表: what the owners pay, in total and per household, and how it is covered. */
export function residentsTable(facts: StatementFacts): TableSpec {
  const owners = facts.parties.filter(({ role }) => role === "resident");
  const list = owners.length === 0 ? "none" : `in(${owners.map(({ id }) => id).join(", ")})`;
  const perHousehold = (no: string, zh: string, en: string, of: string): RowSpec =>
    row(no, zh, en, `project.households > 0 ? ${of} / project.households : none.no_households`, { unit: "CNY/household" });
  return {
    id: "residents",
    title: { zh: "居民及专项资金分担表", en: "Shares of residents and their funds" },
    rows: [
      row("1", "居民支付合计", "paid by residents", "r1_1 + r1_2 + r1_3 + r1_4"),
      row("1.1", "居民出资", "contributions to the project", `sum(payer = ${list}, role = contribution.resident)`),
      row("1.2", "维修资金续筹、补建", "maintenance-fund top-ups", `sum(payer = ${list}, role = fund.topup)`),
      row("1.3", "首期维修资金交存", "first maintenance deposits", `sum(payer = ${list}, role = deposit.*)`),
      row("1.4", "购买、服务费及其他支付", "purchases, fees and other payments", `sum(payer = ${list}, role != in(contribution.resident, fund.topup, deposit.*))`, {
        convention: { zh: "含共有部分收益的支出与转存,不属居民负担", en: "with what is paid out of the income of common parts, which is no burden of residents" },
      }),
      row("2", "其中:公积金提取抵付", "of which covered by the provident fund", "sum(role = provident.draw)"),
      row("3", "居民现金负担(出资与续筹,扣公积金)", "cash burden (contributions and top-ups less provident fund)", "r1_1 + r1_2 - r2"),
      row("4", "维修资金用于项目", "maintenance fund used in the project", "sum(role = contribution.maintenance_fund)"),
      stockRow("5", "维修资金余额", "balance of the maintenance fund", "sum(role = fund.balance)"),
      ...(facts.hasHouseholds
        ? [
            perHousehold("6", "户均居民负担(出资与续筹)", "burden per household (contributions and top-ups)", "(r1_1 + r1_2)"),
            perHousehold("7", "其中:户均公积金", "of which by provident fund, per household", "r2"),
            perHousehold("8", "户均维修资金使用", "maintenance fund per household", "r4"),
          ]
        : [note("none", "未填写户数,户均数从略", "no number of households, per-household rows left out", "0")]),
    ],
  };
}
