import { Decimal } from "decimal.js";
import type { Arithmetic } from "./arithmetic.ts";

const byPrecision = new Map<number, Arithmetic<Decimal>>();

/** Decimals with `digits` significant digits in every operation, whatever the caller's own settings are. */
export function decimalArithmetic(digits: number): Arithmetic<Decimal> {
  const known = byPrecision.get(digits);
  if (known !== undefined) return known;
  const made = make(digits);
  byPrecision.set(digits, made);
  return made;
}

const classes = new Map<number, typeof Decimal>();

function classOf(digits: number): typeof Decimal {
  const known = classes.get(digits);
  if (known !== undefined) return known;
  const made = Decimal.clone({ precision: digits, rounding: Decimal.ROUND_HALF_EVEN, defaults: true });
  classes.set(digits, made);
  return made;
}

/** Up to so many periods a power is multiplied out, which is much quicker than by logarithms. */
const MULTIPLIED_OUT = 10_000;

function make(digits: number): Arithmetic<Decimal> {
  const Exact = classOf(digits);
  const one = new Exact(1);
  return {
    of: (value) => new Exact(value),
    add: (a, b) => Exact.add(a, b),
    sub: (a, b) => Exact.sub(a, b),
    mul: (a, b) => Exact.mul(a, b),
    div: (a, b) => Exact.div(a, b),
    neg: (a) => new Exact(a).neg(),
    sign: (a) => (a.isNaN() || a.isZero() ? 0 : a.isNegative() ? -1 : 1),
    compare: (a, b) => a.comparedTo(b),
    truncate: (a) => new Exact(a).trunc(),
    ln: (a) => Exact.ln(a),
    ln1p: (a) => ln1p(a, digits),
    exp: (a) => Exact.exp(a),
    expm1: (a) => expm1(a, digits),
    compound: (rate, n) => compound(rate, n, digits),
    pow: (base, exponent) => Exact.pow(base, exponent),
    discountFactors: (force, times) => discountFactors(Exact, force, times),
    sum: (values) => values.reduce((total, value) => Exact.add(total, value), new Exact(0)),
    isFinite: (a) => a.isFinite(),
    toNumber: (a) => Number(a.toString()),
  };

  function ln1p(a: Decimal, precision: number): Decimal {
    if (tooSmall(a, precision)) return Exact.sub(a, Exact.mul(a, a).div(2));
    const Wide = classWithRoomFor(a, precision);
    return new Exact(Wide.ln(Wide.add(one, a))).toSignificantDigits(precision);
  }

  function compound(rate: Decimal, n: Decimal, precision: number): Decimal {
    if (!n.isInteger() || n.abs().gt(MULTIPLIED_OUT) || tooSmall(rate, precision))
      return expm1(Exact.mul(n, ln1p(rate, precision)), precision);
    const Wide = classWithRoomFor(rate, precision);
    return new Exact(Wide.sub(Wide.pow(Wide.add(one, rate), n), one)).toSignificantDigits(precision);
  }

  function expm1(a: Decimal, precision: number): Decimal {
    if (tooSmall(a, precision)) return Exact.add(a, Exact.mul(a, a).div(2));
    const Wide = classWithRoomFor(a, precision);
    return new Exact(Wide.sub(Wide.exp(a), one)).toSignificantDigits(precision);
  }
}

/** So small that the third term of the series is beyond the last digit. */
function tooSmall(a: Decimal, precision: number): boolean {
  return a.isFinite() && (a.isZero() || a.e < -precision);
}

/** 1 + a swallows as many digits of a as a has zeros after the point; calculate with so many more. */
function classWithRoomFor(a: Decimal, precision: number): typeof Decimal {
  const swallowed = a.isFinite() ? Math.max(0, -a.e) : 0;
  return classOf(precision + swallowed + 2);
}

/** Powers of one daily (or periodic) factor by multiplication along the gaps; exponentials are dear. */
function discountFactors(Exact: typeof Decimal, force: Decimal, times: readonly Decimal[]): Decimal[] {
  const perUnit = Exact.exp(new Exact(force).neg());
  const byGap = new Map<string, Decimal>();
  let previousTime = new Exact(0);
  let factor = new Exact(1);
  return times.map((time) => {
    const gap = Exact.sub(time, previousTime);
    const key = gap.toString();
    let step = byGap.get(key);
    if (step === undefined) {
      step = Exact.pow(perUnit, gap);
      byGap.set(key, step);
    }
    factor = Exact.mul(factor, step);
    previousTime = new Exact(time);
    return factor;
  });
}
