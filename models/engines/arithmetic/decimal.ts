import { Decimal as DecimalBase } from "decimal.js";
import { isRefusal, type Refusal } from "../../finance/refusal.ts";
import type { FinanceFunction, Relation, ScalarFunction } from "../../language/graph.ts";
import { PURE_TIE, RELATIVE_TIE, STEP_TIE, STEP_TIE_MAX, STEP_TIE_RELATIVE } from "../ties.ts";
import type { Arithmetic } from "./arithmetic.ts";
import { callFinance } from "./finance.ts";
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

const ZERO = new RecordDecimal(0);
const ONE = new RecordDecimal(1);
const HALF = new RecordDecimal("0.5");
const TEN = new RecordDecimal(10);
const NOTHING = new RecordDecimal(Number.NaN);
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

function stepTie(size: DecimalBase): DecimalBase {
  // 1e-13 of the size exceeds 1e-9 only from ten thousand on.
  if (size.e < 4) return STEP;
  const share = size.times(STEP_RELATIVE);
  return share.gt(STEP_MAX) ? STEP_MAX : share.gt(STEP) ? share : STEP;
}

function roundTie(x: DecimalBase, digits: DecimalBase): DecimalBase {
  const places = Math.min(Math.max(nearest(digits), -30), 30);
  if (Number.isNaN(places)) return NOTHING;
  const scale = TEN.pow(places);
  const scaled = x.abs().times(scale);
  const steps = scaled.plus(HALF).plus(stepTie(scaled)).floor();
  const size = steps.div(scale);
  return finite(x.isNegative() ? size.neg() : size);
}

function nearest(a: DecimalBase): number {
  if (!a.isFinite()) return Number.NaN;
  if (a.isInteger()) return a.toNumber();
  const size = a.abs();
  const whole = size.plus(HALF).plus(stepTie(size)).floor().toNumber();
  return a.isNegative() ? -whole : whole;
}

function power(a: DecimalBase, b: DecimalBase): DecimalBase {
  if (!a.isFinite() || !b.isFinite()) return NOTHING;
  // decimal.js has a negative zero, whose powers it takes for powers of a negative number.
  if (a.isZero()) return b.isNegative() && !b.isZero() ? NOTHING : b.isZero() ? ONE : ZERO;
  if (!a.isNegative() || b.isInteger()) return finite(a.pow(b));
  const whole = b.round();
  return b.minus(whole).abs().gt(STEP) ? NOTHING : finite(a.pow(whole));
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

function call(fn: ScalarFunction, args: readonly DecimalBase[]): DecimalBase {
  const x = args[0] ?? NOTHING;
  if (!x.isFinite()) return NOTHING;
  switch (fn) {
    case "abs":
      return x.abs();
    case "floor":
      return x.isInteger() ? x : x.plus(stepTie(x.abs())).floor();
    case "ceil":
      return x.isInteger() ? x : x.minus(stepTie(x.abs())).ceil();
    case "round":
      return roundTie(x, args[1] ?? ZERO);
    case "sqrt":
      return x.isNegative() && x.gte(PURE.neg()) ? ZERO : finite(x.sqrt());
    case "exp":
      return finite(x.exp());
    case "ln":
      return x.gt(0) ? finite(x.ln()) : NOTHING;
  }
}

function finance(fn: FinanceFunction, args: readonly DecimalBase[]): DecimalBase | Refusal {
  const result = callFinance(fn, args);
  return isRefusal(result) ? result : finite(new RecordDecimal(result));
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
  pow: power,
  neg: (a) => a.neg(),
  min: (a, b) => (a.isFinite() && b.isFinite() ? (a.lte(b) ? a : b) : NOTHING),
  max: (a, b) => (a.isFinite() && b.isFinite() ? (a.gte(b) ? a : b) : NOTHING),
  compare: (rel: Relation, a, b, absTol) => {
    const flag = holds(rel, order(a, b, absTol));
    return flag === 1 ? ONE : flag === 0 ? ZERO : NOTHING;
  },
  truth: (a) => (a.isFinite() ? a.abs().gt(PURE) : undefined),
  nearest,
  call,
  finance,
};
