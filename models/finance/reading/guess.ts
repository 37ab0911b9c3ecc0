import type { Num } from "../arithmetic/num.ts";
import { isRefusal, type Refusal, refuse } from "../refusal.ts";
import { readNumber } from "./number.ts";

/** The optional last argument of the rate searches. */
export function readGuess(given: unknown): Num | undefined | Refusal {
  if (given === undefined) return undefined;
  const guess = readNumber(given, "guess");
  if (isRefusal(guess)) return guess;
  return Number(guess) > -1 ? guess : refuse("rate-too-low", "guess");
}
