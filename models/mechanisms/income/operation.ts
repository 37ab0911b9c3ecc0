import { choice, count, flag, type InputSpec, month, rate, table } from "../../terms/inputs.ts";
import type { Component } from "../define/component.ts";
import { flow, type LineSpec, rateLine } from "../define/lines.ts";

/** What every operation asks: from when to when, how it fills up, and from when prices grow. */
export const operationInputs = {
  start: month("运营起始月", "first month of operation", "from"),
  end: month("运营截止月", "last month of operation", "through"),
  ramping: choice("不爬坡(始终满额)", "no ramp-up: always full", { full: { zh: "始终满额", en: "always full" } }, { optional: true }),
  ramp: table(
    "爬坡(按运营年;不爬坡时不填)",
    "ramp-up by operating year, unless always full",
    {
      year: count("自运营第几年起", "from operating year", { from: 1, integer: true, usual: [1, 5] }),
      share: rate("出租率/利用率", "occupancy", { from: 0, to: 1, usual: [0.5, 0.95] }),
    },
    { unless: ["ramping"] },
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

/** Lines behind those inputs: months open, year of growth, days charged, occupancy. */
export function operationLines(c: Component): readonly LineSpec[] {
  return [
    ...timeLines(c),
    rateLine("occupancy", "出租率/利用率", "occupancy", c.has("ramping") ? "project.occupancy_factor" : "lookup(ramp, operating_year) * project.occupancy_factor", { unit: "1" }),
  ];
}

/** Those of what does not fill up. */
export function timeLines(c: Component): readonly LineSpec[] {
  return [
    flow("open_months", "当期运营月数", "months open", "monthsin(start, end + 1 mo)", { unit: "mo" }),
    rateLine("operating_year", "运营年序", "operating year", "yearof(start)", { unit: "1" }),
    rateLine("growth_year", "涨价年序", "year of growth", c.is("growthFrom", "price_base") ? "yearof(priceFrom)" : "operating_year", {
      unit: "1",
      convention: { zh: "首年为1,不涨价", en: "the first year is 1 and has no growth" },
    }),
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

/** Growth factor of a component's price, or of a row's; needs `growth_year`. */
export const GROWN = "grown(growth, growth_year, everyYears or 1)";
export const GROWN_ROW = "grown(row.growth, growth_year, row.everyYears or 1)";

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
