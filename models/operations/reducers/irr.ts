import type { Spreadsheet } from "../../engines/arithmetic/arithmetic.ts";
import { irr as rateOf } from "../../finance/irr.ts";
import { isRefusal } from "../../finance/refusal.ts";
import { quickRates } from "../../finance/roots/quick.ts";
import { type Answer, found, noAnswer, type Steps } from "./answer.ts";
import { withoutLossOfAll } from "./lossOfAll.ts";
import { type Given, reducer } from "./reducer.ts";
import { seriesOf, withSeries } from "./series.ts";

/** Internal rate of return a step (内部收益率). Amounts within the tolerance are 0: they must not make a sign change or a root. */
export const irr = reducer({
  ...{ zh: "内部收益率", en: "irr" },
  units: "m -> 1",
  arity: [1, 1],
  answer: rateOfReturn,
  // By the equation the rate solves, Σ x_i · (1 + rate)^−i = 0.
  slopes: (steps, given, back) => {
    const flows = flowsOf(seriesOf(steps), given);
    const solved = rateOfReturn(steps, given);
    if (!solved.ok) return;
    const rate = solved.value;
    const byRate = flows.reduce((sum, flow, i) => sum - i * flow * (1 + rate) ** -(i + 1), 0);
    for (const i of flows.keys()) {
      if (byRate === 0) back.corner(0, i);
      else back.series(0, i, -((1 + rate) ** -i) / byRate);
    }
  },
  excel: (node, sheet) => `IRR(${sheet.steps(node, 0)},${sheet.guess(node, 0)})`,
});

function rateOfReturn<V>(steps: Steps<V>, given: Given<V>): Answer<V> {
  return withSeries(steps, given, (values) => {
    const flows = flowsOf(values, given);
    const { name, toNumber, spreadsheet } = given.arithmetic;
    const quick = name === "kernel" ? quickRates(Float64Array.from(flows, toNumber)) : undefined;
    if (quick !== undefined) return oneOf(quick as typeof values, given);
    const call = ((...amounts: readonly number[]) => rateOf(amounts)) as Spreadsheet;
    const answer = spreadsheet(call, flows);
    return isRefusal(answer) ? oneOf((answer.roots ?? []) as typeof values, given) : found(answer);
  });
}

function oneOf<V>(roots: readonly V[], { arithmetic }: Given<V>): Answer<V> {
  const [only, ...more] = withoutLossOfAll(roots, (root) => arithmetic.toNumber(root));
  if (only === undefined) return noAnswer("none");
  return more.length === 0 ? found(only) : noAnswer("several", roots);
}

function flowsOf<V>(values: readonly V[], { arithmetic, absTol }: Given<V>): readonly V[] {
  const { compare, truth, zero } = arithmetic;
  return values.map((value) => (truth(compare("==", value, zero, absTol)) === true ? zero : value));
}
