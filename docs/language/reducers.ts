import { type Entries, entry, number, single } from "./example.ts";

/** Functions from a whole series to one number. */
export const reducers: Entries = {
  npv: entry("npv(rate, x)", "净现值,首步折现一次", "net present value, the first step discounted once", {
    formula: "npv(interest, years(x))",
    gives: "97.3977",
    ...single,
  }),
  irr: entry(
    "irr(x)",
    "内部收益率(每步);无解或多解时无答案",
    "internal rate of return a step; no answer where there is none, or several",
    {
      formula: "irr(years(x))",
      gives: "0.634791",
      ...number,
    },
  ),
  payback: entry(
    "payback(x)",
    "累计由负转正并不再为负所需的步数,步内按比例",
    "steps until the sum so far stays out of the red, with a fraction within the step",
    {
      formula: "payback(years(x))",
      gives: "2.27273",
      ...number,
    },
  ),
  lowest: entry(
    "lowest(x[, where])",
    "最低值(只看条件成立的步)",
    "lowest value, of the steps in which the condition holds",
    {
      formula: "lowest(running(x))",
      gives: "-100",
      ...single,
    },
  ),
  highest: entry(
    "highest(x[, where])",
    "最高值(只看条件成立的步)",
    "highest value, of the steps in which the condition holds",
    {
      formula: "highest(x, x < 55 CNY)",
      gives: "50",
      ...single,
    },
  ),
  average: entry(
    "average(x[, where])",
    "平均值(只看条件成立的步)",
    "average of the steps in which the condition holds",
    {
      formula: "average(x, x > 0)",
      gives: "50",
      ...single,
    },
  ),
  first: entry("first(x, condition)", "条件首次成立时的值", "value in the first step in which the condition holds", {
    formula: "first(x, x > 45 CNY)",
    gives: "50",
    ...single,
  }),
  when: entry("when(condition)", "条件首次成立是第几步", "number of the first step in which the condition holds", {
    formula: "when(running(x) > 0)",
    gives: "4",
    ...number,
  }),
  basis: entry(
    "basis(x)",
    "只用在以上各函数中:步按文件约定取报表年或期",
    "only inside the functions above: steps are statement years or periods, as the file has agreed",
    { formula: "npv(interest, basis(x))", gives: "97.3977", ...single },
    { units: "m -> m" },
  ),
};
