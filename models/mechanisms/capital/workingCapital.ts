import { choice, count, month, party, profile, rate } from "../../terms/inputs.ts";
import { PARTY_ROLES } from "../../terms/parties.ts";
import { type Component, needs } from "../define/component.ts";
import { doubt } from "../define/doubt.ts";
import { cash, flow, type LineSpec, stock } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { PROJECT_SIDE } from "../define/parties.ts";

const turns = (zh: string, en: string) => count(zh, en, { from: 1, to: 365, optional: true, usual: [4, 24] });

/**
 * 流动资金: money tied up by running the operation. Detailed method: each item is its yearly base over its turnover, receivables and cash on operating cost and
 * payroll, payables on purchases; simple method: a share of yearly revenue or cost. The increase is paid, a decrease comes back; what is left when the
 * horizon ends is recovered in the return tables.
 */
/** Customers and suppliers. What one party of the project owes another needs no money from outside. */
const OUTSIDE = Object.keys(PARTY_ROLES).filter((role) => !PROJECT_SIDE.some((side) => side === role));

export const workingCapital = mechanism("working_capital", {
  title: { zh: "流动资金", en: "Working capital" },
  summary: {
    zh: "按分项周转或扩大指标估算流动资金,逐期缴付增加额、收回减少额;铺底部分由资本金承担。",
    en: "Working capital by turnover of its items or by a share of revenue or cost; increases are paid, decreases come back; the initial part is borne by equity.",
  },
  family: "capital",
  clauses: [],
  inputs: {
    holder: party("运营主体", "operated by", PROJECT_SIDE),
    counterparty: party("往来方", "counterparty", OUTSIDE),
    start: month("投用月", "first month of operation", "starting"),
    method: choice("估算方法", "method", {
      detailed: { zh: "分项详细估算法", en: "by turnover of items" },
      revenue: { zh: "扩大指标法(占营业收入)", en: "share of revenue" },
      cost: { zh: "扩大指标法(占经营成本)", en: "share of operating cost" },
      amount: { zh: "直接填写需要额(可按日期)", en: "an amount, by date where it changes" },
    }),
    share: rate("占年营业收入或经营成本比例", "share of a year's revenue or cost", { from: 0, to: 1, optional: true, usual: [0.05, 0.25], plausible: [0.005, 1] }),
    amounts: profile("rate", "CNY", "流动资金需要额(自各日期起)", "working capital required, from each date on", { from: 0, optional: true, usual: [100000, 5000000] }),
    receivableTurns: turns("应收账款年周转次数(基数:经营成本)", "turns of receivables a year, on operating cost"),
    inventoryTurns: turns("存货年周转次数(基数:能源与材料)", "turns of inventory a year, on energy and materials"),
    cashTurns: turns("现金年周转次数(基数:人工与其他费用)", "turns of cash a year, on staff and other cost"),
    payableTurns: turns("应付账款年周转次数(基数:外购)", "turns of payables a year, on purchases"),
    equityShare: rate("资本金承担比例(铺底)", "share borne by equity", { from: 0, to: 1, usual: [0.3, 1] }),
  },
  selections: {
    running_cost: "payer = holder, role = opex.*",
    purchases: "payer = holder, role = in(opex.energy, opex.maintenance)",
    staff_and_other: "payer = holder, role = in(opex.staff, opex.management, opex.other)",
    revenue: "payee = holder, role = revenue.*",
  },
  lines: (c) => [
    ...requiredLines(c),
    flow("increase_needed", "流动资金增减", "change of working capital", "required - prev(required)"),
    cash("increase", "流动资金增加", "increase of working capital", "max(0, increase_needed)", {
      from: "holder",
      to: "counterparty",
      role: "working_capital.increase",
      posts: { debit: "receivable", credit: "cash" },
    }),
    cash("decrease", "流动资金减少", "decrease of working capital", "max(0, 0 - increase_needed)", {
      from: "counterparty",
      to: "holder",
      role: "working_capital.recovered",
      posts: { debit: "cash", credit: "receivable" },
    }),
    flow("by_equity", "资本金承担的流动资金", "working capital borne by equity", "increase * equityShare", { role: "working_capital.equity" }),
    flow("own_change", "自有资金承担的流动资金增减", "change of working capital borne by own capital", "increase_needed * equityShare", {
      role: "working_capital.own",
      words: { holder: "holder" },
      convention: { zh: "偿债可用现金流不扣自有资金已承担的部分", en: "cash for debt service leaves out what own capital has paid" },
    }),
  ],
});

const noTurns = doubt(
  "no_turns",
  "method",
  "分项详细估算但未填写任何周转次数:流动资金为0",
  "by turnover of items, and no turnover is entered: there is no working capital",
  "given(receivableTurns) + given(inventoryTurns) + given(cashTurns) + given(payableTurns) > 0 ? 0 : 1",
);

function requiredLines(c: Component): readonly LineSpec[] {
  if (c.is("method", "detailed")) return [...detailedLines(), noTurns];
  if (!c.is("method", "amount")) return simpleLines(c);
  needs(c, "amounts");
  return [stock("required", "流动资金需要额", "working capital required", "month >= start ? amounts : 0", { convention: { zh: "按填写金额", en: "as entered" } })];
}

/** Yearly level of a flow of the period. */
const yearly = (selection: string): string => `month >= start ? sum(${selection}) * (periodsperyear * 1 a) : 0`;

function detailedLines(): readonly LineSpec[] {
  const item = (name: string, turns: string, zh: string, en: string, base: string, baseZh: string, baseEn: string): readonly LineSpec[] => [
    flow(`${name}_base`, baseZh, baseEn, `given(${turns}) ? (${yearly(base)}) : 0`),
    stock(name, zh, en, `given(${turns}) ? ${name}_base / ${turns} : 0`),
  ];
  return [
    ...item("receivables", "receivableTurns", "应收账款", "receivables", "running_cost", "年经营成本", "operating cost of a year"),
    ...item("inventory", "inventoryTurns", "存货", "inventory", "purchases", "年能源与材料费", "energy and materials of a year"),
    ...item("cash_needed", "cashTurns", "现金", "cash", "staff_and_other", "年人工与其他费用", "staff and other cost of a year"),
    ...item("payables", "payableTurns", "应付账款", "payables", "purchases", "年外购", "purchases of a year"),
    stock("required", "流动资金需要额", "working capital required", "receivables + inventory + cash_needed - payables", {
      convention: { zh: "流动资产-流动负债,各项=年基数/周转次数", en: "current assets less payables; each item is its yearly base over its turns" },
    }),
  ];
}

function simpleLines(c: Component): readonly LineSpec[] {
  needs(c, "share");
  return [
    flow("base", "年基数", "yearly base", yearly(c.is("method", "revenue") ? "revenue" : "running_cost")),
    stock("required", "流动资金需要额", "working capital required", "base * share", {
      convention: { zh: "扩大指标法:年基数×比例", en: "simple method: a share of the yearly base" },
    }),
  ];
}
