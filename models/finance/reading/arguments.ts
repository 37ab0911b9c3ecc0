import type { Arithmetic } from "../arithmetic/arithmetic.ts";
import { type Formula, inDecimals, inKindOf } from "../arithmetic/desk.ts";
import type { Num } from "../arithmetic/num.ts";
import { isRefusal, type Refusal } from "../refusal.ts";
import { readNumber } from "./number.ts";

/** Parameters in the order spreadsheets give them; a number is the value of one that may be left out. */
export type Parameters = Readonly<Record<string, "required" | number>>;

export type Values<P extends Parameters, T> = { readonly [K in keyof P]: T };

/** A formula over named scalar arguments. */
export type ScalarFormula<P extends Parameters> = <T>(arithmetic: Arithmetic<T>, values: Values<P, T>) => T | Refusal;

/** Reads scalar arguments; the first bad one is the refusal. */
export function readArguments<P extends Parameters>(
  given: readonly unknown[],
  parameters: P,
): Values<P, Num> | Refusal {
  const values: Record<string, Num> = {};
  for (const [index, [name, fallback]] of Object.entries(parameters).entries()) {
    const optional = fallback !== "required" && given[index] === undefined;
    const value = optional ? fallback : readNumber(given[index], name);
    if (isRefusal(value)) return value;
    values[name] = value;
  }
  return values as Values<P, Num>;
}

/** Reads scalar arguments and runs the formula in their kind. */
export function calculate<P extends Parameters>(
  given: readonly unknown[],
  parameters: P,
  formula: ScalarFormula<P>,
): Num | Refusal {
  return run(given, parameters, formula, inKindOf);
}

/** As calculate, for formulas in which doubles would lose digits. */
export function calculateExactly<P extends Parameters>(
  given: readonly unknown[],
  parameters: P,
  formula: ScalarFormula<P>,
): Num | Refusal {
  return run(given, parameters, formula, inDecimals);
}

function run<P extends Parameters>(
  given: readonly unknown[],
  parameters: P,
  formula: ScalarFormula<P>,
  desk: (inputs: readonly Num[], formula: Formula) => Num | Refusal,
): Num | Refusal {
  const values = readArguments(given, parameters);
  if (isRefusal(values)) return values;
  return desk(Object.values<Num>(values), (arithmetic, lift) => {
    const lifted = Object.entries<Num>(values).map(([name, value]) => [name, lift(value)]);
    return formula(arithmetic, Object.fromEntries(lifted));
  });
}
