import { found, missing, noAnswer } from "./answer.ts";
import { firstStep, reducer, whereFirst } from "./reducer.ts";

/** The value of x in the first step in which the condition holds: first(x, condition). */
export const first = reducer(
  { zh: "首次取值", en: "first" },
  { units: "mc -> m", arity: [2, 2] },
  (steps, given) => {
    const step = firstStep(1, steps, given);
    if (step === undefined) return missing;
    if (step < 0) return noAnswer("notReached");
    const value = steps.read(0, step);
    return given.arithmetic.isDefined(value) ? found(value) : missing;
  },
  whereFirst(1),
);
