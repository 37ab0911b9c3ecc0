import { found, noAnswer } from "./answer.ts";
import { reducer, withSeries } from "./reducer.ts";

/**
 * Steps (回收期) until the cumulative flow, once negative, is not negative any more: whole steps before, and the part of the last one that
 * was needed. What is left within the tolerance counts as paid back.
 */
export const payback = reducer({ zh: "回收期", en: "payback" }, { units: "m -> 1", arity: [1, 1] }, (steps, given) =>
  withSeries(steps, given, (values) => {
    const { add, compare, div, integer, min, neg, one, truth, zero } = given.arithmetic;
    let cumulative = zero;
    let started = false;
    let answer: typeof zero | undefined;
    for (const [step, value] of values.entries()) {
      const before = cumulative;
      cumulative = add(cumulative, value);
      if (truth(compare("<", cumulative, zero, given.absTol)) === true) {
        if (answer !== undefined) return found(answer, "notLasting");
        started = true;
      } else if (started) answer ??= add(integer(step), min(div(neg(before), value), one));
    }
    return answer === undefined ? noAnswer(started ? "notReached" : "neverNegative") : found(answer);
  }),
);
