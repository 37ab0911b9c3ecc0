/**
 * What an operation takes in a formula and what it gives, in units.
 *
 * `units` has one letter for each argument and the result behind `->`: `1` is a plain number, equal letters are equal units, `..` repeats
 * the letter before it. The result is `1`, a letter, or made from letters: `a*b`, `a/b`, `a^1` (a power, the exponent being the second
 * argument). `d` is a date: months, or a plain number; `c` a condition, a plain number over time.
 */
export interface Signature {
  readonly units: string;
  /** Fewest and most arguments of the function of that name; `operator` where formulas have a sign for it, or nothing. */
  readonly arity: readonly [min: number, max: number] | "operator";
  /** Whether the result is an amount per period, so that its years are sums. */
  readonly flow: FlowRule;
}

/** A flow if any argument is, if the first is, if the first is and the second is not, if the second or third is; or never. */
export type FlowRule = "any" | "first" | "quotient" | "branches" | "never";

/** The unit letters of a signature, ready to use. */
export interface UnitLetters {
  readonly letterOf: (argument: number) => string;
  /** The result: one letter, or two with a sign between them. */
  readonly result: readonly [letter: string, sign?: string, other?: string];
}

const known = new Map<string, UnitLetters>();

export function unitLetters({ units }: Signature): UnitLetters {
  const letters = known.get(units) ?? readLetters(units);
  known.set(units, letters);
  return letters;
}

function readLetters(units: string): UnitLetters {
  const [, letters = "", repeated, result] = /^(\w*?)(?:(\w)\.\.)? ?-> (\w(?:[*/^]\w)?)$/.exec(units) ?? [];
  if (result === undefined) throw new Error(`not the units of a signature: ${units}`);
  return {
    letterOf: (argument) => letters[argument] ?? repeated ?? "1",
    result: [...result] as [string, string?, string?],
  };
}
