import { irr } from "../../../models/finance/irr.ts";
import { isRefusal } from "../../../models/finance/refusal.ts";
import { LOSES_ALL, withoutLossOfAll } from "../../../models/operations/reducers/lossOfAll.ts";

/**
 * Where a spreadsheet's search for a rate of return begins. It finds the nearest rate to its guess, and one that is none where the guess is far; and it says
 * nothing of a second rate. So the sign of the present value is looked at on a scale of rates: where it turns once, just below is the guess; where it turns
 * more than once there are several rates and none is the answer.
 */

/** No rate that people choose, at which a present value might be 0. */
const OFFSET = 0.000137;
const DIGITS = 6;

/** Rates a step, from where a rate comes to a loss of all. */
export const RATES: readonly number[] = [
  LOSES_ALL - 1,
  ...[
    ...[-0.999, -0.99, -0.97, -0.9, -0.8, -0.7, -0.6, -0.5, -0.4, -0.3, -0.25, -0.2, -0.15, -0.1, -0.07, -0.05, -0.03],
    ...[-0.02, -0.01, -0.006, 0, 0.006, 0.01, 0.02, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.7, 1, 1.5],
    ...[2, 3, 5, 10, 20, 50, 100, 300, 1000, 10_000, 1_000_000],
  ].map((rate) => Number((rate - OFFSET).toFixed(DIGITS))),
];

/** Where a search begins when nothing better is known. */
export const USUAL_GUESS = 0.1;

/** Of 1 plus a rate: close enough for a search to find it, and far enough for the sign to tell its sides apart. */
const BESIDE = 1e-3;

/**
 * The scale for some amounts: the usual one, and where it would miss a rate that they have, or begin far from one, also rates at either side of each.
 */
export function ratesFor(amounts: readonly number[]): readonly number[] {
  const found = irr.all(amounts);
  const roots = isRefusal(found) ? [] : withoutLossOfAll(found, (root) => root);
  const turns = turnsOf(RATES.map((rate) => signAt(rate, amounts)));
  const [turn] = turns;
  if (turns.length === roots.length && (turn === undefined || turn > 0)) return RATES;
  const beside = roots.flatMap((root) => [(1 + root) * (1 - BESIDE) - 1, (1 + root) * (1 + BESIDE) - 1]);
  return [...new Set([...RATES, ...beside])].filter((rate) => rate > -1).sort((a, b) => a - b);
}

/** The sign of the present value at a rate, or of the final value, which has the same and does not overflow below 0. */
export function signAt(rate: number, amounts: readonly number[]): number {
  const last = amounts.length - 1;
  const powerOf = (i: number): number => (rate < 0 ? last - i : -i);
  const value = amounts.reduce((sum, amount, i) => sum + amount * (1 + rate) ** powerOf(i), 0);
  return Number.isFinite(value) ? Math.sign(value) : 0;
}

const turnsOf = (signs: readonly number[]): readonly number[] =>
  signs.flatMap((sign, i) => (sign * (signs[i + 1] ?? 0) < 0 ? [i] : []));

/** The guess, or nothing where there is more than one turn. */
export function guessOf(signs: readonly number[], rates: readonly number[]): number | undefined {
  const [turn, ...more] = turnsOf(signs);
  if (more.length > 0) return undefined;
  return turn === undefined ? USUAL_GUESS : rates[turn];
}
