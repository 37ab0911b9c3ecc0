import { isRefusal } from "../../finance/refusal.ts";
import type { Relation } from "../../language/graph.ts";
import { PURE_TIE, RELATIVE_TIE, STEP_TIE, STEP_TIE_MAX, STEP_TIE_RELATIVE } from "../../operations/ties.ts";
import type { Arithmetic } from "./arithmetic.ts";

/** NaN for anything that is not finite, the value itself (never -0) otherwise. */
export function finite(x: number): number {
  return x + (x - x);
}

/** How near a step a value of this size must be to count as lying on it. */
export function stepTie(magnitude: number): number {
  return Math.min(Math.max(STEP_TIE, magnitude * STEP_TIE_RELATIVE), STEP_TIE_MAX);
}

export function nearestInteger(x: number): number {
  const size = Math.abs(x);
  return finite(Math.sign(x) * Math.floor(size + 0.5 + stepTie(size)));
}

/** Undefined for divisors that count as zero: (1/3)·3 − 1 is zero in one number system and a hair off it in another. */
export function divide(a: number, b: number): number {
  return Math.abs(b) > PURE_TIE && b - b === 0 ? finite(a / b) : Number.NaN;
}

/** Sign of a − b, 0 inside the tie band, NaN if either is undefined. */
export function order(a: number, b: number, absTol: number): number {
  const d = a - b;
  if (d - d !== 0) return Number.NaN;
  const tie = Math.max(absTol, RELATIVE_TIE * Math.max(Math.abs(a), Math.abs(b)));
  return d > tie ? 1 : d < -tie ? -1 : 0;
}

/** 1 or 0 for an order of -1, 0 or 1; NaN for an undefined one. */
export function holds(rel: Relation, sign: number): number {
  if (Number.isNaN(sign)) return Number.NaN;
  const yes =
    rel === "<"
      ? sign < 0
      : rel === "<="
        ? sign <= 0
        : rel === ">"
          ? sign > 0
          : rel === ">="
            ? sign >= 0
            : rel === "=="
              ? sign === 0
              : sign !== 0;
  return yes ? 1 : 0;
}

/** float64, the number system of the kernel. `nothing` is NaN. */
export const floatArithmetic: Arithmetic<number> = {
  name: "kernel",
  zero: 0,
  one: 1,
  nothing: Number.NaN,
  isDefined: (a) => a - a === 0,
  literal: (text) => (text.trim() === "" ? Number.NaN : finite(Number(text))),
  integer: (n) => n,
  toNumber: finite,
  toText: plainText,
  add: (a, b) => finite(a + b),
  sub: (a, b) => finite(a - b),
  mul: (a, b) => finite(a * b),
  div: divide,
  neg: (a) => finite(-a),
  min: (a, b) => finite(Math.min(a, b)),
  max: (a, b) => finite(Math.max(a, b)),
  compare: (rel, a, b, absTol) => holds(rel, order(a, b, absTol)),
  truth: (a) => (a - a === 0 ? Math.abs(a) > PURE_TIE : undefined),
  nearest: nearestInteger,
  apply: ({ float }, args) => (args.every((arg) => arg - arg === 0) ? finite(float(...args)) : Number.NaN),
  spreadsheet: (call, args) => {
    const result = call(...args);
    return isRefusal(result) ? result : finite(result);
  },
};

function plainText(a: number): string {
  if (a - a !== 0) return "";
  const text = String(a + 0);
  return text.includes("e") ? expandExponent(text) : text;
}

function expandExponent(text: string): string {
  const [mantissa = "0", exponent = "0"] = text.split("e");
  const negative = mantissa.startsWith("-");
  const [whole = "0", fraction = ""] = mantissa.replace("-", "").split(".");
  const point = whole.length + Number(exponent);
  const digits = whole + fraction;
  const shifted =
    point <= 0
      ? `0.${"0".repeat(-point)}${digits}`
      : point >= digits.length
        ? digits + "0".repeat(point - digits.length)
        : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return negative ? `-${shifted}` : shifted;
}
