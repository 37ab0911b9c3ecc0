/**
 * Exact arithmetic on decimal strings, as documents store them. Money is never turned into a float on its way from
 * the keyboard to the file: 元, 万元 and 亿元 differ by the place of the point only.
 */
const plain = /^([+-]?)(\d+)(?:\.(\d+))?$/;

interface Parts {
  readonly negative: boolean;
  readonly whole: string;
  readonly fraction: string;
}

function parts(text: string): Parts | null {
  const found = plain.exec(text);
  if (!found) return null;
  return { negative: found[1] === "-", whole: found[2] ?? "0", fraction: found[3] ?? "" };
}

function join(negative: boolean, whole: string, fraction: string): string {
  const head = whole.replace(/^0+(?=\d)/, "");
  const tail = fraction.replace(/0+$/, "");
  const text = tail === "" ? head : `${head}.${tail}`;
  return negative && text !== "0" ? `-${text}` : text;
}

/** Whether the text is a decimal literal such as `-12.50` (no exponent, no separators). */
export function isDecimal(text: string): boolean {
  return plain.test(text);
}

/** Without superfluous zeros or signs: `+007.50` → `7.5`. The text must be a decimal. */
export function normalise(text: string): string {
  const found = parts(text);
  return found ? join(found.negative, found.whole, found.fraction) : text;
}

/** Times ten to the power `places`, exactly: shiftPoint("1.25", 4) = "12500". */
export function shiftPoint(text: string, places: number): string {
  const found = parts(text);
  if (!found) return text;
  const digits = found.whole + found.fraction;
  const point = found.whole.length + places;
  if (point <= 0) return join(found.negative, "0", "0".repeat(-point) + digits);
  if (point >= digits.length) return join(found.negative, digits + "0".repeat(point - digits.length), "");
  return join(found.negative, digits.slice(0, point), digits.slice(point));
}

function toScaled(text: string, places: number): bigint | null {
  const found = parts(text);
  if (!found) return null;
  const value = BigInt(found.whole + found.fraction.padEnd(places, "0"));
  return found.negative ? -value : value;
}

function places(text: string): number {
  return parts(text)?.fraction.length ?? 0;
}

function fromScaled(value: bigint, digits: number): string {
  const size = (value < 0n ? -value : value).toString().padStart(digits + 1, "0");
  return join(value < 0n, size.slice(0, size.length - digits), size.slice(size.length - digits));
}

/** Exact sum; null where one of the texts is not a decimal. */
export function addDecimals(texts: readonly string[]): string | null {
  const scale = texts.reduce((most, text) => Math.max(most, places(text)), 0);
  let sum = 0n;
  for (const text of texts) {
    const value = toScaled(text, scale);
    if (value === null) return null;
    sum += value;
  }
  return fromScaled(sum, scale);
}

/** Negative, zero or positive as a is below, equal to or above b. Both must be decimals. */
export function compareDecimals(a: string, b: string): number {
  const difference = addDecimals([a, b.startsWith("-") ? b.slice(1) : `-${b.replace(/^\+/, "")}`]);
  if (difference === null) throw new Error(`not decimals: ${a}, ${b}`);
  if (difference === "0") return 0;
  return difference.startsWith("-") ? -1 : 1;
}

/** Rounded half away from zero to a fixed number of decimals, zeros kept: roundDecimal("2.005", 2) = "2.01". */
export function roundDecimal(text: string, digits: number): string {
  const scale = Math.max(places(text), digits);
  const value = toScaled(text, scale);
  if (value === null) return text;
  const unit = 10n ** BigInt(scale - digits);
  const size = value < 0n ? -value : value;
  const rounded = ((size + unit / 2n) / unit).toString().padStart(digits + 1, "0");
  const whole = rounded.slice(0, rounded.length - digits);
  const sign = value < 0n && /[1-9]/.test(rounded) ? "-" : "";
  return digits === 0 ? sign + whole : `${sign}${whole}.${rounded.slice(rounded.length - digits)}`;
}

/** Thousands separators in the whole part. */
export function groupDigits(text: string): string {
  const found = parts(text);
  if (!found) return text;
  const whole = found.whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return `${found.negative ? "-" : ""}${whole}${found.fraction === "" ? "" : `.${found.fraction}`}`;
}

/** A computed float as a decimal string for display; six decimals are beyond anything shown. Null for what is no number. */
export function fromFloat(value: number): string | null {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e21) return null;
  return value.toFixed(6);
}
