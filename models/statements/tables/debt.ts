import { extreme } from "../extreme.ts";
import type { Named, StatementFacts } from "./facts.ts";
import { type RowSpec, row, type TableSpec } from "./table.ts";

/** 借款还本付息计划表: a block per loan or bond, the total, and the cover of interest and of debt service. */
export function debtTable(facts: StatementFacts): TableSpec {
  return {
    id: "debt",
    title: { zh: "借款还本付息计划表", en: "Debt service" },
    rows: [...facts.debts.flatMap((debt, index) => block(debt, index + 1, facts)), ...totals(facts), ...cover()],
    notes: [
      {
        zh: "偿债备付率(现金口径)=(经营净现金-维持运营投资±未由自身资本金或借款承担的流动资金)/(还本+付息),各债务自其宽限期满起计,以新还旧及提前归还(最大能力还款、提前还款)的本金不计,期限末归还的余额计入;利息备付率=息税前利润/计入成本的利息。",
        en: "DSCR (cash) = (net cash of operation - replacement ± working capital not funded)/(principal + interest paid), after the grace of each debt, principal refinanced or repaid before it falls due (sweep, prepayment) left out, the rest at the end of the tenor counted; interest cover = EBIT / interest in cost.",
      },
    ],
  };
}

/** Key of a debt's row. */
export const debtKey = (id: string, name: string): string => `${name}_of_${id}`;

/** Key of a row of all debts together; no id of a debt makes the same. */
export const allDebtsKey = (name: string): string => `${name}_in_all`;

function block({ id, label }: Named, number: number, { definesCoverage, saysGrace }: StatementFacts): readonly RowSpec[] {
  const of = (side: "in" | "out", role: string) => `sum(crosses = ${side}, role = ${role}, component = ${id})`;
  const own = (zh: string, en: string) => ({ zh: `${label.zh}:${zh}`, en: `${label.en}: ${en}` });
  const part = (no: string, name: string, zh: string, en: string, formula: string, extra: Partial<RowSpec> = {}): RowSpec => ({
    ...row(`${number}.${no}`, zh, en, formula, {}),
    label: own(zh, en),
    key: debtKey(id, name),
    ...extra,
  });
  const key = (name: string) => debtKey(id, name);
  return [
    part("1", "opening", "期初借款余额", "opening balance", `prev(sum(role = debt.balance, component = ${id}))`, { kind: "opening" }),
    part("2", "draw", "当期借款", "drawn", of("in", "debt.draw")),
    part("3", "capitalised", "资本化利息", "interest capitalised", `sum(role = debt.capitalised, component = ${id})`),
    part("4", "service", "当期还本付息", "debt service", `${key("principal")} + ${key("interest")}`),
    part("4.1", "principal", "还本", "principal", of("out", "debt.*, role != in(debt.draw, debt.interest)"), { level: 2 }),
    part("4.2", "interest", "付息", "interest paid", of("out", "debt.interest"), { level: 2 }),
    part("4.3", "refinanced", "其中:以新还旧的本金", "of which principal refinanced", `min(${key("principal")}, sum(role = debt.refinanced, refinances = ${id}))`, {
      level: 2,
    }),
    part("4.7", "prepaid", "其中:提前归还的本金", "of which principal repaid before it falls due", `min(${key("principal")}, sum(role = debt.prepaid, component = ${id}))`, {
      level: 2,
    }),
    part("4.4", "counts", "宽限期满(1为是)", "past its grace (1 yes)", pastGrace(id, saysGrace(id)), { kind: "stock", unit: "1", level: 2 }),
    part(
      "4.5",
      "counted",
      "计入偿债备付率的还本付息",
      "debt service that counts for DSCR",
      `${key("counts")} > 0 ? ${key("principal")} - max(${key("refinanced")}, ${key("prepaid")}) + ${key("later_interest")} : 0`,
      {
        level: 2,
        convention: {
          zh: "自该债务宽限期(建设期)满起,不含以新还旧与提前归还的本金",
          en: "from the end of this debt's own construction and grace, principal refinanced or repaid before it falls due left out",
        },
      },
    ),
    part("4.6", "later_interest", "其中:建设期后付息", "of which interest after construction", of("out", "debt.interest, stage != construction"), { level: 2 }),
    part("5", "closing", "期末借款余额", "closing balance", `sum(role = debt.balance, component = ${id})`, { kind: "stock" }),
    part("5.1", "later", "期末其后到期的本息", "principal and interest that fall due after it", `sum(role = debt.owed, component = ${id})`, { kind: "stock", level: 2 }),
    ...coverage(id, part, definesCoverage(id)),
  ];
}

