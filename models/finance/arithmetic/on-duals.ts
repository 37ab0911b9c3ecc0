import type { Arithmetic } from "./arithmetic.ts";

/** A number and its slope in one argument: what a formula gives on these is its value and its derivative (自动微分). */
export interface Dual {
  readonly value: number;
  readonly slope: number;
}

const dual = (value: number, slope: number): Dual => ({ value, slope });

/** One argument through a function with a known derivative. */
const through =
  (value: (a: number) => number, slope: (a: number) => number) =>
  (a: Dual): Dual =>
    dual(value(a.value), a.slope === 0 ? 0 : slope(a.value) * a.slope);

const exp = through(Math.exp, Math.exp);
const expm1 = through(Math.expm1, Math.exp);
const ln1p = through(Math.log1p, (a) => 1 / (1 + a));

/** Doubles that carry their slope. Comparisons and rounding look at the value alone: the slope is that of the piece the value lies on. */
export const dualArithmetic: Arithmetic<Dual> = {
  of: (value) => dual(value, 0),
  add: (a, b) => dual(a.value + b.value, a.slope + b.slope),
  sub: (a, b) => dual(a.value - b.value, a.slope - b.slope),
  mul: (a, b) => dual(a.value * b.value, a.slope * b.value + a.value * b.slope),
  div: (a, b) => dual(a.value / b.value, (a.slope - (a.value / b.value) * b.slope) / b.value),
  neg: (a) => dual(-a.value, -a.slope),
  sign: (a) => (a.value > 0 ? 1 : a.value < 0 ? -1 : 0),
  compare: (a, b) => a.value - b.value,
  truncate: (a) => dual(Math.trunc(a.value), 0),
  ln: through(Math.log, (a) => 1 / a),
  ln1p,
  exp,
  expm1,
  compound: (rate, n) => {
    const force = ln1p(rate);
    return expm1(dual(n.value * force.value, n.slope * force.value + n.value * force.slope));
  },
  pow: (base, exponent) => {
    const value = base.value ** exponent.value;
    const byBase = base.slope === 0 ? 0 : exponent.value * base.value ** (exponent.value - 1) * base.slope;
    const byExponent = exponent.slope === 0 ? 0 : value * Math.log(base.value) * exponent.slope;
    return dual(value, byBase + byExponent);
  },
  discountFactors: (force, times) =>
    times.map((time) => exp(dual(-time.value * force.value, -time.slope * force.value - time.value * force.slope))),
  sum: (values) => dual(sum(values, "value"), sum(values, "slope")),
  isFinite: (a) => Number.isFinite(a.value),
  toNumber: (a) => a.value,
};

function sum(values: readonly Dual[], part: keyof Dual): number {
  return values.reduce((total, each) => total + each[part], 0);
}
