/**
 * Where a spreadsheet's search for a rate of return begins. It finds the nearest rate to its guess, and one that is none where the guess is far; and it says
 * nothing of a second rate. So the sign of the present value is looked at on a scale of rates: where it turns once, just below is the guess; where it turns
 * more than once there are several rates and none is the answer.
 */

/** No rate that people choose, at which a present value might be 0. */
const OFFSET = 0.000137;
const DIGITS = 6;

/** Rates a step. */
export const RATES: readonly number[] = [
  ...[-0.97, -0.9, -0.8, -0.7, -0.6, -0.5, -0.4, -0.3, -0.25, -0.2, -0.15, -0.1, -0.07, -0.05, -0.03, -0.02, -0.01],
  ...[-0.006, 0, 0.006, 0.01, 0.02, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.7, 1, 1.5, 2, 3, 5, 10],
].map((rate) => Number((rate - OFFSET).toFixed(DIGITS)));

/** Where a search begins when nothing better is known. */
export const USUAL_GUESS = 0.1;

/** The sign of the present value at a rate; 0 where it is too large to tell. */
export function signAt(rate: number, amounts: readonly number[]): number {
  const value = amounts.reduce((sum, amount, i) => sum + amount / (1 + rate) ** (i + 1), 0);
  return Number.isFinite(value) ? Math.sign(value) : 0;
}

/** The guess, or nothing where there is more than one turn. */
export function guessOf(signs: readonly number[]): number | undefined {
  const turns = signs.flatMap((sign, i) => (sign * (signs[i + 1] ?? 0) < 0 ? [i] : []));
  if (turns.length > 1) return undefined;
  return turns[0] === undefined ? USUAL_GUESS : RATES[turns[0]];
}
