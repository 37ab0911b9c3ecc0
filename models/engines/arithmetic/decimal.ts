import { Decimal as DecimalBase } from "decimal.js";
import { isRefusal } from "../../finance/refusal.ts";
import type { Relation } from "../../language/graph.ts";
import { PURE_TIE, RELATIVE_TIE, STEP_TIE, STEP_TIE_MAX, STEP_TIE_RELATIVE } from "../../operations/ties.ts";
import type { Arithmetic } from "./arithmetic.ts";
import { holds } from "./float.ts";

/**
 * The number of the book of record: 28 significant digits, half away from zero. The exponent range is that of float64, so that both
 * engines overflow at the same order of magnitude.
 */
export const RecordDecimal = DecimalBase.clone({
  precision: 28,
  rounding: DecimalBase.ROUND_HALF_UP,
  maxE: 308,
  minE: -324,
  toExpNeg: -400,
  toExpPos: 400,
  defaults: true,
});

export type RecordDecimal = DecimalBase;

export const ZERO = new RecordDecimal(0);
export const ONE = new RecordDecimal(1);
export const HALF = new RecordDecimal("0.5");
export const TEN = new RecordDecimal(10);
export const NOTHING = new RecordDecimal(Number.NaN);
const RELATIVE = new RecordDecimal(RELATIVE_TIE);
const STEP = new RecordDecimal(STEP_TIE);
const STEP_RELATIVE = new RecordDecimal(STEP_TIE_RELATIVE);
const STEP_MAX = new RecordDecimal(STEP_TIE_MAX);
/** Decimal literals only: decimal.js would also read hexadecimal and "Infinity". */
const LITERAL = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?\s*$/i;

/** What is not finite as the undefined value, and every zero as the one zero: most cells are 0, and 0 + x need not be worked out. */
function tidy(a: DecimalBase): DecimalBase {
  if (a.isZero()) return ZERO;
  return a.isFinite() ? a : NOTHING;
}

/** How near a step a value of this size must be to count as lying on it. */
export function stepTie(size: DecimalBase): DecimalBase {
  // 1e-13 of the size exceeds 1e-9 only from ten thousand on.
  if (size.e < 4) return STEP;
  const share = size.times(STEP_RELATIVE);
  return share.gt(STEP_MAX) ? STEP_MAX : share.gt(STEP) ? share : STEP;
}

/** Nearest integer, half away from zero; NaN for the undefined value. */
export function nearest(a: DecimalBase): number {
  if (!a.isFinite()) return Number.NaN;
  if (a.isInteger()) return a.toNumber();
  const size = a.abs();
  const whole = size.plus(HALF).plus(stepTie(size)).floor().toNumber();
  return a.isNegative() ? -whole : whole;
}

/** Decimal exponent of the largest size that still lies below the tolerance, give or take one. */
function exponentOf(absTol: number): number {
  return absTol === PURE_TIE ? -12 : Math.floor(Math.log10(absTol));
}

/** Is the size of a above the tolerance? Most values are told by their exponent. */
function exceeds(a: DecimalBase, absTol: number): boolean {
  if (a === ZERO) return false;
  const limit = exponentOf(absTol);
  return a.e > limit || (a.e === limit && a.abs().gt(absTol));
}

/** Sign of a − b for defined values. */
function compared(a: DecimalBase, b: DecimalBase): number {
  const [left, right] = [a.isZero() ? 0 : a.s, b.isZero() ? 0 : b.s];
  if (left !== right) return left > right ? 1 : -1;
  if (left === 0) return 0;
  return a.e === b.e ? a.cmp(b) : a.e > b.e ? left : -left;
}

/** Sign of a − b, 0 inside the tie band, NaN if either is undefined. */
function order(a: DecimalBase, b: DecimalBase, absTol: number): number {
  if (!a.isFinite() || !b.isFinite()) return Number.NaN;
  if (a === b) return 0;
  // Against zero the relative band is a billionth of the value itself, so only the absolute one matters.
  if (b === ZERO) return exceeds(a, absTol) ? a.s : 0;
  const sign = compared(a, b);
  if (sign === 0) return 0;
  // Values two orders of magnitude apart differ by almost all of the larger.
  if (Math.abs(a.e - b.e) > 1 && Math.max(a.e, b.e) > exponentOf(absTol) + 1 && a !== ZERO) return sign;
  const d = a.minus(b).abs();
  const size = a.abs().gt(b.abs()) ? a.abs() : b.abs();
  // A difference within eight orders of magnitude of the larger value is outside the relative band: skip the exact test.
  const outsideRelative = d.e > size.e - 8 || d.gt(size.times(RELATIVE));
  return outsideRelative && d.gt(absTol) ? sign : 0;
}

function literal(text: string): DecimalBase {
  return LITERAL.test(text) ? tidy(new RecordDecimal(text.trim())) : NOTHING;
}

/** decimal.js at 28 digits, the number system of the book of record. `nothing` is the decimal NaN. */
export const decimalArithmetic: Arithmetic<DecimalBase> = {
  name: "record",
  zero: ZERO,
  one: ONE,
  nothing: NOTHING,
  isDefined: (a) => a.isFinite(),
  literal,
  integer: (n) => tidy(new RecordDecimal(n)),
  toNumber: (a) => a.toNumber(),
  toText: (a) => (a.isFinite() ? (a.isZero() ? "0" : a.toFixed()) : ""),
  add: (a, b) => (a === ZERO ? b : b === ZERO ? a : tidy(a.plus(b))),
  sub: (a, b) => (b === ZERO ? a : tidy(a.minus(b))),
  mul: (a, b) => {
    if (a === ONE) return b;
    if (b === ONE) return a;
    if (a === ZERO || b === ZERO) return a.isFinite() && b.isFinite() ? ZERO : NOTHING;
    return tidy(a.times(b));
  },
  div: (a, b) => {
    if (!b.isFinite() || !exceeds(b, PURE_TIE)) return NOTHING;
    return b === ONE || a === ZERO ? a : tidy(a.div(b));
  },
  neg: (a) => (a === ZERO ? a : a.neg()),
  min: (a, b) => (a.isFinite() && b.isFinite() ? (compared(a, b) <= 0 ? a : b) : NOTHING),
  max: (a, b) => (a.isFinite() && b.isFinite() ? (compared(a, b) >= 0 ? a : b) : NOTHING),
  compare: (rel: Relation, a, b, absTol) => {
    const flag = holds(rel, order(a, b, absTol));
    return flag === 1 ? ONE : flag === 0 ? ZERO : NOTHING;
  },
  truth: (a) => (a.isFinite() ? exceeds(a, PURE_TIE) : undefined),
  nearest,
  apply: ({ decimal }, args) => (args.every((arg) => arg.isFinite()) ? tidy(decimal(...args)) : NOTHING),
  spreadsheet: (call, args) => {
    const result = call(...args);
    return isRefusal(result) ? result : tidy(new RecordDecimal(result));
  },
};

/** Shortest decimal literal of a float64. */
export function literalOf(value: number): string {
  return new RecordDecimal(value).toFixed();
}
