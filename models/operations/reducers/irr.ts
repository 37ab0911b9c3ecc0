import { irr as rateOf } from "../../finance/irr.ts";
import { isRefusal } from "../../finance/refusal.ts";
import { found, noAnswer } from "./answer.ts";
import { reducer, withSeries } from "./reducer.ts";

/** Internal rate of return a step (内部收益率). Amounts within the tolerance are 0: they must not make a sign change or a root. */
export const irr = reducer({ zh: "内部收益率", en: "irr" }, { units: "m -> 1", arity: [1, 1] }, (steps, given) =>
  withSeries(steps, given, (values) => {
    const { compare, truth, zero } = given.arithmetic;
    const flows = values.map((value) => (truth(compare("==", value, zero, given.absTol)) === true ? zero : value));
    // Every number system of the engines is a kind of number the spreadsheet functions take.
    const answer = rateOf(flows as readonly number[]);
    if (!isRefusal(answer)) return found(answer as typeof zero);
    const roots = answer.roots as readonly (typeof zero)[] | undefined;
    return roots === undefined || roots.length === 0 ? noAnswer("none") : noAnswer("several", roots);
  }),
);
