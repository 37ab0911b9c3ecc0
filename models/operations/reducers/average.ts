import { whereChosen } from "./decisive.ts";
import { reducer } from "./reducer.ts";
import { chosen, isConditional, ofChosen } from "./series.ts";

/** The mean of x over the steps where the condition holds, over all without one: average(x, condition). */
export const average = reducer({
  ...{ zh: "平均值", en: "average" },
  units: "mc -> m",
  arity: [1, 2],
  condition: 1,
  answer: (steps, given) => {
    const { add, div, integer } = given.arithmetic;
    return ofChosen(steps, given, (values) => div(values.reduce(add), integer(values.length)));
  },
  decisive: whereChosen,
  slopes: (steps, given, back) => {
    const values = chosen(steps, given) ?? [];
    for (const { step } of values) back.series(0, step, 1 / values.length);
  },
  excel: (node, sheet) => {
    const x = sheet.steps(node, 0);
    return isConditional(node) ? `AVERAGEIF(${sheet.steps(node, 1)},"<>0",${x})` : `AVERAGE(${x})`;
  },
});
