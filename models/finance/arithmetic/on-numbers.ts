import type { Arithmetic } from "./arithmetic.ts";
import { decimalArithmetic } from "./on-decimals.ts";

const EXACT_SUM_DIGITS = 50;

/** Doubles. */
export const numberArithmetic: Arithmetic<number> = {
  of: (value) => value,
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  neg: (a) => -a,
  sign: (a) => (a > 0 ? 1 : a < 0 ? -1 : 0),
  compare: (a, b) => (a < b ? -1 : a > b ? 1 : 0),
  truncate: Math.trunc,
  ln: Math.log,
  ln1p: Math.log1p,
  exp: Math.exp,
  expm1: Math.expm1,
  compound: (rate, n) => Math.expm1(n * Math.log1p(rate)),
  pow: (base, exponent) => base ** exponent,
  discountFactors: (force, times) => times.map((time) => Math.exp(-time * force)),
  sum: exactSum,
  isFinite: Number.isFinite,
  toNumber: (a) => a,
};

/**
 * The sum of the decimal numbers as they are written: 0.1 + 0.2 − 0.3 is 0 here, so that payments which
 * cancel on one day do not leave a crumb that looks like a change of sign.
 */
function exactSum(values: readonly number[]): number {
  const decimals = decimalArithmetic(EXACT_SUM_DIGITS);
  return decimals.toNumber(decimals.sum(values.map(decimals.of)));
}
