import type { Arithmetic } from "./arithmetic/arithmetic.ts";
import { type Refusal, refuse } from "./refusal.ts";

/** At −100 % and below nothing is left to discount; such rates are refused everywhere. */
export function refuseLowRate<T>(arithmetic: Arithmetic<T>, rate: T, name: string): Refusal | undefined {
  return arithmetic.compare(rate, arithmetic.of(-1)) > 0 ? undefined : refuse("rate-too-low", name);
}

/** Refuses unless low ≤ value ≤ high. */
export function refuseOutside<T>(
  { compare }: Arithmetic<T>,
  value: T,
  [low, high]: readonly [low: T, high: T],
  name: string,
): Refusal | undefined {
  return compare(value, low) >= 0 && compare(value, high) <= 0 ? undefined : refuse("out-of-range", name);
}

export function refuseUnlessPositive<T>({ sign }: Arithmetic<T>, value: T, name: string): Refusal | undefined {
  return sign(value) > 0 ? undefined : refuse("out-of-range", name);
}

export function refuseNegative<T>({ sign }: Arithmetic<T>, value: T, name: string): Refusal | undefined {
  return sign(value) >= 0 ? undefined : refuse("out-of-range", name);
}
