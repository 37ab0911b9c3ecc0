import { found } from "./answer.ts";
import { reducer, withSeries } from "./reducer.ts";

/** Net present value (净现值) one step before the first: npv(rate a step, x). */
export const npv = reducer({ zh: "净现值", en: "npv" }, { units: "1m -> m", arity: [2, 2] }, (steps, given) =>
  withSeries(steps, given, (values) => {
    const { add, div, one, zero } = given.arithmetic;
    const factor = add(one, given.args[0] as typeof one);
    return found(values.reduceRight((later, amount) => div(add(later, amount), factor), zero));
  }),
);
