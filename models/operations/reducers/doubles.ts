import { irr } from "../../finance/irr.ts";
import { isRefusal } from "../../finance/refusal.ts";
import { quickRates } from "../../finance/roots/quick.ts";
import { PURE_TIE } from "../ties.ts";
import { withoutLossOfAll } from "./lossOfAll.ts";

/**
 * A reducer on doubles: the values of one or two series step by step, NaN where there is none; NaN where it has no answer. They are called
 * some fifty times in every evaluation, so arrays are walked without ceremony.
 */
type OnDoubles = (x: Float64Array, where: Float64Array | undefined, rate: number, absTol: number) => number;

const holds = (x: number): boolean => Math.abs(x) > PURE_TIE;

/** Puts the values together that count: 0 their least, 1 their greatest, 2 their mean. NaN where one of them, or a condition, is missing. */
function folded(how: 0 | 1 | 2): OnDoubles {
  return (x, where) => {
    let result = Number.NaN;
    let count = 0;
    for (let i = 0; i < x.length; i++) {
      if (where !== undefined) {
        const condition = where[i] as number;
        if (Number.isNaN(condition)) return Number.NaN;
        if (!holds(condition)) continue;
      }
      const value = x[i] as number;
      if (Number.isNaN(value)) return Number.NaN;
      if (count++ === 0) result = value;
      else if (how === 2) result += value;
      else if (how === 0 ? value < result : value > result) result = value;
    }
    return how === 2 ? result / count : result;
  };
}

/** The first step in which the condition holds, from 0; NaN if it never does or one before it is missing. */
function firstStep(condition: Float64Array | undefined): number {
  for (let i = 0; condition !== undefined && i < condition.length; i++) {
    const x = condition[i] as number;
    if (Number.isNaN(x)) return Number.NaN;
    if (holds(x)) return i;
  }
  return Number.NaN;
}

function presentValue(x: Float64Array, _where: Float64Array | undefined, rate: number): number {
  const factor = 1 + rate;
  if (x.length === 0 || Math.abs(factor) <= PURE_TIE) return Number.NaN;
  let value = 0;
  for (let i = x.length - 1; i >= 0; i--) value = (value + (x[i] as number)) / factor;
  return value;
}

function rateOfReturn(x: Float64Array, _where: Float64Array | undefined, _rate: number, absTol: number): number {
  const flows = new Float64Array(x.length);
  let sum = 0;
  for (let i = 0; i < x.length; i++) {
    const value = x[i] as number;
    flows[i] = Math.abs(value) <= absTol ? 0 : value;
    sum += value;
  }
  if (!Number.isFinite(sum)) return Number.NaN;
  const rates = quickRates(flows);
  if (rates !== undefined) return theRate(rates);
  const rate = irr([...flows]);
  return isRefusal(rate) ? theRate(rate.roots ?? []) : rate;
}

function theRate(rates: readonly number[]): number {
  const [only = Number.NaN, ...more] = withoutLossOfAll(rates, (rate) => rate);
  return more.length === 0 ? only : Number.NaN;
}

function paidBack(x: Float64Array, _where: Float64Array | undefined, _rate: number, absTol: number): number {
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
  lowest: folded(0),
  highest: folded(1),
  average: folded(2),
  first: (x, where) => x[firstStep(where)] ?? Number.NaN,
  when: (x) => firstStep(x) + 1,
};
