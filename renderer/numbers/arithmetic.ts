import { addDecimals, isDecimal, normalise, roundDecimal } from "./decimal.ts";

/** Decimals kept of a quotient that does not come out; sums and products are exact. */
const QUOTIENT = 12;
const TOKEN = /\d+(?:\.\d+)?|[-+*/()]/g;

function scaled(text: string): { readonly digits: bigint; readonly places: number } {
  const [whole = "0", fraction = ""] = text.replace("-", "").split(".");
  const size = BigInt(whole + fraction);
  return { digits: text.startsWith("-") ? -size : size, places: fraction.length };
}

function unscaled(digits: bigint, places: number): string {
  const text = (digits < 0n ? -digits : digits).toString().padStart(places + 1, "0");
  const plain = places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
  return normalise(digits < 0n ? `-${plain}` : plain);
}

function product(one: string, other: string): string {
  const [a, b] = [scaled(one), scaled(other)];
  return unscaled(a.digits * b.digits, a.places + b.places);
}

function quotient(one: string, other: string): string | null {
  const [a, b] = [scaled(one), scaled(other)];
  if (b.digits === 0n) return null;
  const more = QUOTIENT + 1 + b.places;
  const digits = (a.digits * 10n ** BigInt(more)) / b.digits;
  return normalise(roundDecimal(unscaled(digits, a.places + more - b.places), QUOTIENT));
}

/** Numbers, `+ - * /` and brackets, read from left to right; null where it is not well formed, or divides by 0. */
class Sum {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  read(): string | null {
    const value = this.#terms();
    return this.#at === this.#tokens.length ? value : null;
  }

  #take(...signs: readonly string[]): string | undefined {
    const next = this.#tokens[this.#at];
    if (next === undefined || !signs.includes(next)) return undefined;
    this.#at += 1;
    return next;
  }

  #terms(): string | null {
    let value = this.#factors();
    for (let sign = this.#take("+", "-"); sign !== undefined && value !== null; sign = this.#take("+", "-")) {
      const next = this.#factors();
      if (next === null) return null;
      value = addDecimals([value, sign === "-" ? product(next, "-1") : next]);
    }
    return value;
  }

  #factors(): string | null {
    let value = this.#one();
    for (let sign = this.#take("*", "/"); sign !== undefined && value !== null; sign = this.#take("*", "/")) {
      const next = this.#one();
      if (next === null) return null;
      value = sign === "*" ? product(value, next) : quotient(value, next);
    }
    return value;
  }

  #one(): string | null {
    if (this.#take("-") !== undefined) {
      const value = this.#one();
      return value === null ? null : product(value, "-1");
    }
    if (this.#take("+") !== undefined) return this.#one();
    if (this.#take("(") !== undefined) {
      const value = this.#terms();
      return this.#take(")") === undefined ? null : value;
    }
    const next = this.#tokens[this.#at];
    if (next === undefined || !isDecimal(next)) return null;
    this.#at += 1;
    return next;
  }
}

/** The longest sum that is read; nobody types more by hand. */
const LONGEST = 200;

/**
 * What arithmetic typed with numbers alone comes to, exactly (`25400*1.02` = 25908); quotients to 12 decimals.
 * @returns null where anything but numbers and signs stands in it, or it divides by 0
 */
export function readSum(text: string): string | null {
  const written = text.replaceAll(/[×＊]/gu, "*").replaceAll("÷", "/").replaceAll(",", "");
  const tokens = written.length > LONGEST ? [] : (written.match(TOKEN) ?? []);
  return tokens.join("") === written ? new Sum(tokens).read() : null;
}
