import { area, interestRate, money, month, party, quantity, rate, record, table, word, years } from "../../terms/inputs.ts";
import { type Component, perRow } from "../define/component.ts";
import { booking, cash, flow, type LineSpec, rateLine, ratio, scalar, stock } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { PROJECT_SIDE } from "../define/parties.ts";
import { outputVatLines, saleVatInputs, vatOf } from "../define/vat.ts";

/**
 * 让渡运营空间: the right to run spaces for years against money now. Worth it when the present value received is at least that of the income given up, less a
 * tolerance. The receipt is earned over the term.
 */
export const cededSpace = mechanism("ceded_space", {
  title: { zh: "让渡运营空间", en: "Ceded operating space" },
  summary: {
    zh: "以一段年限的运营权换取市场资金;比较取得对价与让渡收益的现值,对价按年限转收入,须有招标或表决依据。",
    en: "Operating rights for years against money now; present values received and ceded are compared, the receipt is earned over the term, on a tender or vote.",
  },
  family: "income",
  clauses: ["taizhou-2023-draft/4(5)12", "civil-code/705"],
  checks: ["C22", "C23", "C24"],
  offers: ["area_used", "pv_received", "pv_ceded"],
  inputs: {
    grantor: party("让渡方", "grantor", PROJECT_SIDE),
    operator: party("市场方", "market party", ["operator", "investor", "soe", "tenant"]),
    product: word("产品(与面积平衡表一致)", "product, as in the area balance"),
    areaCeded: area("让渡面积(面积平衡表无此产品时填写)", "area ceded, when no area balance names the product", { from: 0, optional: true, usual: [300, 3000] }),
    start: month("让渡起始月", "first month", "from"),
    term: years("让渡年限", "term", { from: 1, to: 40, usual: [8, 20] }),
    payments: table("对价支付", "payments", { date: month("支付月", "month", "within"), amount: money("金额", "amount", { from: 0, usual: [500000, 20000000] }) }),
    ...saleVatInputs,
    incomePerM2: quantity("CNY/m2", "让渡空间净收益(元/㎡·月)", "net income given up per ㎡ and month", { from: 0, usual: [10, 40] }),
    growth: rate("年涨幅", "growth per year", { from: -0.2, to: 0.2, usual: [0, 0.04] }),
    occupancy: rate("出租率", "occupancy", { from: 0, to: 1, usual: [0.7, 0.95] }),
    discount: interestRate("折现率", "discount rate", { from: 0, to: 0.3, usual: [0.03, 0.08] }),
    tolerance: rate("物有所值容差", "tolerance", { from: 0, to: 1, usual: [0, 0.1] }),
    basis: record("招标结果或业主表决", "tender result or owners' vote", { kinds: ["ceded_space", "vote", "approval", "operator_selection"], majority: "major" }),
  },
  lines: (c) => [...termLines, ...moneyLines(c), ...valueLines],
});

const termLines: readonly LineSpec[] = [
  ratio("term_end", "让渡终止月(不含)", "month after the term", "start + term * monthsperyear", { unit: "mo" }),
  ratio("within_lease_limit", "年限不超上限", "within the longest lease", "term <= param(lease_max_years) ? 1 : 0", { clauses: ["civil-code/705"] }),
  flow("open_months", "当期让渡月数", "months ceded", "monthsin(start, term_end)", { unit: "mo" }),
  rateLine("ceded_year", "让渡年序", "year of the term", "yearof(start)"),
  rateLine("later_share", "下一让渡年月数占比", "part of the months in the next year of the term", "share(monthsin(nextyear(start), term_end), open_months)"),
  scalar("area_used", "让渡面积", "area ceded", "areaCeded or sum(role = area.disposition.ceded, product = product)", { unit: "m2" }),
  stock("earned_area", "让渡中的面积", "area ceded", "month < term_end and month + dtmonths > start ? area_used : 0", {
    unit: "m2",
    role: "area.in_use",
    words: { product: "product", taxpayer: "grantor" },
  }),
];

/** The part of the term left after a month that falls into the period; all of it where the term is over. */
const partOf = (from: string): string => `(term_end > ${from} ? monthsin(${from}, term_end) / (term_end - ${from}) : 1)`;

function moneyLines(c: Component): readonly LineSpec[] {
  const vat = vatOf(c);
  const words = { taxpayer: "grantor", product: "product" };
  return [
    ...perRow(c, "payments", () => [
      flow("agreed", "约定对价", "agreed price", "falls(row.date) ? row.amount : 0"),
      flow("earned_at_once", "当期转收入的对价", "price earned in the period it is paid in", `row.agreed * ${partOf("max(row.date, start)")}`),
    ]),
    cash("received", "让渡对价(不含税)", "price of the ceded space, ex VAT", `${vat.net("sumrows(payments, row.agreed)")} * recorded(basis)`, {
      from: "operator",
      to: "grantor",
      role: "ceded.receipt",
      words,
      posts: { debit: "cash", credit: "deferred" },
      clauses: ["taizhou-2023-draft/4(5)12"],
    }),
    ...outputVatLines("received", vat, { from: "operator", to: "grantor" }),
    booking(
      "earned",
      "对价转收入",
      "price earned over the term",
      `${vat.net("sumrows(payments, row.earned_at_once)")} * recorded(basis) + (prev(running(received)) - prev(running(earned))) * ${partOf("max(month, start)")}`,
      {
        role: "revenue.ceded",
        words,
        posts: { debit: "deferred", credit: "revenue" },
        convention: { zh: "按剩余月数平均", en: "evenly over the months left" },
      },
    ),
  ];
}

const valueLines: readonly LineSpec[] = [
  flow(
    "income_ceded",
    "让渡的净收益",
    "net income given up",
    "area_used * incomePerM2 * open_months / 1 mo * occupancy * across(grown(growth, ceded_year, 1), grown(growth, ceded_year + 1, 1), later_share)",
    {
      role: "memo",
    },
  ),
  rateLine("discount_factor", "折现系数", "discount factor", "1 / (1 + discount * 1 a) ^ (t / periodsperyear / 1 a)", {
    convention: { zh: "期末折现至项目起点", en: "from the end of the period to the start of the project" },
  }),
  scalar("pv_received", "取得对价现值", "present value received", "total(received * discount_factor)"),
  scalar("pv_ceded", "让渡收益现值", "present value of the income ceded", "total(income_ceded * discount_factor)"),
  ratio("value_for_money", "物有所值", "value for money", "pv_received >= pv_ceded * (1 - tolerance) ? 1 : 0", {
    clauses: ["taizhou-2023-draft/4(5)12"],
  }),
];
