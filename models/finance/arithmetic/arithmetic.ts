/**
 * The operations the formulas are written in, so that each formula exists once and runs on doubles and on
 * decimals. Nothing here throws: an undefined operation gives the kind's own NaN or infinity, which the
 * caller of a formula turns into a refusal.
 */
export interface Arithmetic<T> {
  of(value: number): T;
  add(a: T, b: T): T;
  sub(a: T, b: T): T;
  mul(a: T, b: T): T;
  div(a: T, b: T): T;
  neg(a: T): T;
  /** −1, 0 or 1; 0 also for NaN. */
  sign(a: T): -1 | 0 | 1;
  /** Negative, 0 or positive as a is below, equal to or above b. */
  compare(a: T, b: T): number;
  /** Rounds towards zero. */
  truncate(a: T): T;
  /** Natural logarithm. */
  ln(a: T): T;
  /** ln(1 + a) without losing a small a. */
  ln1p(a: T): T;
  /** e^a. */
  exp(a: T): T;
  /** e^a − 1 without losing a small a. */
  expm1(a: T): T;
  /** (1 + rate)^n − 1 without losing a small rate. */
  compound(rate: T, n: T): T;
  /** base^exponent. */
  pow(base: T, exponent: T): T;
  /** e^(−time·force) for ascending times: the discount factors at a force of interest (利息力). */
  discountFactors(force: T, times: readonly T[]): T[];
  /** Sum without rounding errors from the order or from cancelling terms. */
  sum(values: readonly T[]): T;
  isFinite(a: T): boolean;
  toNumber(a: T): number;
}
