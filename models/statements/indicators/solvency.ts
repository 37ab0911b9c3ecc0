import type { Decimal } from "decimal.js";
import type { Text } from "../../wording/text.ts";
import { MONEY_TOLERANCE } from "../tolerances.ts";
import { type ModelView, ZERO } from "../view.ts";
import { type Indicator, known, UNDECIDABLE, unknown } from "./indicator.ts";
import { average, lowestRatio, ratiosByYear, totalOf, type YearRatio, yearlyOf } from "./totals.ts";

const NO_DEBT: Text = { zh: "没有债务", en: "there is no debt" };
const NO_SERVICE: Text = { zh: "计算期内建设期后没有还本付息(计算期在建设期内结束,或债务未到期)", en: "no debt service after construction within the horizon" };

/** Cover of debt service and interest, leverage, and the coverage of each debt. */
export function solvencyIndicators(view: ModelView): readonly Indicator[] {
  return [...serviceCover(view), interestCover(view), leverage(view), ...coverages(view)];
}

/** Debt-service cover by year on one basis; empty where there is nothing to serve. */
export function serviceRatios(view: ModelView, basis: "cash" | "mp3", withSupport = true): readonly YearRatio[] | undefined {
  const lines = yearlyOf(view, { above: basis === "cash" ? "project.cfads" : "project.ebitda_after_tax", service: "project.service", support: "project.support_in_cfads" });
  if (lines === undefined) return undefined;
  const above = withSupport ? lines.above : lines.above.map((value, index) => value.minus(lines.support[index] ?? ZERO));
  return ratiosByYear(view, above, lines.service, MONEY_TOLERANCE);
}

function serviceCover(view: ModelView): readonly Indicator[] {
  const basis: Text = {
    zh: "(经营净现金-维持运营投资±流动资金)/(还本+付息),逐年,建设期后",
    en: "(net cash of operation - replacement ± working capital)/(principal + interest), by year, after construction",
  };
  const mp3: Text = { zh: "(息税折旧摊销前利润-所得税)/(还本+付息),逐年,建设期后", en: "(EBITDA - tax)/(principal + interest), by year, after construction" };
  const measures = [
    ["dscr.minimum", "最低偿债备付率", "lowest DSCR", "cash", true, basis],
    ["dscr.minimum.without_support", "最低偿债备付率(无支持)", "lowest DSCR, without support", "cash", false, basis],
    ["dscr.mp3.minimum", "最低偿债备付率(参数口径)", "lowest DSCR, (EBITDA - tax)/(P + I)", "mp3", true, mp3],
  ] as const;
  const lowest = measures.map(([id, zh, en, kind, withSupport, definition]) => lowestCover(id, zh, en, definition, serviceRatios(view, kind, withSupport), view));
  return [...lowest, averageCover(view)];
}

function lowestCover(id: string, zh: string, en: string, definition: Text, ratios: readonly YearRatio[] | undefined, view: ModelView): Indicator {
  if (ratios === undefined) return unknown(id, zh, en, "1", UNDECIDABLE);
  const lowest = lowestRatio(ratios);
  if (lowest === undefined) return unknown(id, zh, en, "1", hasDebt(view) ? NO_SERVICE : NO_DEBT);
  return known(id, zh, en, "1", lowest.value, { zh: `${lowest.label} 年;${definition.zh}`, en: `in ${lowest.label}; ${definition.en}` });
}

function averageCover(view: ModelView): Indicator {
  const label = ["平均偿债备付率", "average DSCR"] as const;
  const ratios = serviceRatios(view, "cash");
  if (ratios === undefined) return unknown("dscr.average", ...label, "1", UNDECIDABLE);
  const mean = average(ratios.map(({ value }) => value));
  if (mean === undefined) return unknown("dscr.average", ...label, "1", hasDebt(view) ? NO_SERVICE : NO_DEBT);
  return known("dscr.average", ...label, "1", mean, { zh: `${ratios.length} 个还本付息年的平均`, en: `mean of the ${ratios.length} years with service` });
}

