import { irr } from "../../finance/irr.ts";
import { isRefusal } from "../../finance/refusal.ts";
import { quickRates } from "../../finance/roots/quick.ts";
import { PURE_TIE } from "../ties.ts";

/** A reducer on doubles: the values of its series step by step, NaN where there is none; NaN where it has no answer. */
type OnDoubles = (series: readonly Float64Array[], args: readonly number[], absTol: number) => number;

const holds = (x: number): boolean => Math.abs(x) > PURE_TIE;

/** Puts the values together that count; NaN where one that does, or a condition, is missing. */
function folded(
  [x, where]: readonly Float64Array[],
  put: (sum: number, value: number) => number,
): readonly [number, number] {
  let [result, count] = [Number.NaN, 0];
  for (let i = 0; x !== undefined && i < x.length; i++) {
    const counts = where === undefined ? 1 : (where[i] as number);
    const value = x[i] as number;
    if (Number.isNaN(counts)) return [Number.NaN, 0];
    if (!holds(counts)) continue;
    if (Number.isNaN(value)) return [Number.NaN, 0];
    result = count++ === 0 ? value : put(result, value);
  }
  return [result, count];
}

/** The first step in which the condition holds, from 0; NaN if it never does or one before it is missing. */
function firstStep(condition: Float64Array | undefined): number {
  const step = condition?.findIndex((x) => Number.isNaN(x) || holds(x)) ?? -1;
  return step < 0 || Number.isNaN(condition?.[step]) ? Number.NaN : step;
}

function presentValue(
  [x = new Float64Array()]: readonly Float64Array[],
  [rate = Number.NaN]: readonly number[],
): number {
  const factor = 1 + rate;
  if (x.length === 0 || Math.abs(factor) <= PURE_TIE) return Number.NaN;
  let value = 0;
  for (let i = x.length - 1; i >= 0; i--) value = (value + (x[i] as number)) / factor;
  return value;
}

function rateOfReturn(
  [x = new Float64Array()]: readonly Float64Array[],
  _args: readonly number[],
  absTol: number,
): number {
  const flows = x.map((value) => (Math.abs(value) <= absTol ? 0 : value));
  if (!flows.every(Number.isFinite)) return Number.NaN;
  const rates = quickRates(flows);
  if (rates !== undefined) return rates.length === 1 ? (rates[0] as number) : Number.NaN;
  const rate = irr([...flows]);
  return isRefusal(rate) ? Number.NaN : rate;
}

function paidBack([x = new Float64Array()]: readonly Float64Array[], _args: readonly number[], absTol: number): number {
  let cumulative = 0;
  let started = false;
  let answer = Number.NaN;
  for (const [step, value] of x.entries()) {
    const before = cumulative;
    cumulative += value;
    if (cumulative < -absTol) started = true;
    else if (started && Number.isNaN(answer)) answer = step + Math.min(-before / value, 1);
  }
  return Number.isNaN(cumulative) ? cumulative : answer;
}

/** What the kernel calls for each reducer: the same answers, read off arrays. */
export const onDoubles: Readonly<Record<string, OnDoubles>> = {
  npv: presentValue,
  irr: rateOfReturn,
  payback: paidBack,
  lowest: (series) => folded(series, Math.min)[0],
  highest: (series) => folded(series, Math.max)[0],
  average: (series) => {
    const [sum, count] = folded(series, (a, b) => a + b);
    return sum / count;
  },
  first: ([x, condition]) => x?.[firstStep(condition)] ?? Number.NaN,
  when: ([condition]) => firstStep(condition) + 1,
};
