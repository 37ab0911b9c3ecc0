import { choice, count, money, month, party, rate, table, unitPrice, years } from "../../terms/inputs.ts";
import { type Component, perRow } from "../define/component.ts";
import { booking, cash, flow, type LineSpec, rateLine, ratio, stock } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { PROJECT_SIDE, SUPPLIERS } from "../define/parties.ts";
import { outputVatLines, saleVatInputs, vatOf } from "../define/vat.ts";
import { scaleLines } from "./scale.ts";

const SYSTEMS = {
  charging: { zh: "充电桩", en: "charging" },
  pv: { zh: "屋顶光伏", en: "rooftop photovoltaics" },
  heat: { zh: "区域供冷供热", en: "heating and cooling" },
  storage: { zh: "储能", en: "storage" },
  other: { zh: "其他", en: "other" },
};

/**
 * 综合能源特许经营: the franchisee invests, sells and runs; the grantor has a fee and a share of the turnover and nothing else. What the franchisee spends
 * and earns is shown, outside the grantor's books.
 */
export const franchise = mechanism("franchise", {
  title: { zh: "综合能源特许经营", en: "Energy franchise" },
  summary: {
    zh: "特许方投资、建设、售能;授予方只取得特许权费与收入分成,不计能源收入;同时列示特许方投资回收。",
    en: "The franchisee invests and sells energy; the grantor gets the fee and a share only. The franchisee's payback is shown beside.",
  },
  family: "income",
  clauses: ["jinhua-2020/3(4)"],
  checks: ["C23"],
  offers: ["unheld"],
  inputs: {
    grantor: party("授予方", "grantor", [...PROJECT_SIDE, "district", "city"]),
    franchisee: party("特许经营者", "franchisee", ["utility", "operator", "investor", "soe"]),
    users: party("用户", "users", ["tenant", "resident", "other"]),
    supplier: party("设备与服务供应商", "suppliers", SUPPLIERS),
    systems: table("能源系统", "systems", {
      system: choice("系统", "system", SYSTEMS),
      capex: money("投资", "investment", { from: 0, usual: [500000, 5000000] }),
      built: month("投资月", "month of the investment", "within"),
      unitsPerYear: count("年销量(千瓦时或平方米)", "sold per year, kWh or ㎡", { from: 0, usual: [100000, 2000000] }),
      price: unitPrice("服务价格(含税)", "price per unit, VAT included", { from: 0, usual: [0.3, 0.7] }),
      costShare: rate("运行成本占收入", "running cost, share of revenue", { from: 0, to: 1, usual: [0.2, 0.6] }),
      growth: rate("年增长", "growth per year", { from: -0.2, to: 0.2, usual: [0, 0.05] }),
    }),
    start: month("特许经营起始月", "first month of the franchise", "from"),
    term: years("特许经营期", "term", { from: 1, to: 60, usual: [15, 30] }),
    termLimit: years("法定期限上限", "longest term allowed", { from: 1, to: 60, optional: true, usual: [30, 40] }),
    feePerYear: money("年特许权费", "fee per year", { from: 0, usual: [0, 500000] }),
    turnoverShare: rate("收入分成", "share of turnover", { from: 0, to: 1, usual: [0, 0.1] }),
    ...saleVatInputs,
  },
  lines: (c) => [...clockLines(c), ...perRow(c, "systems", (row) => [...scaleLines(row, "systems", "unitsPerYear"), ...systemLines]), ...grantorLines(c), ...franchiseeLines],
});

function clockLines(c: Component): readonly LineSpec[] {
  return [
    ratio("franchise_end", "特许经营终止月(不含)", "month after the franchise", "start + term * monthsperyear", { unit: "mo" }),
    flow("open_months", "当期特许月数", "months under franchise", "monthsin(start, franchise_end)", { unit: "mo" }),
    flow("open_years", "当期特许年数", "years under franchise in the period", "open_months / 12 mo", { unit: "1" }),
    rateLine("franchise_year", "特许年序", "year of the franchise", "yearof(start)"),
    rateLine("later_share", "下一特许年月数占比", "part of the months in the next year of the franchise", "share(monthsin(nextyear(start), franchise_end), open_months)"),
    ...(c.has("termLimit") ? [ratio("within_term_limit", "不超法定期限", "within the longest term", "term <= termLimit ? 1 : 0")] : []),
  ];
}

const words = { taxpayer: "franchisee", system: "row.system" };

const systemLines: readonly LineSpec[] = [
  cash("invested", "特许方投资", "invested by the franchisee", "falls(row.built) ? row.capex : 0", {
    from: "franchisee",
    to: "supplier",
    role: "replacement.capex",
    tags: { eligible_maintenance: "no" },
    words,
    posts: { debit: "fixed", credit: "cash" },
  }),
  booking("invested_depreciation", "特许资产折旧", "depreciation of what the franchisee built", "prev(invested_net) / max(1, ceil((franchise_end - month) / dtmonths))", {
    role: "depreciation",
    tags: { asset: "replacement" },
    words,
    posts: { debit: "depreciation", credit: "fixed" },
    convention: { zh: "自次期起在剩余特许期内直线法", en: "straight-line over what is left of the franchise, from the next period" },
  }),
  stock("invested_net", "特许资产净值", "net value of what the franchisee built", "prev(invested_net) + invested - invested_depreciation", { role: "asset.net", words }),
  cash(
    "turnover",
    "特许方售能收入(含税)",
    "turnover of the franchisee, VAT included",
    "row.unitsPerYear * row.price * open_years * across(grown(row.growth, franchise_year, 1), grown(row.growth, franchise_year + 1, 1), later_share)",
    {
      from: "users",
      to: "franchisee",
      role: "revenue.energy",
      words,
      posts: { debit: "cash", credit: "revenue" },
      convention: { zh: "归特许方,不计入授予方", en: "the franchisee's, not the grantor's" },
    },
  ),
  cash("running_cost", "特许方运行成本", "running cost of the franchisee", "turnover * row.costShare", {
    from: "franchisee",
    to: "supplier",
    role: "opex.energy",
    words,
    posts: { debit: "opex", credit: "cash" },
  }),
];

function grantorLines(c: Component): readonly LineSpec[] {
  const vat = vatOf(c);
  return [
    cash(
      "fee",
      "特许权费与收入分成(不含税)",
      "franchise fee and share, ex VAT",
      vat.net("feePerYear * open_years * project.price_index + sumrows(systems, row.turnover) * turnoverShare"),
      {
        from: "franchisee",
        to: "grantor",
        role: "revenue.concession",
        words: { taxpayer: "grantor" },
        posts: { debit: "cash", credit: "revenue" },
        clauses: ["jinhua-2020/3(4)"],
      },
    ),
    ...outputVatLines("fee", vat, { from: "franchisee", to: "grantor" }),
  ];
}

const franchiseeLines: readonly LineSpec[] = [
  flow("franchisee_net", "特许方净现金流(税前)", "net cash of the franchisee, before tax", "sumrows(systems, row.turnover - row.running_cost - row.invested) - fee", {
    role: "memo",
  }),
  stock("franchisee_cumulative", "特许方累计净现金流", "cumulative net cash of the franchisee", "running(franchisee_net)"),
];
