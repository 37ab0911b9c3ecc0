import { type Dual, dualArithmetic } from "./arithmetic/on-duals.ts";
import type { Parameters, ScalarFormula } from "./reading/arguments.ts";
import { isRefusal } from "./refusal.ts";

/** A spreadsheet function as its formula over named arguments. */
export interface NamedFormula {
  readonly parameters: Parameters;
  readonly formula: ScalarFormula<Parameters>;
}

/** Arguments that count only as whole numbers or as yes and no: between their steps nothing changes. */
const STEPPED: ReadonlySet<string> = new Set(["type", "npery"]);

/** Half the width of a step around 0, where some formulas divide 0 by 0; the slope's error is of the order of its square. */
const AROUND_ZERO = 1e-6;

/**
 * The slope of a formula in each argument given, at a place where it has a value; undefined for an argument that moves in steps, NaN where
 * there is no slope.
 */
export function slopesOf(
  { parameters, formula }: NamedFormula,
  args: readonly number[],
): readonly (number | undefined)[] {
  const entries = Object.entries(parameters);
  const slope = (chosen: number, moved: number): number => {
    const values = entries.map(([name, fallback], i): [string, Dual] => {
      const value = args[i] ?? Number(fallback);
      return [name, i === chosen ? { value: value + moved, slope: 1 } : { value, slope: 0 }];
    });
    const result = formula(dualArithmetic, Object.fromEntries(values));
    return isRefusal(result) ? Number.NaN : result.slope;
  };
  return args.map((arg, i) => {
    if (STEPPED.has(entries[i]?.[0] ?? "")) return undefined;
    const here = slope(i, 0);
    if (arg !== 0 || here !== 0) return here;
    const sides = [slope(i, -AROUND_ZERO), slope(i, AROUND_ZERO)].filter((side) => !Number.isNaN(side));
    return sides.reduce((total, side) => total + side, 0) / sides.length;
  });
}
