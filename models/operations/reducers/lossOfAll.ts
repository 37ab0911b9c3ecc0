/** A rate this close to -100 % a step is printed as it: a small cost of handing back at the end makes one beside the rate that is meant. */
export const LOSES_ALL = 1e-4;

/** The rates of several that do not come to a loss of all; all of them where there is no other. */
export function withoutLossOfAll<R>(rates: readonly R[], toNumber: (rate: R) => number): readonly R[] {
  const others = rates.filter((rate) => toNumber(rate) > LOSES_ALL - 1);
  return others.length === 0 ? rates : others;
}
