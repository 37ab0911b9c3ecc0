import { found, missing, noAnswer } from "./answer.ts";
import { chosen, reducer, whereReached } from "./reducer.ts";

/** The highest value of x in the steps where the condition holds, in all without one: highest(x, condition). */
export const highest = reducer(
  { zh: "最高值", en: "highest" },
  { units: "mc -> m", arity: [1, 2] },
  (steps, given) => {
    const values = chosen(steps, given);
    if (values === undefined) return missing;
    return values.length === 0 ? noAnswer("empty") : found(values.reduce(given.arithmetic.max));
  },
  whereReached,
);
