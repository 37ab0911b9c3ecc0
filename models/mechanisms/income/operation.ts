import { choice, count, flag, type InputSpec, month, rate, table } from "../../terms/inputs.ts";
import type { Component } from "../define/component.ts";
import { flow, type LineSpec, rateLine } from "../define/lines.ts";

/** What every operation asks: from when to when, how it fills up, and from when prices grow. */
export const operationInputs = {
  start: month("运营起始月", "first month of operation", "from"),
  end: month("运营截止月", "last month of operation", "through", { notBefore: ["start"] }),
  ramping: choice("不设培育期(始终满额)", "no ramp-up: always full", { full: { zh: "始终满额", en: "always full" } }, { optional: true }),
  ramp: table(
    "培育期(按运营年;不设时不填)",
    "ramp-up by operating year, unless always full",
    {
      year: count("自运营第几年起", "from operating year", { from: 1, integer: true, usual: [1, 5] }),
      share: rate("出租率/利用率", "occupancy", { from: 0, to: 1, usual: [0.5, 0.95] }),
    },
    { unless: ["ramping"], namedBy: ["year"] },
  ),
  growthFrom: choice(
    "涨幅起算(不填为运营首年)",
    "growth counts from (first operating year when left out)",
    {
      operation: { zh: "运营首年", en: "first operating year" },
      price_base: { zh: "价格基准月", en: "month of the price base" },
    },
    { optional: true },
  ),
  priceFrom: month("价格基准月(按价格基准月起算时)", "month of the price base, when growth counts from it", "base", {
    optional: true,
  }),
  calendarDays: flag("按日价格按实际天数(否则按365天)", "day prices by calendar days (otherwise 365 a year)", {
    optional: true,
  }),
} satisfies Record<string, InputSpec>;

/**
 * Lines behind those inputs: months open, year of growth, days charged, occupancy. A period of more than a month may run into the next year of
 * operation or growth, at most once: what depends on the year is then the average over the months that earn, those from month `first` on.
 */
export function operationLines(c: Component, first = "start"): readonly LineSpec[] {
  const full = c.has("ramping");
  return [
    ...timeLines(c, first),
    ...(full
      ? []
      : [
          rateLine("later_share", "下一运营年月数占比", "part of the months in the next operating year", `share(${monthsFrom(first, "nextyear(start)")}, ${monthsFrom(first)})`, {
            unit: "1",
          }),
        ]),
    rateLine("occupancy", "出租率/利用率", "occupancy", full ? "project.occupancy_factor" : `across(${THIS_YEAR}, ${NEXT_YEAR}, later_share) * project.occupancy_factor`, {
      unit: "1",
    }),
    rateLine("grown_share_let", "下一涨价年占比(按出租率加权)", "part in the next year of growth, weighed by occupancy", full ? "grown_share" : occupiedShare(c, first), {
      unit: "1",
    }),
  ];
}

const THIS_YEAR = "lookup(ramp, operating_year)";
const NEXT_YEAR = "lookup(ramp, operating_year + 1)";

/** Months of operation in the period from all of some months on. */
const monthsFrom = (...months: readonly string[]): string => `monthsin(${months.length > 1 ? `max(${months.join(", ")})` : months[0]}, end + 1 mo)`;

const growthStart = (c: Component): string => (c.is("growthFrom", "price_base") ? "priceFrom" : "start");

/** Where prices grow and rooms fill up in the same period, each month counts with its own occupancy. */
function occupiedShare(c: Component, first: string): string {
  const next = `nextyear(${growthStart(c)})`;
  const both = monthsFrom(first, next, "nextyear(start)");
  return `share((${monthsFrom(first, next)} - ${both}) * ${THIS_YEAR} + ${both} * ${NEXT_YEAR}, ${monthsFrom(first)} * across(${THIS_YEAR}, ${NEXT_YEAR}, later_share))`;
}

/** Those of what does not fill up. */
export function timeLines(c: Component, first = "start"): readonly LineSpec[] {
  return [
    flow("open_months", "当期运营月数", "months open", "monthsin(start, end + 1 mo)", { unit: "mo" }),
    rateLine("operating_year", "运营年序", "operating year", "yearof(start)", { unit: "1" }),
    rateLine("growth_year", "涨价年序", "year of growth", c.is("growthFrom", "price_base") ? "yearof(priceFrom)" : "operating_year", {
      unit: "1",
      convention: { zh: "首年为1,不涨价", en: "the first year is 1 and has no growth" },
    }),
    rateLine(
      "grown_share",
      "下一涨价年月数占比",
      "part of the months in the next year of growth",
      `share(${monthsFrom(first, `nextyear(${growthStart(c)})`)}, ${monthsFrom(first)})`,
      {
        unit: "1",
      },
    ),
    flow("open_days", "当期计费天数", "days charged", "(calendarDays or 0) > 0 ? daysinperiod * open_months / dtmonths : daysperyear * (open_months / monthsperyear)", {
      unit: "d",
      convention: { zh: "默认每年365天×月数/12", en: "365 days a year times months / 12 unless by calendar days" },
    }),
  ];
}

/** Columns of how the price of a row grows. */
export const growthColumns = {
  growth: rate("每次涨幅", "growth at each step", { from: -0.5, to: 0.5, usual: [0, 0.05] }),
  everyYears: count("每几年涨一次(不填为每年)", "years between steps (1 when left out)", {
    from: 1,
    integer: true,
    optional: true,
    usual: [1, 5],
  }),
};

/** The same of income: how often it grows makes more of a difference than by how much, so that both are asked for. */
export const incomeGrowthColumns = {
  growth: growthColumns.growth,
  everyYears: { ...growthColumns.everyYears, with: ["growth"], otherwise: { zh: "按每年涨一次计", en: "it counts as growing every year" } },
};

/** Growth factor of a row's price; what fills up weighs the years of a period by occupancy. */
export const grownRow = (fillsUp: boolean): string => acrossYears((year) => `grown(row.growth, ${year}, row.everyYears or 1)`, fillsUp ? "grown_share_let" : "grown_share");

/** A value of the year of growth, averaged over the period. */
export const acrossYears = (value: (year: string) => string, later = "grown_share_let"): string => `across(${value("growth_year")}, ${value("(growth_year + 1)")}, ${later})`;

export const PRICE_PER = {
  month: { zh: "按月", en: "per month" },
  day: { zh: "按日", en: "per day" },
  year: { zh: "按年", en: "per year" },
};

/** How many price periods the current period has, as a plain number. */
export const CHARGED: Readonly<Record<string, string>> = {
  month: "open_months / 1 mo",
  day: "open_days / 1 d",
  year: "open_months / 12 mo",
};

/** What a revenue line that fills up with the occupancy would be if everything were let or used. */
export function atCapacity(revenue: string): LineSpec {
  return flow(`${revenue}_at_capacity`, "满负荷收入(备查)", "revenue at full occupancy, memorandum", `share(${revenue}, occupancy)`, { role: "capacity.revenue" });
}
