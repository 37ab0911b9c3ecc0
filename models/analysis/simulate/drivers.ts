import { correlationOf, meanOf } from "./statistics.ts";

/** What one uncertain input does to a figure. */
export interface Driver {
  /** Place among the uncertain inputs. */
  readonly input: number;
  /** Rank correlation with the figure, -1..1, and its standard error. */
  readonly rank: number;
  readonly rankError: number;
  /** First-order index: the share of the figure's variance that would go if the input were known, and its standard error. */
  readonly index: number;
  readonly indexError: number;
}

/** A column of an input that a figure hangs on, with its ranks. */
export interface Column {
  readonly input: number;
  readonly values: Float64Array;
  readonly ranks: Float64Array;
}

/** Drivers of a figure by the share of its variance, the strongest first; inputs that did not vary are left out. */
export function driversOf(figure: Float64Array, ranks: Float64Array, columns: readonly Column[]): readonly Driver[] {
  const found = columns.flatMap((column): readonly Driver[] => {
    const rank = correlationOf(column.ranks, ranks);
    if (rank === undefined) return [];
    const rankError = (1 - rank * rank) / Math.sqrt(Math.max(1, figure.length - 1));
    return [{ input: column.input, rank, rankError, ...indexOf(figure, column) }];
  });
  return found.toSorted((a, b) => b.index - a.index || Math.abs(b.rank) - Math.abs(a.rank));
}

/** Classes of an input's values, each of about as many draws; of few values one each. */
const CLASSES = 32;
const DRAWS_A_CLASS = 10;
/** Parts of the draws left out one after the other to see how far the answer hangs on them. */
const PARTS = 16;

/** The variance between the means of classes of the input, against all of it, without what chance alone puts there. */
function indexOf(figure: Float64Array, { values, ranks }: Column): Pick<Driver, "index" | "indexError"> {
  const classes = classesOf(values, ranks);
  const count = 1 + classes.reduce((most, one) => Math.max(most, one), 0);
  const mean = meanOf(figure);
  const [sizes, sums] = [new Float64Array(count * PARTS), new Float64Array(count * PARTS)];
  const [partSums, partSquares] = [new Float64Array(PARTS), new Float64Array(PARTS)];
  for (let i = 0; i < figure.length; i++) {
    const [part, off] = [i % PARTS, (figure[i] as number) - mean];
    const cell = (classes[i] as number) * PARTS + part;
    sizes[cell] = (sizes[cell] as number) + 1;
    sums[cell] = (sums[cell] as number) + off;
    partSums[part] = (partSums[part] as number) + off;
    partSquares[part] = (partSquares[part] as number) + off * off;
  }
  const without = (left: number | undefined): number => {
    let [n, sum, squares, between, used] = [0, 0, 0, 0, 0];
    for (let part = 0; part < PARTS; part++) {
      if (part === left) continue;
      sum += partSums[part] as number;
      squares += partSquares[part] as number;
    }
    for (let one = 0; one < count; one++) {
      let [size, own] = [0, 0];
      for (let part = 0; part < PARTS; part++) {
        if (part === left) continue;
        size += sizes[one * PARTS + part] as number;
        own += sums[one * PARTS + part] as number;
      }
      if (size === 0) continue;
      n += size;
      used++;
      between += (own * own) / size;
    }
    const all = squares - (sum * sum) / n;
    const within = squares - between;
    if (!(all > 0) || n <= used) return 0;
    return Math.max(0, 1 - within / (n - used) / (all / (n - 1)));
  };
  const parts = Array.from({ length: PARTS }, (_, part) => without(part));
  const middle = meanOf(parts);
  const spread = parts.reduce((sum, one) => sum + (one - middle) ** 2, 0);
  return { index: without(undefined), indexError: Math.sqrt((spread * (PARTS - 1)) / PARTS) };
}

function classesOf(values: Float64Array, ranks: Float64Array): Int32Array {
  const distinct = new Map<number, number>();
  for (const value of values) {
    if (!distinct.has(value)) distinct.set(value, distinct.size);
    if (distinct.size > CLASSES) break;
  }
  if (distinct.size <= CLASSES) return Int32Array.from(values, (value) => distinct.get(value) as number);
  const count = Math.max(2, Math.min(CLASSES, Math.floor(values.length / DRAWS_A_CLASS)));
  return Int32Array.from(ranks, (rank) => Math.min(count - 1, Math.floor((rank * count) / values.length)));
}
