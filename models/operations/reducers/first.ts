import { found, missing, noAnswer } from "./answer.ts";
import { whereFirst } from "./decisive.ts";
import { reducer } from "./reducer.ts";
import { firstPrinted, firstStep } from "./series.ts";

/** The value of x in the first step in which the condition holds: first(x, condition). */
export const first = reducer({
  ...{ zh: "首次取值", en: "first" },
  units: "mc -> m",
  arity: [2, 2],
  condition: 1,
  answer: (steps, given) => {
    const step = firstStep(1, steps, given);
    if (step === undefined) return missing;
    if (step < 0) return noAnswer("notReached");
    const value = steps.read(0, step);
    return given.arithmetic.isDefined(value) ? found(value) : missing;
  },
  decisive: whereFirst(1),
  slopes: (steps, given, back) => back.series(0, firstStep(1, steps, given) ?? 0, 1),
  excel: (node, sheet) => `INDEX(${sheet.steps(node, 0)},${firstPrinted(sheet.steps(node, 1))})`,
});
