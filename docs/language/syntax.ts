import type { Text } from "../../models/wording/text.ts";
import { type Example, level, number, plain, single } from "./example.ts";

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
    "area / 1 m2",
    "1000",
    "带单位的数;除以1 m2即去掉单位",
    "a number with a unit; dividing by 1 m2 takes the unit away",
    number,
  ),
  way(
    "cap or 50 CNY",
    "50",
    "选填项的默认值:未填取其后的值",
    "a default for an optional input: what follows where it was left out",
    single,
  ),
  way(
    "min(x, 2 * cap)",
    "-100 30 40 50 60 70",
    "未填的选填项及其倍数不作为上下限",
    "an optional input that was left out, or a multiple of it, sets no bound",
  ),
  way(
    "given(cap) ? cap - 10 CNY : 0",
    "0",
    "按是否填写取值,未取的一支可用未填的项",
    "one or the other by whether it was entered; the branch not taken may read it",
    single,
  ),
  way("sum(earned, product != cars)", "3 1 4 1 5 9", "机制起了名的选取条件", "conditions a mechanism has given a name"),
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
