import { whereReached } from "./decisive.ts";
import { reducer } from "./reducer.ts";
import { extremePrinted, extremeSlopes, ofChosen } from "./series.ts";

/** The lowest value of x in the steps where the condition holds, in all without one: lowest(x, condition). */
export const lowest = reducer({
  ...{ zh: "最低值", en: "lowest" },
  units: "mc -> m",
  arity: [1, 2],
  condition: 1,
  answer: (steps, given) => ofChosen(steps, given, (values) => values.reduce(given.arithmetic.min)),
  decisive: whereReached,
  slopes: extremeSlopes(Math.min),
  excel: extremePrinted("MIN", 15),
});
