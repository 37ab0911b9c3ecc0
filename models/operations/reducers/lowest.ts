import { found, missing, noAnswer } from "./answer.ts";
import { chosen, reducer, whereReached } from "./reducer.ts";

/** The lowest value of x in the steps where the condition holds, in all without one: lowest(x, condition). */
export const lowest = reducer(
  { zh: "最低值", en: "lowest" },
  { units: "mc -> m", arity: [1, 2] },
  (steps, given) => {
    const values = chosen(steps, given);
    if (values === undefined) return missing;
    return values.length === 0 ? noAnswer("empty") : found(values.reduce(given.arithmetic.min));
  },
  whereReached,
);