/** A debt without a grace of its own counts from the end of construction. */
function pastGrace(id: string, said: boolean): string {
  const from = `latest(role = stage.repayment, component = ${id})`;
  return said ? `${from} > 0 mo and month >= ${from} ? 1 : 0` : "1 - project.building";
}

type Part = (no: string, name: string, zh: string, en: string, formula: string, extra?: Partial<RowSpec>) => RowSpec;

/** 本息覆盖: net income over the life of the debt against all its principal and interest; nominal, interest in construction included. */
function coverage(id: string, part: Part, stated: boolean): readonly RowSpec[] {
  const key = (name: string) => debtKey(id, name);
  const income = "sum(crosses = in, role = in(sale.receipt, revenue.*, support.operating), role != revenue.residual)";
  const cost = "sum(crosses = out, role = in(opex.*, tax.*), role != tax.vat)";
  const own = stated ? `sum(role = coverage.net_income, component = ${id})` : "0";
  const life = `${key("opening")} + ${key("draw")} > 0 ? ${income} - ${cost} : 0`;
  return [
    part("6", "income", "存续期净收益(收入-经营成本-税费)", "net income over its life (income less operating cost and tax)", life, {
      convention: {
        zh: "名义值;不含增值税、建设期补助;分母含建设期利息与计算期后到期的本息",
        en: "nominal; without VAT and building grants; below the bar all principal and interest, with construction interest and what falls due after the horizon",
      },
    }),
    ...(stated ? [part("7", "stated", "按债券约定口径的净收益", "net income as the bond defines it", own)] : []),
  ];
}

function totals({ debts, ownDebts }: StatementFacts): readonly RowSpec[] {
  const number = debts.length + 1;
  const sum = (name: string, own: string): string => [...debts.map(({ id }) => debtKey(id, name)), ...(ownDebts.length > 0 ? [own] : [])].join(" + ") || "0";
  const most = [...debts.map(({ id }) => debtKey(id, "counts")), ...(ownDebts.length > 0 ? ["1 - project.building"] : [])];
  return [
    row(`${number}`, "合计:当期还本付息", "all debts: debt service", `${allDebtsKey("principal")} + ${allDebtsKey("interest")}`, { key: allDebtsKey("service") }),
    row(`${number}.1`, "还本", "principal", "sum(principal)", { key: allDebtsKey("principal") }),
    row(`${number}.2`, "付息", "interest paid", "sum(interest)", { key: allDebtsKey("interest") }),
    row(`${number}.3`, "当期借款", "drawn", "sum(draws)", { key: allDebtsKey("draw") }),
    row(`${number}.4`, "期末借款余额", "closing balance", "account.debt + account.working_debt", { key: allDebtsKey("closing"), kind: "stock" }),
    row(`${number}.5`, "计入偿债备付率的还本付息", "debt service that counts for DSCR", sum("counted", OWN_SERVICE), { key: allDebtsKey("counted") }),
    row(`${number}.6`, "有债务已过宽限期(1为是)", "a debt is past its grace (1 yes)", most.length === 0 ? "0" : extreme("max", most), {
      key: allDebtsKey("counts"),
      kind: "stock",
      unit: "1",
    }),
  ];
}

/** Debts of the user's own lines have no grace: what is paid on them counts from the end of construction. */
const OWN_SERVICE = "(project.building > 0 ? 0 : sum(crosses = out, role = debt.*, custom = 1))";

const cover = (): readonly RowSpec[] => [
  row("", "偿债可用现金流(宽限期后)", "cash available for debt service, after grace", "", { key: "cfads", line: "project.cfads", level: 0 }),
  row("", "还本付息(宽限期后)", "debt service after grace", "", { key: "service", line: "project.service", level: 0 }),
  row("", "偿债备付率(现金口径)", "DSCR, cash", "", { key: "dscr", unit: "1", line: "project.dscr", level: 0 }),
  row("", "息税折旧摊销前利润-所得税(宽限期后)", "EBITDA less tax, after grace", "", { key: "mp3", line: "project.ebitda_after_tax", level: 0 }),
  row("", "偿债备付率(参数口径)", "DSCR, (EBITDA - tax)/(P + I)", "", { key: "dscr_mp3", unit: "1", line: "project.dscr_mp3", level: 0 }),
  row("", "息税前利润", "EBIT", "", { key: "ebit", line: "stmt_profit.r19", level: 0 }),
  row("", "计入成本的利息", "interest in cost", "", { key: "cost_interest", line: "stmt_profit.r3_5", level: 0 }),
  row("", "利息备付率", "interest cover", "", { key: "icr", unit: "1", line: "project.icr", level: 0 }),
];
