import { type Answer, found, noAnswer } from "./answer.ts";
import { type Given, reducer } from "./reducer.ts";
import { seriesOf, withSeries } from "./series.ts";

/**
 * Steps (回收期) until the cumulative flow, once negative, is not negative any more: whole steps before, and the part of the last one that
 * was needed. What is left within the tolerance counts as paid back.
 */
export const payback = reducer({
  ...{ zh: "回收期", en: "payback" },
  units: "m -> 1",
  arity: [1, 1],
  answer: (steps, given) => withSeries(steps, given, (values) => paidBack(values, given).answer),
  slopes: (steps, given, back) => {
    const values = seriesOf(steps);
    const { step, part } = paidBack(values, given);
    if (step === undefined || part === undefined) return;
    const value = values[step] as number;
    for (let i = 0; i <= step; i++) {
      // Just paid back, or not quite: the next step may be needed after all.
      if (part >= 1 || part <= 0) back.corner(0, i);
      if (part < 1) back.series(0, i, i < step ? -1 / value : -part / value);
    }
  },
  excel: (node, sheet) => {
    const [flow, running] = [sheet.steps(node, 0), sheet.running(node, 0)];
    const steps = `COLUMNS(${running})`;
    const before = `INDEX(${running},1):INDEX(${running},${steps}-1)`;
    const after = `INDEX(${running},2):INDEX(${running},${steps})`;
    const tie = `(-${node.absTol ?? 0})`;
    const last = `MATCH(1,INDEX((${before}<${tie})*(${after}>=${tie}),0),0)`;
    return `(${last}+MIN(-INDEX(${running},${last})/INDEX(${flow},${last}+1),1))`;
  },
});

interface PaidBack<V> {
  readonly answer: Answer<V>;
  /** The step that pays back, from 0, and the part of it that is needed. */
  readonly step?: number;
  readonly part?: V;
}

function paidBack<V>(values: readonly V[], { arithmetic, absTol }: Given<V>): PaidBack<V> {
  const { add, compare, div, integer, min, neg, one, truth, zero } = arithmetic;
  let cumulative = zero;
  let started = false;
  let back: (PaidBack<V> & { readonly value: V }) | undefined;
  for (const [step, value] of values.entries()) {
    const before = cumulative;
    cumulative = add(cumulative, value);
    if (truth(compare("<", cumulative, zero, absTol)) === true) {
      if (back !== undefined) return { ...back, answer: found(back.value, "notLasting") };
      started = true;
    } else if (started && back === undefined) {
      const part = min(div(neg(before), value), one);
      const needed = add(integer(step), part);
      back = { answer: found(needed), value: needed, step, part };
    }
  }
  return back ?? { answer: noAnswer(started ? "notReached" : "neverNegative") };
}