export function hasDebt(view: ModelView): boolean {
  return view.find((line) => line.role === "debt.balance").length > 0;
}

function interestCover(view: ModelView): Indicator {
  const label = ["最低利息备付率", "lowest interest cover"] as const;
  const lines = yearlyOf(view, { ebit: "stmt_profit.r19", interest: "stmt_profit.r3_5" });
  if (lines === undefined) return unknown("icr.minimum", ...label, "1", UNDECIDABLE);
  const lowest = lowestRatio(ratiosByYear(view, lines.ebit, lines.interest, MONEY_TOLERANCE));
  if (lowest === undefined) return unknown("icr.minimum", ...label, "1", { zh: "没有计入成本的利息", en: "no interest in cost" });
  return known("icr.minimum", ...label, "1", lowest.value, { zh: `${lowest.label} 年;息税前利润/计入成本的利息`, en: `in ${lowest.label}; EBIT / interest in cost` });
}

function leverage(view: ModelView): Indicator {
  const label = ["最高资产负债率", "highest liabilities over assets"] as const;
  const lines = yearlyOf(view, { debts: "stmt_balance.r2_4", assets: "stmt_balance.r1" });
  if (lines === undefined) return unknown("loar.maximum", ...label, "1", UNDECIDABLE);
  const ratios = ratiosByYear(view, lines.debts, lines.assets, MONEY_TOLERANCE);
  const [first, ...rest] = ratios;
  if (first === undefined) return unknown("loar.maximum", ...label, "1", { zh: "各年末均无资产", en: "no assets at any year end" });
  const highest = rest.reduce((worst, ratio) => (ratio.value.greaterThan(worst.value) ? ratio : worst), first);
  return known("loar.maximum", ...label, "1", highest.value, { zh: `${highest.label} 年末`, en: `at the end of ${highest.label}` });
}

export interface Coverage {
  readonly debt: string;
  readonly label: Text;
  /** Absent where a line it rests on cannot be read; null where nothing falls due. */
  readonly value: Decimal | null | undefined;
}

/** Net income over the life of each debt against all its principal and interest. */
export function coverageOf(view: ModelView): readonly Coverage[] {
  const debts = new Map<string, Text>();
  view.find((line) => {
    if (line.role !== "debt.balance") return false;
    const id = String(line.tags["component"] ?? line.id);
    debts.set(id, line.label);
    return true;
  });
  return [...debts].map(([debt, label]) => {
    const stated = `stmt_debt.stated_of_${debt}`;
    const income = totalOf(view, view.has(stated) ? stated : `stmt_debt.income_of_${debt}`);
    const service = totalOf(view, `stmt_debt.service_of_${debt}`);
    if (income === undefined || service === undefined) return { debt, label, value: undefined };
    return { debt, label, value: service.lessThan(MONEY_TOLERANCE) ? null : income.div(service) };
  });
}

function coverages(view: ModelView): readonly Indicator[] {
  const { coverageDefinition } = view.conventions;
  const own: Text = coverageDefinition === undefined ? { zh: "", en: "" } : { zh: `;文件口径:${coverageDefinition}`, en: `; as the file defines it: ${coverageDefinition}` };
  const definition: Text = {
    zh: `存续期净收益(收入-经营成本-税费)/全部本息(含建设期利息),名义值${own.zh}`,
    en: `net income over its life (income less operating cost and tax) / all principal and interest, construction interest included, nominal${own.en}`,
  };
  return coverageOf(view).map(({ debt, value }) => {
    const [id, zh, en] = [`coverage.${debt}`, `本息覆盖倍数:${debt}`, `coverage of ${debt}`] as const;
    if (value === undefined) return unknown(id, zh, en, "1", UNDECIDABLE);
    if (value === null) return unknown(id, zh, en, "1", { zh: "该债务没有本息发生", en: "nothing falls due on this debt" });
    return known(id, zh, en, "1", value, definition);
  });
}
