import { Decimal as DecimalBase } from "decimal.js";
import { isRefusal } from "../../finance/refusal.ts";
import type { Relation } from "../../language/graph.ts";
import { PURE_TIE, RELATIVE_TIE, STEP_TIE, STEP_TIE_MAX, STEP_TIE_RELATIVE } from "../ties.ts";
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
const PURE = new RecordDecimal(PURE_TIE);
const RELATIVE = new RecordDecimal(RELATIVE_TIE);
const STEP = new RecordDecimal(STEP_TIE);
const STEP_RELATIVE = new RecordDecimal(STEP_TIE_RELATIVE);
const STEP_MAX = new RecordDecimal(STEP_TIE_MAX);
/** Decimal literals only: decimal.js would also read hexadecimal and "Infinity". */
const LITERAL = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?\s*$/i;

function finite(a: DecimalBase): DecimalBase {
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

/** Sign of a − b, 0 inside the tie band, NaN if either is undefined. */
function order(a: DecimalBase, b: DecimalBase, absTol: number): number {
  if (!a.isFinite() || !b.isFinite()) return Number.NaN;
  const sign = a.cmp(b);
  if (sign === 0) return 0;
  const d = a.minus(b).abs();
  const size = a.abs().gt(b.abs()) ? a.abs() : b.abs();
  // A difference within eight orders of magnitude of the larger value is outside the relative band: skip the exact test.
  const outsideRelative = d.e > size.e - 8 || d.gt(size.times(RELATIVE));
  return outsideRelative && d.gt(absTol) ? sign : 0;
}

function literal(text: string): DecimalBase {
  return LITERAL.test(text) ? finite(new RecordDecimal(text.trim())) : NOTHING;
}

/** decimal.js at 28 digits, the number system of the book of record. `nothing` is the decimal NaN. */
export const decimalArithmetic: Arithmetic<DecimalBase> = {
  name: "record",
  zero: ZERO,
  one: ONE,
  nothing: NOTHING,
  isDefined: (a) => a.isFinite(),
  literal,
  integer: (n) => new RecordDecimal(n),
  toNumber: (a) => a.toNumber(),
  toText: (a) => (a.isFinite() ? (a.isZero() ? "0" : a.toFixed()) : ""),
  add: (a, b) => finite(a.plus(b)),
  sub: (a, b) => finite(a.minus(b)),
  mul: (a, b) => finite(a.times(b)),
  div: (a, b) => (b.isFinite() && b.abs().gt(PURE) ? finite(a.div(b)) : NOTHING),
  neg: (a) => a.neg(),
  min: (a, b) => (a.isFinite() && b.isFinite() ? (a.lte(b) ? a : b) : NOTHING),
  max: (a, b) => (a.isFinite() && b.isFinite() ? (a.gte(b) ? a : b) : NOTHING),
  compare: (rel: Relation, a, b, absTol) => {
    const flag = holds(rel, order(a, b, absTol));
    return flag === 1 ? ONE : flag === 0 ? ZERO : NOTHING;
  },
  truth: (a) => (a.isFinite() ? a.abs().gt(PURE) : undefined),
  nearest,
  apply: ({ decimal }, args) => (args.every((arg) => arg.isFinite()) ? finite(decimal(...args)) : NOTHING),
  spreadsheet: (call, args) => {
    const result = call(...args);
    return isRefusal(result) ? result : finite(new RecordDecimal(result));
  },
};
