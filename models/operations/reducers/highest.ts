import { whereReached } from "./decisive.ts";
import { reducer } from "./reducer.ts";
import { extremePrinted, extremeSlopes, ofChosen } from "./series.ts";

/** The highest value of x in the steps where the condition holds, in all without one: highest(x, condition). */
export const highest = reducer({
  ...{ zh: "最高值", en: "highest" },
  units: "mc -> m",
  arity: [1, 2],
  condition: 1,
  answer: (steps, given) => ofChosen(steps, given, (values) => values.reduce(given.arithmetic.max)),
  decisive: whereReached,
  slopes: extremeSlopes(Math.max),
  excel: extremePrinted("MAX", 14),
});
