import type { Decimal } from "decimal.js";
import { NOTHING, ONE, ZERO } from "../../engines/arithmetic/decimal.ts";
import { STEP_TIE } from "../../engines/ties.ts";
import type { Operation } from "../operation.ts";
import { native, operand, pointwise } from "../pointwise.ts";
import { infix, POWER, PREFIX, TIGHTEST } from "../writing.ts";

/** Power; a negative base needs an exponent that is whole but for rounding. 0^0 is 1. */
export const pow: Operation = {
  ...pointwise,
  signature: { units: "m1 -> m^1", arity: "operator", flow: "first" },
  ...infix("^", POWER, TIGHTEST, PREFIX),
  value: native({ decimal: decimalPower, float: power }),
  fault: (node, t, cells) => {
    const number = (i: number): number => cells.arithmetic.toNumber(cells.value(operand(node, i), t));
    const [base, exponent] = [number(0), number(1)];
    return { kind: base > 0 || (base < 0 && Number.isInteger(exponent)) ? "tooLarge" : "powerUndefined" };
  },
};

function decimalPower(base: Decimal, exponent: Decimal): Decimal {
  // decimal.js has a negative zero, whose powers it takes for powers of a negative number.
  if (base.isZero()) return exponent.isZero() ? ONE : exponent.isNegative() ? NOTHING : ZERO;
  if (!base.isNegative() || exponent.isInteger()) return base.pow(exponent);
  const whole = exponent.round();
  return exponent.minus(whole).abs().gt(STEP_TIE) ? NOTHING : base.pow(whole);
}

export function power(base: number, exponent: number): number {
  // JavaScript says NaN ** 0 is 1, which would hide an undefined base.
  if (base - base !== 0 || exponent - exponent !== 0) return Number.NaN;
  const whole = Math.round(exponent);
  const result = base ** (base < 0 && Math.abs(exponent - whole) <= STEP_TIE ? whole : exponent);
  return result + (result - result);
}
