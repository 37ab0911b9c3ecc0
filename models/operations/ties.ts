/**
 * What counts as equal. 3 × (1/3) is a hair below 1 in decimal arithmetic and exactly 1 in binary; a rule such as "25 % reached" must not
 * depend on that. Every engine uses these bands, so they take the same branch on the same numbers.
 */

/** Two values are equal within this share of the larger one (or within the absolute tolerance of their unit, if that is wider). */
export const RELATIVE_TIE = 1e-9;

/** Absolute tolerance of pure numbers; also decides whether a value used as a condition or as a divisor is zero. */
export const PURE_TIE = 1e-12;

/** Half a fen, in 元: money closer than this is the same money, and money this close to a limit meets it. */
export const MONEY_TIE = 0.005;

const AREA_TIE = 1e-6;

/** Rounding sees a value this close to a step (x.5 for round, an integer for floor and ceil) as lying on it. */
export const STEP_TIE = 1e-9;

/** The same for large values, as a share of the value: binary noise grows with it. */
export const STEP_TIE_RELATIVE = 1e-13;

/** However large the value, the rounding band stays below this. */
export const STEP_TIE_MAX = 1e-3;

/** Absolute tolerance of a unit text: money 0.005, area 1e-6, everything else 1e-12. */
export function absoluteTie(unit: string | undefined): number {
  if (unit === "CNY") return MONEY_TIE;
  return unit === "m2" ? AREA_TIE : PURE_TIE;
}
