import type { Arithmetic } from "./arithmetic/arithmetic.ts";

/**
 * Factors of level payments (年金), all exact for rates near 0, where (1 + rate)^n − 1 loses its digits.
 * `rate` per period, above −1; `n` in periods, need not be whole.
 */

/** (1 + rate)^n. */
export function growth<T>({ of, add, pow, mul, exp, ln1p, compare }: Arithmetic<T>, rate: T, n: T): T {
  // 1 + rate forgets the last digits of a small rate, and the power multiplies that error by n.
  const isSmall = compare(rate, of(0.5)) < 0 && compare(rate, of(-0.5)) > 0;
  return isSmall ? exp(mul(n, ln1p(rate))) : pow(add(of(1), rate), n);
}

/** What payments of 1 at the end of each of n periods have grown to after the last one. */
export function accumulation<T>(arithmetic: Arithmetic<T>, rate: T, n: T): T {
  return arithmetic.sign(rate) === 0 ? n : arithmetic.div(arithmetic.compound(rate, n), rate);
}

/** What payments of 1 at the end of each of n periods are worth one period before the first one. */
export function presentWorth<T>(arithmetic: Arithmetic<T>, rate: T, n: T): T {
  const { sign, div, neg, compound } = arithmetic;
  return sign(rate) === 0 ? n : div(neg(compound(rate, neg(n))), rate);
}

/** 1 + rate if payments fall due at the beginning of the period (type ≠ 0), otherwise 1. */
export function dueFactor<T>({ of, add, sign }: Arithmetic<T>, rate: T, type: T): T {
  return sign(type) === 0 ? of(1) : add(of(1), rate);
}
