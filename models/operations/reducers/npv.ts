import type { Node } from "../../language/graph.ts";
import { found } from "./answer.ts";
import { reducer } from "./reducer.ts";
import { seriesOf, withSeries } from "./series.ts";

/** Net present value (净现值) one step before the first: npv(rate a step, x). */
export const npv = reducer({
  ...{ zh: "净现值", en: "npv" },
  units: "1m -> m",
  arity: [2, 2],
  answer: (steps, given) =>
    withSeries(steps, given, (values) => {
      const { add, div, one, zero } = given.arithmetic;
      const factor = add(one, given.args[0] as typeof one);
      return found(values.reduceRight((later, amount) => div(add(later, amount), factor), zero));
    }),
  slopes: (steps, { args: [rate = 0] }, back) => {
    let byRate = 0;
    for (const [i, value] of seriesOf(steps).entries()) {
      const discount = (1 + rate) ** -(i + 1);
      back.series(0, i, discount);
      byRate -= ((i + 1) * value * discount) / (1 + rate);
    }
    back.scalar(0, byRate);
  },
  excel: (node, sheet) => `NPV(${sheet.text(node.args[0] as Node)},${sheet.steps(node, 0)})`,
});
