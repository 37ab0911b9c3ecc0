import { irr } from "../../finance/irr.ts";
import { isRefusal } from "../../finance/refusal.ts";
import { quickRates } from "../../finance/roots/quick.ts";
import { PURE_TIE } from "../ties.ts";

/** A reducer on doubles: the values of its series step by step, NaN where there is none; NaN where it has no answer. */
type OnDoubles = (series: readonly Float64Array[], rate: number, absTol: number) => number;

const holds = (x: number): boolean => Math.abs(x) > PURE_TIE;

/** The steps that count; undefined where a condition, or a value that counts, is missing. */
function counted([x = NO_STEPS, where]: readonly Float64Array[]): Float64Array | undefined {
  const values = new Float64Array(x.length);
  let count = 0;
  for (let i = 0; i < x.length; i++) {
    const condition = where === undefined ? 1 : (where[i] as number);
    const value = x[i] as number;
    if (condition !== condition) return undefined;
    if (!holds(condition)) continue;
    if (value !== value) return undefined;
    values[count++] = value;
  }
  return count === 0 ? undefined : values.subarray(0, count);
}

const NO_STEPS = new Float64Array();

function lowest(series: readonly Float64Array[]): number {
  const values = counted(series) ?? NO_STEPS;
  let result = values[0] ?? Number.NaN;
  for (let i = 1; i < values.length; i++) if ((values[i] as number) < result) result = values[i] as number;
  return result;
}

function highest(series: readonly Float64Array[]): number {
  const values = counted(series) ?? NO_STEPS;
  let result = values[0] ?? Number.NaN;
  for (let i = 1; i < values.length; i++) if ((values[i] as number) > result) result = values[i] as number;
  return result;
}

function average(series: readonly Float64Array[]): number {
  const values = counted(series) ?? NO_STEPS;
  let sum = values[0] ?? Number.NaN;
  for (let i = 1; i < values.length; i++) sum += values[i] as number;
  return sum / values.length;
}

/** The first step in which the condition holds, from 0; NaN if it never does or one before it is missing. */
function firstStep(condition: Float64Array | undefined): number {
  for (let i = 0; condition !== undefined && i < condition.length; i++) {
    const x = condition[i] as number;
    if (x !== x) return Number.NaN;
    if (holds(x)) return i;
  }
  return Number.NaN;
}

function presentValue([x = NO_STEPS]: readonly Float64Array[], rate: number): number {
  const factor = 1 + rate;
  if (x.length === 0 || Math.abs(factor) <= PURE_TIE) return Number.NaN;
  let value = 0;
  for (let i = x.length - 1; i >= 0; i--) value = (value + (x[i] as number)) / factor;
  return value;
}

function rateOfReturn([x = NO_STEPS]: readonly Float64Array[], _rate: number, absTol: number): number {
  const flows = new Float64Array(x.length);
  let sum = 0;
  for (let i = 0; i < x.length; i++) {
    const value = x[i] as number;
    flows[i] = Math.abs(value) <= absTol ? 0 : value;
    sum += value;
  }
  if (!Number.isFinite(sum)) return Number.NaN;
  const rates = quickRates(flows);
  if (rates !== undefined) return rates.length === 1 ? (rates[0] as number) : Number.NaN;
  const rate = irr([...flows]);
  return isRefusal(rate) ? Number.NaN : rate;
}

function paidBack([x = NO_STEPS]: readonly Float64Array[], _rate: number, absTol: number): number {
  let cumulative = 0;
  let started = false;
  let answer = Number.NaN;
  for (let step = 0; step < x.length; step++) {
    const value = x[step] as number;
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
  lowest,
  highest,
  average,
  first: ([x, condition]) => x?.[firstStep(condition)] ?? Number.NaN,
  when: ([condition]) => firstStep(condition) + 1,
};
