import type { LeverInput } from "./lever.ts";

/**
 * How the target answers to small changes: `smooth`, the same on both sides; `corner`, at a kink where the sides differ; `step`, only from one
 * whole number to the next or by jumps; `flat`, not at all though it does further out.
 */
export type Character = "smooth" | "corner" | "step" | "flat";

/** So much of the value, or of the way to its bounds where it is 0, is a small change. */
const SMALL = 1e-4;
/** Sides this near to each other, and to the slope, are one. */
const SAME = 0.02;

export function characterOf(
  { now, whole, bounds }: LeverInput,
  slope: number | undefined,
  changeAt: (x: number) => number | undefined,
): Character {
  if (whole) return "step";
  const step = SMALL * (now === 0 ? bounds.to - bounds.from : Math.abs(now));
  const sides = [now - step, now + step].flatMap((x) => {
    if (x < bounds.from || x > bounds.to) return [];
    const change = changeAt(x);
    return change === undefined ? [Number.NaN] : [change / (x - now)];
  });
  if (sides.some(Number.isNaN)) return "step";
  const all = slope === undefined || sides.length === 1 ? sides : [...sides, slope];
  const size = Math.max(...all.map(Math.abs));
  if (size === 0) return "flat";
  if (all.some(Number.isNaN)) return "corner";
  return Math.max(...all) - Math.min(...all) <= SAME * size ? "smooth" : "corner";
}
