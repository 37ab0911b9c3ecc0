import { Decimal } from "decimal.js";
import { isRefusal, type Refusal, refuse } from "../refusal.ts";
import type { Arithmetic } from "./arithmetic.ts";
import type { Num } from "./num.ts";
import { decimalArithmetic } from "./on-decimals.ts";
import { numberArithmetic } from "./on-numbers.ts";

/** Digits kept beyond the caller's, so that the last digit given back is right. */
const GUARD_DIGITS = 15;
/** Enough for doubles whose formula cancels or overflows on the way. */
export const WORKING_DIGITS = 50;
const SMALLEST_SAFE = 1e-100;
const LARGEST_SAFE = 1e100;
const DIGITS_OF_A_DOUBLE = 16;
/** Above this a caller's precision setting is not followed: logarithms would take seconds. */
const MAX_CALLER_DIGITS = 200;

/** A formula written once for both kinds of number. */
export type Formula = <T>(arithmetic: Arithmetic<T>, lift: (value: Num) => T) => T | Refusal;

/**
 * Runs a formula in the kind of its inputs and gives the answer back in that kind. Doubles that end in NaN
 * or infinity are calculated again in decimals, whose exponents practically do not end, before giving up.
 */
export function inKindOf(inputs: readonly Num[], formula: Formula): Num | Refusal {
  if (inputs.some(isDecimal) || inputs.some(isExtreme)) return inDecimals(inputs, formula);
  const quick = formula(numberArithmetic, Number);
  if (isRefusal(quick)) return quick;
  if (Number.isFinite(quick)) return tidyNumber(quick);
  return inDecimals(inputs, formula);
}

/** As inKindOf, but always calculated in decimals: for formulas in which doubles cancel. */
export function inDecimals(inputs: readonly Num[], formula: Formula): Num | Refusal {
  const arithmetic = decimalArithmetic(workingDigits(inputs));
  const result = formula(arithmetic, toDecimal);
  return isRefusal(result) ? result : giveBack(result, inputs);
}

/** A calculated decimal in the kind and precision of the inputs. */
export function giveBack(result: Decimal, inputs: readonly Num[]): Num | Refusal {
  if (!result.isFinite()) return refuse("overflow");
  const sample = inputs.find(isDecimal);
  if (sample === undefined) {
    const rounded = Number(result.toString());
    return Number.isFinite(rounded) ? tidyNumber(rounded) : refuse("overflow");
  }
  const Kind = kindOf(sample);
  const rounded = new Decimal(result).toSignificantDigits(callerDigits(sample), Kind.rounding);
  const answer = new Kind(rounded.isZero() ? 0 : rounded);
  return answer.isFinite() ? answer : refuse("overflow");
}

/** Digits an answer has: the caller's setting for Decimals, those a double always keeps otherwise. */
export function digitsGivenBack(inputs: readonly Num[]): number {
  const sample = inputs.find(isDecimal);
  return sample === undefined ? DIGITS_OF_A_DOUBLE : callerDigits(sample);
}

/** Digits to calculate with for answers in the inputs' kind. */
export function workingDigits(inputs: readonly Num[]): number {
  return Math.max(WORKING_DIGITS, digitsGivenBack(inputs) + GUARD_DIGITS);
}

/** A double enters decimal arithmetic as the number a person reads: 0.1 is one tenth. */
export function toDecimal(value: Num): Decimal {
  return isDecimal(value) ? value : new Decimal(value);
}

export function isDecimal(value: Num): value is Decimal {
  return typeof value !== "number";
}

function kindOf(sample: Decimal): typeof Decimal {
  return sample.constructor as typeof Decimal;
}

function callerDigits(sample: Decimal): number {
  return Math.min(kindOf(sample).precision, MAX_CALLER_DIGITS);
}

/** Products of such numbers may underflow without a trace. */
function isExtreme(value: Num): boolean {
  const size = Math.abs(Number(value));
  return size !== 0 && (size < SMALLEST_SAFE || size > LARGEST_SAFE);
}

/** Minus zero is an artefact of signs in the formulas; spreadsheets show 0. */
function tidyNumber(value: number): number {
  return value === 0 ? 0 : value;
}
