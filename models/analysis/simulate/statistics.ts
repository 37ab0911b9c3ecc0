/** Figures of a sorted or unsorted column of draws; what has no value in a draw is left out before. */

/** The value below which a share `p` of sorted numbers lies, between two of them in proportion. */
export function quantileOf(sorted: ArrayLike<number>, p: number): number {
  const place = p * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below] as number;
  return low + (place - below) * ((sorted[Math.min(below + 1, sorted.length - 1)] as number) - low);
}

export function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  return sum / values.length;
}

/** Standard deviation of what the values are a sample of; 0 of a single one. */
export function deviationOf(values: ArrayLike<number>, mean: number): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += ((values[i] as number) - mean) ** 2;
  return values.length < 2 ? 0 : Math.sqrt(sum / (values.length - 1));
}

/** A share of so many draws, and its standard error: Agresti and Coull's, which is not 0 where all draws agree. */
export function shareOf(count: number, draws: number): { readonly share: number; readonly error: number } {
  const [n, p] = [draws + 4, (count + 2) / (draws + 4)];
  return { share: count / draws, error: Math.sqrt((p * (1 - p)) / n) };
}

const BINS = 30;

export interface Histogram {
  readonly from: number;
  readonly to: number;
  /** Draws in each of the equal parts. */
  readonly counts: readonly number[];
}

export function histogramOf(sorted: Float64Array): Histogram {
  const [from, to] = [sorted[0] as number, sorted.at(-1) as number];
  const bins = from === to ? 1 : BINS;
  const counts = new Array<number>(bins).fill(0);
  for (const value of sorted) {
    const bin = from === to ? 0 : Math.min(bins - 1, Math.floor(((value - from) / (to - from)) * bins));
    counts[bin] = (counts[bin] as number) + 1;
  }
  return { from, to, counts };
}

/** Places in order, equal values sharing the middle of theirs. */
export function midRanksOf(values: ArrayLike<number>): Float64Array {
  const order = Int32Array.from({ length: values.length }, (_, i) => i);
  order.sort((a, b) => (values[a] as number) - (values[b] as number));
  const ranks = new Float64Array(values.length);
  for (let first = 0; first < order.length; ) {
    let last = first;
    while (last + 1 < order.length && values[order[last + 1] as number] === values[order[first] as number]) last++;
    for (let place = first; place <= last; place++) ranks[order[place] as number] = (first + last) / 2;
    first = last + 1;
  }
  return ranks;
}

/** Undefined where one of them does not vary. */
export function correlationOf(a: Float64Array, b: Float64Array): number | undefined {
  const [ofA, ofB] = [meanOf(a), meanOf(b)];
  let [both, one, other] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [(a[i] as number) - ofA, (b[i] as number) - ofB];
    both += x * y;
    one += x * x;
    other += y * y;
  }
  return one === 0 || other === 0 ? undefined : both / Math.sqrt(one * other);
}
