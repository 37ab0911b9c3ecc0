import { type Entries, entry, level, plain, single } from "./example.ts";

/** Functions that look at other periods. */
export const time: Entries = {
  prev: entry("prev(x)", "上一期的值,首期取期初值", "value one period before, the opening value in the first", {
    formula: "prev(x)",
    gives: "0 -100 30 40 50 60",
  }),
  lag: entry("lag(x, n)", "n期前的值,更早为0", "value n periods before, 0 before the first", {
    formula: "lag(x, 2)",
    gives: "0 0 -100 30 40 50",
  }),
  window: entry(
    "window(x, n)",
    "含本期在内最近n期之和",
    "sum of the last n periods, this one included",
    { formula: "window(x, 2)", gives: "-100 -70 70 90 110 130", ...level },
    { units: "m1 -> m" },
  ),
  running: entry(
    "running(x)",
    "自首期累计",
    "sum since the first period",
    { formula: "running(x)", gives: "-100 -70 -30 20 80 150", ...level },
    { units: "m -> m" },
  ),
  ytd: entry(
    "ytd(x)",
    "自日历年初累计",
    "sum since the start of the calendar year",
    { formula: "ytd(x)", gives: "-100 30 70 50 110 70", ...level },
    { units: "m -> m" },
  ),
  yearly: entry(
    "yearly(x)",
    "按年的行中:流量取全年之和,其余取年末值",
    "in a line by year: of a flow the year's sum, of anything else its value at the year's end",
    { formula: "yearly(x)", gives: "-100 -100 70 70 110 70", axis: "year" },
    { units: "m -> m" },
  ),
  years: entry(
    "years(x)",
    "按报表年:其中每个流量取年初至本期之和,年度末期即全年值",
    "by statement year: every flow inside as its sum so far in the year, so that the year's last period has the year's value",
    { formula: "years(x) / years(z)", gives: "-33.3333 30 14 50 18.3333 7.77778", ...plain },
    { units: "m -> m" },
  ),
  cummin: entry(
    "cummin(x)",
    "至今最低值",
    "lowest value so far",
    { formula: "cummin(z)", gives: "3 1 1 1 1 1", ...level },
    { units: "m -> m" },
  ),
  cummax: entry(
    "cummax(x)",
    "至今最高值",
    "highest value so far",
    { formula: "cummax(z)", gives: "3 3 4 4 5 9", ...level },
    { units: "m -> m" },
  ),
  since: entry(
    "since(condition)",
    "条件首次成立起的期数,成立当期为1,此后不再归零",
    "periods since the condition first held, 1 in that period; it never goes back to 0",
    { formula: "since(z >= 4 CNY)", gives: "0 0 1 2 3 4", ...plain },
    { units: "c -> 1" },
  ),
  convolve: entry(
    "convolve(x, w0, w1, …)",
    "按曲线分布:本期乘w0、上期乘w1……相加;权重也可以是表的一列",
    "spread along a curve: this period times w0, the one before times w1 …, added up; a column of a table will do",
    { formula: "convolve(x, 0.5, 0.5)", gives: "-50 -35 35 45 55 65" },
  ),
  total: entry("total(x)", "全部各期之和", "sum over all periods", { formula: "total(x)", gives: "150", ...single }),
  at: entry(
    "at(x, month)",
    "该月所在一期的值;也可写年份,如 at(x, 2031) 为该年的值;自定义公式中写明的日期在时间轴外则无值,算出的日期在外为0",
    "value in the period that contains the month; of a year where one is written, as in at(x, 2031); a date a user writes outside the timeline has no value, a computed one gives 0",
    {
      formula: "at(x, opened)",
      gives: "30",
      ...single,
    },
  ),
};
