import type { Text } from "../../models/wording/text.ts";
import { type Example, level, number, plain } from "./example.ts";

/** A way of writing, with an example. */
export interface Way extends Example {
  readonly means: Text;
}

const way = (formula: string, gives: string, zh: string, en: string, extra: Partial<Example> = {}): Way => ({
  formula,
  gives,
  means: { zh, en },
  ...extra,
});

/** Everything that can be written beside functions, from the loosest to the tightest binding. */
export const ways: readonly Way[] = [
  way("x > 0 ? x : 0", "0 30 40 50 60 70", "条件取值,可连写", "one or the other; they can be chained"),
  way("x > 0 or z > 2 CNY ? 1 : 0", "1 1 1 1 1 1", "或", "either", plain),
  way("x > 35 CNY and not (z > 4 CNY) ? 1 : 0", "0 0 1 1 0 0", "且、非", "both; not", plain),
  way(
    "x >= 50 CNY ? 1 : 0",
    "0 0 0 1 1 1",
    "比较(== != < <= > >=),差额在容差内视为相等",
    "comparison (== != < <= > >=); values within the tolerance are equal",
    {
      ...plain,
      kind: "flag",
    },
  ),
  way("x + z - 10 CNY", "-107 21 34 41 55 69", "加减,两边单位相同", "sum and difference of equal units"),
  way(
    "opened + 12 mo",
    "24339",
    "带单位的数,单位见下表;月份为绝对月数(年×12+月-1)",
    "a number with a unit; months are absolute, year × 12 + month − 1",
    { ...number, unit: "mo" },
  ),
  way(
    "cap or 45 CNY",
    "45",
    "可不填的输入,未填时取其后的值",
    "an optional input, or what stands behind it where it was left out",
    { kind: "scalar", axis: "scalar" },
  ),
  way(
    "sum(income) - sum(income, product = cars)",
    "3 1 4 1 5 9",
    "机制先命名的选取,可再加条件;这里 income 为 role = revenue.*",
    "a selection its mechanism has named, with further conditions; here income is role = revenue.*",
  ),
  way("price * area / 4", "2000", "乘除,单位随之相乘除", "product and quotient; units go along", {
    kind: "scalar",
    axis: "scalar",
  }),
  way("-2 ^ 2", "-4", "乘方先于负号", "a power binds tighter than the sign before it", number),
  way(
    "x < 0 ? none : x / 10",
    "– 3 4 5 6 7",
    "none:本无答案的格,显示为“–”,不是错误",
    "none: a cell that by its nature has no answer; shown as “–”, and no problem",
    level,
  ),
  way("month >= opened ? x : 0", "0 0 40 50 60 70", "时间词见下表", "words of time are listed below"),
];
