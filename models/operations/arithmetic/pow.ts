import type { Decimal } from "decimal.js";
import { NOTHING, ONE, ZERO } from "../../engines/arithmetic/decimal.ts";
import type { Instruction } from "../../engines/kernel/ir.ts";
import { printed } from "../excel.ts";
import type { Operation } from "../operation.ts";
import { native, operand, pointwise } from "../pointwise.ts";
import { STEP_TIE } from "../ties.ts";
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
  adjoint: (node, t, adjoint, tape) => {
    const [base, exponent] = [operand(node, 0), operand(node, 1)];
    const [a, b] = [tape.value(base, t), tape.value(exponent, t)];
    const slope = b === 0 ? 0 : b * power(a, b - 1);
    if (Number.isNaN(slope)) tape.kink(base, t, "corner");
    else tape.give(base, t, adjoint * slope);
    // A negative base has values at whole exponents only.
    if (a < 0) tape.kink(exponent, t, "step");
    else if (a > 0) tape.give(exponent, t, adjoint * power(a, b) * Math.log(a));
    else if (b === 0) tape.kink(exponent, t, "corner");
  },
  ...printed((node, sheet) => {
    const [a, b] = [operand(node, 0), operand(node, 1)];
    const power = `(${sheet.text(a)}^${sheet.text(b)})`;
    // Spreadsheets refuse 0^0.
    return Number(b.text ?? 0) === 0 ? `IF(${sheet.text(b)}=0,1,${power})` : power;
  }),
  machine: (node, m) => {
    const [base, exponent] = node.args.map((arg) => m.value(arg).number) as [Instruction, Instruction];
    const { operation, value } = exponent;
    if (operation !== "const" || !MULTIPLIED.has(value)) return m.host(node);
    const square = m.code.apply("mul", base, base);
    return m.open(value === 2 ? square : m.code.apply("mul", square, base));
  },
  calls: (node) => !MULTIPLIED.has(Number(operand(node, 1).text)),
};

/** Small powers are products. */
const MULTIPLIED: ReadonlySet<number> = new Set([2, 3]);

/** Growth and price indices ask for the same few powers in every period; a power is dear. */
const powers = new Map<string, Decimal>();
const POWERS_KEPT = 10_000;

function decimalPower(base: Decimal, exponent: Decimal): Decimal {
  const key = `${base.toString()}^${exponent.toString()}`;
  const known = powers.get(key);
  if (known !== undefined) return known;
  if (powers.size >= POWERS_KEPT) powers.clear();
  const value = newPower(base, exponent);
  powers.set(key, value);
  return value;
}

function newPower(base: Decimal, exponent: Decimal): Decimal {
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
