import { isRefusal, type Refusal } from "../../finance/refusal.ts";
import type { FinanceFunction, Relation, ScalarFunction } from "../../language/graph.ts";
import { PURE_TIE, RELATIVE_TIE, STEP_TIE, STEP_TIE_MAX, STEP_TIE_RELATIVE } from "../ties.ts";
import type { Arithmetic } from "./arithmetic.ts";
import { callFinance } from "./finance.ts";

/** NaN for anything that is not finite, the value itself (never -0) otherwise. */
export function finite(x: number): number {
  return x + (x - x);
}

function stepTie(magnitude: number): number {
  return Math.min(Math.max(STEP_TIE, magnitude * STEP_TIE_RELATIVE), STEP_TIE_MAX);
}

export function floorTie(x: number): number {
  return finite(Math.floor(x + stepTie(Math.abs(x))));
}

export function ceilTie(x: number): number {
  return finite(Math.ceil(x - stepTie(Math.abs(x))));
}

/** Half away from zero at `digits` decimals (at most 30 either way). */
export function roundTie(x: number, digits: number): number {
  const places = Math.min(Math.max(nearestInteger(digits), -30), 30);
  const scale = 10 ** Math.abs(places);
  const size = Math.abs(x);
  const scaled = places >= 0 ? size * scale : size / scale;
  const steps = Math.floor(scaled + 0.5 + stepTie(scaled));
  return finite(Math.sign(x) * (places >= 0 ? steps / scale : steps * scale));
}

export function nearestInteger(x: number): number {
  const size = Math.abs(x);
  return finite(Math.sign(x) * Math.floor(size + 0.5 + stepTie(size)));
}

export function power(base: number, exponent: number): number {
  // JavaScript says NaN ** 0 is 1, which would hide an undefined base.
  if (base - base !== 0 || exponent - exponent !== 0) return Number.NaN;
  if (base < 0) return finite(base ** integerIfClose(exponent));
  return finite(base ** exponent);
}

function integerIfClose(x: number): number {
  const whole = Math.round(x);
  return Math.abs(x - whole) <= STEP_TIE ? whole : x;
}

export function exponential(x: number): number {
  return x - x === 0 ? finite(Math.exp(x)) : Number.NaN;
}

export function logarithm(x: number): number {
  return x > 0 ? finite(Math.log(x)) : Number.NaN;
}

export function squareRoot(x: number): number {
  return x < 0 && x >= -PURE_TIE ? 0 : finite(Math.sqrt(x));
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

function call(fn: ScalarFunction, args: readonly number[]): number {
  const x = args[0] ?? Number.NaN;
  switch (fn) {
    case "abs":
      return finite(Math.abs(x));
    case "floor":
      return floorTie(x);
    case "ceil":
      return ceilTie(x);
    case "round":
      return roundTie(x, args[1] ?? 0);
    case "sqrt":
      return squareRoot(x);
    case "exp":
      return exponential(x);
    case "ln":
      return logarithm(x);
  }
}

function finance(fn: FinanceFunction, args: readonly number[]): number | Refusal {
  const result = callFinance(fn, args);
  return isRefusal(result) ? result : finite(result);
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
  pow: power,
  neg: (a) => finite(-a),
  min: (a, b) => finite(Math.min(a, b)),
  max: (a, b) => finite(Math.max(a, b)),
  compare: (rel, a, b, absTol) => holds(rel, order(a, b, absTol)),
  truth: (a) => (a - a === 0 ? Math.abs(a) > PURE_TIE : undefined),
  nearest: nearestInteger,
  call,
  finance,
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
