import { Decimal } from "decimal.js";
import type { Num } from "../arithmetic/num.ts";
import { type Refusal, refuse } from "../refusal.ts";

/** More digits than any amount needs; longer ones would only serve to keep the machine busy. */
const MAX_DIGITS = 1000;
/** Beyond this an exponent is an attack or a slip, and logarithms of it no longer fit their precision. */
const MAX_EXPONENT = 10_000;

/** Checks that an argument is a finite number or Decimal. Anything else, however hostile, is refused. */
export function readNumber(given: unknown, name: string): Num | Refusal {
  if (given === undefined) return refuse("missing-argument", name);
  if (typeof given === "number") return Number.isFinite(given) ? given : refuse("not-finite", name);
  if (typeof given !== "object" || given === null) return refuse("wrong-type", name);
  return readDecimal(given, name);
}

/** Reads without trusting: a getter or proxy that throws is the caller's value being unreadable. */
function readDecimal(given: object, name: string): Num | Refusal {
  try {
    if (!Decimal.isDecimal(given)) return refuse("wrong-type", name);
    if (Array.isArray(given.d) && given.d.length > MAX_DIGITS) return refuse("too-large", name);
    const text: unknown = Decimal.prototype.toString.call(given);
    if (text === "NaN" || text === "Infinity" || text === "-Infinity") return refuse("not-finite", name);
    if (typeof text !== "string" || !/^-?\d[\d.]*(e[+-]\d+)?$/.test(text)) return refuse("wrong-type", name);
    if (Math.abs(given.e) > MAX_EXPONENT && !given.isZero()) return refuse("too-large", name);
    // A copy, which nothing the caller attached to the original can reach.
    const copy = new (classOf(given))(text);
    return copy.toString() === text ? copy : refuse("unreadable", name);
  } catch {
    return refuse("unreadable", name);
  }
}

/** The caller's Decimal class; the standard one for Decimals of another copy of the library. */
function classOf(given: Decimal): typeof Decimal {
  const kind = given.constructor as typeof Decimal;
  // Clones of one library share their prototype.
  return typeof kind === "function" && kind.prototype === Decimal.prototype ? kind : Decimal;
}
