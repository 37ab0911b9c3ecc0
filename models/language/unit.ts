import { absoluteTie } from "../operations/ties.ts";
import { refuse } from "./refuse.ts";

/** Base dimensions: yuan, square metre, household, person, month, year, day, parking space, kilowatt-hour, dwelling unit. */
const bases = ["CNY", "m2", "household", "person", "mo", "a", "d", "space", "kWh", "unit"] as const;

/** Words that may follow a number, as in `12 mo` or `0.01 m2`. */
export const unitWords: ReadonlySet<string> = new Set(bases);

/** A product of powers of the base dimensions. Equal units are the same object. */
export interface Unit {
  /** Canonical text, e.g. `CNY/(m2*mo)`. */
  readonly text: string;
  readonly powers: readonly number[];
}

const interned = new Map<string, Unit>();

function unitOf(powers: readonly number[]): Unit {
  const key = powers.join(",");
  const known = interned.get(key);
  if (known !== undefined) return known;
  const unit: Unit = { text: format(powers), powers };
  // Powers come from formulas, so the cache is kept from growing without bound.
  if (interned.size > 10_000) interned.clear();
  interned.set(key, unit);
  return unit;
}

function format(powers: readonly number[]): string {
  const factors = (sign: 1 | -1): string[] =>
    bases.flatMap((base, i) => {
      const power = (powers[i] ?? 0) * sign;
      if (power <= 0) return [];
      return [power === 1 ? base : `${base}^${power}`];
    });
  const above = factors(1);
  const below = factors(-1);
  const top = above.length === 0 ? "1" : above.join("*");
  if (below.length === 0) return top;
  return below.length === 1 ? `${top}/${below[0]}` : `${top}/(${below.join("*")})`;
}

export const one: Unit = unitOf(bases.map(() => 0));

/** Whether two units are the same; identity is not used because the cache may have been renewed. */
export function sameUnit(a: Unit, b: Unit): boolean {
  return a === b || a.text === b.text;
}

export function timesUnit(a: Unit, b: Unit): Unit {
  return unitOf(a.powers.map((power, i) => power + (b.powers[i] ?? 0)));
}

export function overUnit(a: Unit, b: Unit): Unit {
  return unitOf(a.powers.map((power, i) => power - (b.powers[i] ?? 0)));
}

export function powerUnit(a: Unit, exponent: number): Unit {
  return unitOf(a.powers.map((power) => power * exponent));
}

/** Reads a unit such as `CNY/(m2*mo)`, `CNY/m2/a`, `1/a` or `1`; undefined when it is not one. */
export function parseUnit(text: string): Unit | undefined {
  if (text.length > 100) return undefined;
  const tokens = text.match(/[A-Za-z0-9]+|[*/()]|\S/g) ?? [];
  const reader = { tokens, at: 0 };
  const powers = readProduct(reader, 0);
  return powers === undefined || reader.at !== tokens.length ? undefined : unitOf(powers);
}

/** Like `parseUnit`; inside this folder an unknown unit is refused. */
export function requireUnit(text: string): Unit {
  return parseUnit(text) ?? refuse("unitUnknown", { unit: text.slice(0, 100) });
}

interface UnitReader {
  readonly tokens: readonly string[];
  at: number;
}

function readProduct(reader: UnitReader, depth: number): readonly number[] | undefined {
  let powers = readFactor(reader, depth);
  for (;;) {
    const sign = reader.tokens[reader.at];
    if (powers === undefined || (sign !== "*" && sign !== "/")) return powers;
    reader.at++;
    const factor = readFactor(reader, depth);
    if (factor === undefined) return undefined;
    powers = powers.map((power, i) => power + (sign === "*" ? 1 : -1) * (factor[i] ?? 0));
  }
}

function readFactor(reader: UnitReader, depth: number): readonly number[] | undefined {
  const token = reader.tokens[reader.at++];
  if (token === undefined || depth > 8) return undefined;
  if (token === "1") return one.powers;
  if (token === "(") {
    const inner = readProduct(reader, depth + 1);
    return reader.tokens[reader.at++] === ")" ? inner : undefined;
  }
  const index = (bases as readonly string[]).indexOf(token);
  return index < 0 ? undefined : bases.map((_, i) => (i === index ? 1 : 0));
}

/** Values closer than this are equal whatever their size. */
export function absoluteTolerance(unit: Unit | undefined): number {
  return absoluteTie(unit?.text);
}
