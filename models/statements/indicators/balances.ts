import type { Decimal } from "decimal.js";
import type { Text } from "../../wording/text.ts";
import { cumulate, type ModelView, ZERO } from "../view.ts";
import { type Indicator, known, UNDECIDABLE, unknown } from "./indicator.ts";

/** Totals, static balance and the deepest point of the cash. */
export function balanceIndicators(view: ModelView): readonly Indicator[] {
  return [
    fromScalar(view, "investment.total", "总投资", "total investment", "CNY", "project.total_investment"),
    fromScalar(view, "balance.static", "静态总平衡差额", "static balance", "CNY", "project.static_balance"),
    fromScalar(view, "balance.static.without_support", "静态总平衡差额(无支持)", "static balance, without support", "CNY", "project.static_balance_without_support"),
    ...deepestCash(view),
  ];
}

export function fromScalar(view: ModelView, id: string, zh: string, en: string, unit: string, line: string): Indicator {
  const value = view.scalar(line);
  return value === undefined ? unknown(id, zh, en, unit, UNDECIDABLE) : known(id, zh, en, unit, value);
}

function deepestCash(view: ModelView): readonly Indicator[] {
  const cash = view.series("project.cash_free");
  const without = view.series("project.cash_free_without_support");
  const labels = [
    ["最低可动用资金", "lowest unrestricted cash"],
    ["最低资金所在期", "period of the lowest cash"],
    ["最低可动用资金(无支持)", "lowest unrestricted cash, without support"],
  ] as const;
  if (cash === undefined || without === undefined)
    return [
      unknown("cash.minimum", ...labels[0], "CNY", UNDECIDABLE),
      unknown("cash.minimum_period", ...labels[1], "period", UNDECIDABLE),
      unknown("cash.minimum.without_support", ...labels[2], "CNY", UNDECIDABLE),
    ];
  const lowest = lowestOf(cash);
  const unsupported = lowestOf(without);
  const period = (index: number): string => view.periodLabels[index] ?? "";
  const place = (index: number): Text => ({ zh: `出现在 ${period(index)}`, en: `in ${period(index)}` });
  const label = period(lowest.index);
  return [
    known("cash.minimum", ...labels[0], "CNY", lowest.value, place(lowest.index)),
    known("cash.minimum_period", ...labels[1], "period", ZERO.plus(lowest.index + 1), { zh: label, en: label }),
    known("cash.minimum.without_support", ...labels[2], "CNY", unsupported.value, place(unsupported.index)),
  ];
}

/** Smallest value and its first place. */
export function lowestOf(values: readonly Decimal[]): { readonly value: Decimal; readonly index: number } {
  return values.reduce((lowest, value, index) => (index === 0 || value.lessThan(lowest.value) ? { value, index } : lowest), { value: ZERO, index: 0 });
}

/** First operating year with a surplus, and first with a cumulative surplus; as calendar years. */
export function operationIndicators(view: ModelView): readonly Indicator[] {
  const labels = [
    ["运营盈亏平衡年", "operation break-even year"],
    ["运营累计盈亏平衡年", "cumulative operation break-even year"],
  ] as const;
  const ids = ["operation.breakeven_year", "operation.cumulative_breakeven_year"] as const;
  const surplus = view.yearly("project.operating_surplus");
  const revenue = view.yearly("project.operating_revenue");
  const missing = (note: Text) => ids.map((id, index) => unknown(id, labels[index]?.[0] ?? id, labels[index]?.[1] ?? id, "1", note));
  if (surplus === undefined || revenue === undefined) return missing(UNDECIDABLE);
  const started = revenue.findIndex((value) => value.greaterThan(0));
  if (started < 0) return missing({ zh: "无经营收入", en: "there is no operating revenue" });
  return [surplus, cumulate(surplus)].map((values, index) => {
    const at = values.findIndex((value, year) => year >= started && value.greaterThanOrEqualTo(0));
    const [zh, en] = labels[index] ?? labels[0];
    const id = ids[index] ?? ids[0];
    const year = view.years[at];
    if (at < 0 || year === undefined) return unknown(id, zh, en, "1", { zh: "计算期内未达到", en: "not reached within the horizon" });
    return known(id, zh, en, "1", yearNumber(year.label), {
      zh: `运营第 ${at - started + 1} 年`,
      en: `operating year ${at - started + 1}`,
    });
  });
}

