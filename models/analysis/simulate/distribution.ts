import { Beta } from "./beta.ts";
import { normalAt, normalBelow } from "./normal.ts";

/** How likely the values of a number are. */
export interface Distribution {
  /** Share that lies below `x`. */
  readonly below: (x: number) => number;
  /** The value below which a share `p`, 0..1, lies. */
  readonly at: (p: number) => number;
}

export function normal(mean: number, sd: number): Distribution {
  return { below: (x) => normalBelow((x - mean) / sd), at: (p) => mean + sd * normalAt(p) };
}

/** Of a number whose own mean and standard deviation are given, not those of its logarithm. */
export function lognormal(mean: number, sd: number): Distribution {
  const spread = Math.sqrt(Math.log1p((sd / mean) ** 2));
  const middle = Math.log(mean) - (spread * spread) / 2;
  return {
    below: (x) => (x <= 0 ? 0 : normalBelow((Math.log(x) - middle) / spread)),
    at: (p) => Math.exp(middle + spread * normalAt(p)),
  };
}

export function uniform(low: number, high: number): Distribution {
  return { below: (x) => clamped((x - low) / (high - low)), at: (p) => low + p * (high - low) };
}

export function triangular(low: number, mode: number, high: number): Distribution {
  const [width, left, right] = [high - low, mode - low, high - mode];
  const atMode = left / width;
  return {
    below: (x) => {
      if (x <= low) return 0;
      if (x >= high) return 1;
      return x < mode ? (x - low) ** 2 / (width * left) : 1 - (high - x) ** 2 / (width * right);
    },
    at: (p) => (p < atMode ? low + Math.sqrt(p * width * left) : high - Math.sqrt((1 - p) * width * right)),
  };
}

/** Weight of the mode in a PERT distribution, as usual. */
const PERT_WEIGHT = 4;

export function pert(low: number, mode: number, high: number): Distribution {
  const width = high - low;
  const beta = new Beta(1 + (PERT_WEIGHT * (mode - low)) / width, 1 + (PERT_WEIGHT * (high - mode)) / width);
  return { below: (x) => beta.below((x - low) / width), at: (p) => low + width * beta.at(clamped(p)) };
}

const clamped = (p: number): number => Math.min(1, Math.max(0, p));

/** What is left of a distribution between bounds, and the shares beyond them that are left out. */
export interface Truncated extends Distribution {
  readonly cutBelow: number;
  readonly cutAbove: number;
}

/** The distribution given that the value lies within bounds; `undefined` where it practically never does. */
export function truncated(whole: Distribution, from: number, to: number): Truncated | undefined {
  const [first, last] = [Number.isFinite(from) ? whole.below(from) : 0, Number.isFinite(to) ? whole.below(to) : 1];
  const kept = last - first;
  if (!(kept > LEAST_KEPT)) return undefined;
  const within = (x: number): number => Math.min(to, Math.max(from, x));
  return {
    below: (x) => clamped((whole.below(within(x)) - first) / kept),
    at: (p) => within(whole.at(first + p * kept)),
    cutBelow: first,
    cutAbove: 1 - last,
  };
}

/** Bounds that leave less than this of a distribution are a mistake. */
const LEAST_KEPT = 1e-3;
