import { found, missing, noAnswer } from "./answer.ts";
import { whereFirst } from "./decisive.ts";
import { reducer } from "./reducer.ts";
import { firstPrinted, firstStep } from "./series.ts";

/** The number of the first step in which the condition holds, from 1. */
export const when = reducer({
  ...{ zh: "首次出现于", en: "when" },
  units: "c -> 1",
  arity: [1, 1],
  condition: 0,
  answer: (steps, given) => {
    const step = firstStep(0, steps, given);
    if (step === undefined) return missing;
    return step < 0 ? noAnswer("notReached") : found(given.arithmetic.integer(step + 1));
  },
  decisive: whereFirst(0),
  slopes: () => {},
  excel: (node, sheet) => firstPrinted(sheet.steps(node, 0)),
});
