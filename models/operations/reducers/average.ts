import { found, missing, noAnswer } from "./answer.ts";
import { chosen, reducer, whereChosen } from "./reducer.ts";

/** The mean of x over the steps where the condition holds, over all without one: average(x, condition). */
export const average = reducer(
  { zh: "平均值", en: "average" },
  { units: "mc -> m", arity: [1, 2] },
  (steps, given) => {
    const { add, div, integer } = given.arithmetic;
    const values = chosen(steps, given);
    if (values === undefined) return missing;
    return values.length === 0 ? noAnswer("empty") : found(div(values.reduce(add), integer(values.length)));
  },
  whereChosen,
);
