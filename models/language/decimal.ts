/**
 * Decimal literals as documents hold them, and exact arithmetic on them. Money of a document must neither lose digits nor gain any, so numbers
 * stay text until an engine reads them; the little arithmetic needed before that (bounds, spreading a profile) is done on scaled integers.
 */
const LITERAL = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,2}))?$/;

/** Longest accepted literal; 20 digits before and after the point are more than any budget needs. */
export const DECIMAL_LENGTH_MAX = 60;
const EXPONENT_MAX = 30;

/** The number is `units / 10^scale`. */
export interface Scaled {
  readonly units: bigint;
  readonly scale: number;
}

/** Reads a decimal literal; undefined for anything else (thousands separators, percent signs, full-width digits, `NaN`). */
export function readDecimal(text: string): Scaled | undefined {
  if (text.length > DECIMAL_LENGTH_MAX) return undefined;
  const match = LITERAL.exec(text);
  if (match === null) return undefined;
  const [, sign = "", whole = "", fraction = "", power = "0"] = match;
  const exponent = Number(power);
  if (Math.abs(exponent) > EXPONENT_MAX) return undefined;
  const digits = BigInt(sign === "-" ? `-${whole}${fraction}` : `${whole}${fraction}`);
  const scale = fraction.length - exponent;
  return scale >= 0 ? { units: digits, scale } : { units: digits * 10n ** BigInt(-scale), scale: 0 };
}

/** Plain notation without exponent, leading zeros or trailing zeros after the point. */
export function writeDecimal({ units, scale }: Scaled): string {
  const negative = units < 0n;
  const digits = (negative ? -units : units).toString().padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, "");
  const text = fraction === "" ? whole : `${whole}.${fraction}`;
  return negative ? `-${text}` : text;
}

/** A finite JSON number as a decimal literal with the same digits (`1e21` → `1000000000000000000000`). */
export function decimalOfNumber(value: number): string {
  const scaled = readDecimal(String(value));
  // Beyond ±1e30 no amount, area or rate makes sense; the text stays as it is and validation refuses it by name.
  return scaled === undefined ? String(value) : writeDecimal(scaled);
}

function align(a: Scaled, b: Scaled): readonly [bigint, bigint, number] {
  const scale = Math.max(a.scale, b.scale);
  return [a.units * 10n ** BigInt(scale - a.scale), b.units * 10n ** BigInt(scale - b.scale), scale];
}

export function addDecimals(a: Scaled, b: Scaled): Scaled {
  const [left, right, scale] = align(a, b);
  return { units: left + right, scale };
}

export function subtractDecimals(a: Scaled, b: Scaled): Scaled {
  const [left, right, scale] = align(a, b);
  return { units: left - right, scale };
}

export function multiplyDecimals(a: Scaled, b: Scaled): Scaled {
  return { units: a.units * b.units, scale: a.scale + b.scale };
}

/** Negative, zero or positive as a < b, a = b, a > b. */
export function compareDecimals(a: Scaled, b: Scaled): number {
  const [left, right] = align(a, b);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** `value · part / whole`, rounded half away from zero to `scale` decimals. */
export function proportion(value: Scaled, part: number, whole: number, scale: number): Scaled {
  const places = Math.max(scale, value.scale);
  const numerator = value.units * 10n ** BigInt(places - value.scale) * BigInt(part);
  const divisor = BigInt(whole);
  const half = numerator < 0n ? -divisor : divisor;
  return { units: (2n * numerator + half) / (2n * divisor), scale: places };
}

export const ZERO: Scaled = { units: 0n, scale: 0 };

export function isInteger(value: Scaled): boolean {
  return value.units % 10n ** BigInt(value.scale) === 0n;
}