/** The calendar year, or which year of the project it is where the file counts those. */
function yearNumber(label: string): Decimal {
  const digits = /\d+/.exec(label)?.[0];
  if (digits === undefined) throw new Error(`a year without a number: ${label}`);
  return ZERO.plus(digits);
}

/** Planned plot ratio, area residual, households' burden and the public purse. */
export function planIndicators(view: ModelView): readonly Indicator[] {
  return [farIndicator(view), residualIndicator(view), ...householdIndicators(view), fiscalIndicator(view)];
}

function total(view: ModelView, ids: readonly string[]): Decimal | undefined {
  let sum = ZERO;
  for (const id of ids) {
    const values = view.series(id);
    if (values === undefined) return undefined;
    for (const value of values) sum = sum.plus(value);
  }
  return sum;
}

function farIndicator(view: ModelView): Indicator {
  const label = ["规划容积率", "planned FAR"] as const;
  const counted = view.find((line) => line.role === "area.counted");
  if (counted.length === 0) return unknown("far.planned", ...label, "1", { zh: "无面积平衡表", en: "there is no area balance" });
  const [areaM2, siteM2] = [
    total(view, counted),
    total(
      view,
      view.find((line) => line.role === "area.site"),
    ),
  ];
  if (areaM2 === undefined || siteM2 === undefined || siteM2.isZero()) return unknown("far.planned", ...label, "1", UNDECIDABLE);
  return known("far.planned", ...label, "1", areaM2.div(siteM2));
}

function residualIndicator(view: ModelView): Indicator {
  const label = ["面积平衡差额", "area residual"] as const;
  const lines = view.find((line) => /^plot\..*\.residual$/.test(line.id));
  const values = lines.map((id) => view.scalar(id));
  if (values.length === 0) return unknown("area.residual", ...label, "m2", { zh: "无地块", en: "there is no plot" });
  if (values.includes(undefined)) return unknown("area.residual", ...label, "m2", UNDECIDABLE);
  return known(
    "area.residual",
    ...label,
    "m2",
    (values as readonly Decimal[]).reduce((worst, value) => (value.abs().greaterThan(worst.abs()) ? value : worst), ZERO),
  );
}

function householdIndicators(view: ModelView): readonly Indicator[] {
  const households = view.scalar("project.households");
  const labels = [
    ["户均居民负担", "burden per household"],
    ["其中公积金", "of which by provident fund"],
  ] as const;
  const ids = ["burden.household", "burden.household.provident_fund"] as const;
  if (households === undefined || households.isZero())
    return ids.map((id, index) =>
      unknown(id, labels[index]?.[0] ?? id, labels[index]?.[1] ?? id, "CNY/household", {
        zh: "未填写户数",
        en: "the number of households is not entered",
      }),
    );
  const roles = [["contribution.resident", "fund.topup"], ["provident.draw"]];
  return ids.map((id, index) => {
    const amount = total(
      view,
      view.find((line) => line.role !== undefined && (roles[index] ?? []).includes(line.role)),
    );
    const [zh, en] = labels[index] ?? labels[0];
    return amount === undefined ? unknown(id, zh, en, "CNY/household", UNDECIDABLE) : known(id, zh, en, "CNY/household", amount.div(households));
  });
}

/** Net fiscal effect: money out positive. Support paid by the budgets less what they receive in taxes; VAT is shown apart. */
function fiscalIndicator(view: ModelView): Indicator {
  const label = ["财政净支出(正为支出,不含增值税)", "net fiscal effect, money out positive, VAT apart"] as const;
  const support = total(
    view,
    view.find((line) => line.role?.startsWith("support.") ?? false),
  );
  const taxes = total(
    view,
    view.find((line) => (line.role?.startsWith("tax.") ?? false) && line.role !== "tax.vat" && line.role !== "tax.income_adjusted"),
  );
  const vat = total(
    view,
    view.find((line) => line.role === "tax.vat"),
  );
  if (support === undefined || taxes === undefined || vat === undefined) return unknown("fiscal.net", ...label, "CNY", UNDECIDABLE);
  return known("fiscal.net", ...label, "CNY", support.minus(taxes), {
    zh: `另缴增值税 ${vat.toFixed(2)} 元`,
    en: `VAT paid besides: CNY ${vat.toFixed(2)}`,
  });
}
