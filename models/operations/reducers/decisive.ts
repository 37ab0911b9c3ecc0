import type { Steps } from "./answer.ts";
import type { Decisive } from "./reducer.ts";
import { chosen, firstStep } from "./series.ts";

const allSteps = <V>({ count }: Steps<V>): readonly number[] => Array.from({ length: count }, (_, step) => step);

/** Every step in which there is something. */
export const whereSomething: Decisive = (steps, { arithmetic }) =>
  allSteps(steps).filter((step) => arithmetic.truth(steps.read(0, step)) !== false);

/** Every step in which the condition holds. */
export const whereChosen: Decisive = (steps, given) => (chosen(steps, given) ?? []).map(({ step }) => step);

/** Of those the first that has the value. */
export const whereReached: Decisive = (steps, given, value) => {
  const { toNumber, sub } = given.arithmetic;
  const at = chosen(steps, given)?.find((each) => toNumber(sub(each.value, value)) === 0);
  return at === undefined ? [] : [at.step];
};

/** The first step in which a series holds. */
export const whereFirst =
  (series: number): Decisive =>
  (steps, given) => [firstStep(series, steps, given) ?? 0];
