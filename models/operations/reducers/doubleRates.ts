import { isRefusal, type Refusal } from "../../finance/refusal.ts";
import { allRates } from "../../finance/roots/rates.ts";
import { signChanges, tidyTerms } from "../../finance/roots/terms.ts";

/** Error of a rate, relative to the rate, that the fast engine may make: a hundredth of what the engines may differ by. */
const ROUGHLY = 1e-11;

/** All rates of return above −100 % of flows in doubles, ascending. */
export function ratesOfDoubles(flows: readonly number[]): readonly number[] | Refusal {
  const only = onlyRate(flows);
  if (only !== undefined) return [only];
  const terms = tidyTerms(flows.map((amount, time) => ({ amount, time })));
  if (signChanges(terms).length === 0) return [];
  const rates = allRates(terms, 1, flows, "values", ROUGHLY);
  return isRefusal(rates) ? rates : rates.map(Number);
}

/** Steps until a bracket can be no narrower; Newton's need a tenth of them. */
const MAX_STEPS = 200;

/**
 * The rate of return of flows that change sign once, in doubles: with one change there is exactly one rate above −100 % (Descartes), which
 * Newton's method finds in a bracket. Undefined where the signs change more often or never.
 */
export function onlyRate(flows: readonly number[]): number | undefined {
  const first = flows.findIndex((flow) => flow !== 0);
  const last = flows.findLastIndex((flow) => flow !== 0);
  if (first < 0 || !changesOnce(flows, first, last)) return undefined;
  const early = Math.sign(flows[first] as number);
  // In terms of v = 1/(1 + rate): early flows decide for small v, late ones for large.
  let [low, high] = [0, 1];
  while (Math.sign(level(flows, first, last, high).value) === early && high < 1e150) [low, high] = [high, high * 2];
  let v = (low + high) / 2;
  for (let step = 0; step < MAX_STEPS; step++) {
    const { value, slope } = level(flows, first, last, v);
    if (value === 0) break;
    if (Math.sign(value) === early) low = v;
    else high = v;
    const newton = v - value / slope;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - v) <= 2 * Number.EPSILON * v) {
      v = next;
      break;
    }
    v = next;
  }
  const rate = 1 / v - 1;
  return Number.isFinite(rate) ? rate : undefined;
}

function changesOnce(flows: readonly number[], first: number, last: number): boolean {
  let changes = 0;
  let before = Math.sign(flows[first] as number);
  for (let i = first + 1; i <= last; i++) {
    const sign = Math.sign(flows[i] as number);
    if (sign === 0 || sign === before) continue;
    changes++;
    before = sign;
  }
  return changes === 1;
}

/** Σ flow · v^i and its slope, from the first flow on. */
function level(flows: readonly number[], first: number, last: number, v: number): { value: number; slope: number } {
  let value = 0;
  let slope = 0;
  for (let i = last; i >= first; i--) {
    slope = slope * v + value;
    value = value * v + (flows[i] as number);
  }
  return { value, slope };
}
