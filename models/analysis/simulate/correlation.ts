import { eigenOf } from "./eigen.ts";

/** 秩相关: how two uncertain numbers go together, -1..1, by the order of their values. */
export interface RankPair {
  readonly a: number;
  readonly b: number;
  readonly rank: number;
}

/** Rows of a square matrix. */
export type Matrix = readonly (readonly number[])[];

/** Correlation of normal scores whose order has a rank correlation, and the other way round. */
export const scoreOf = (rank: number): number => 2 * Math.sin((Math.PI * rank) / 6);
const rankOf = (score: number): number => (6 / Math.PI) * Math.asin(score / 2);

/** The correlations of the normal scores of `size` numbers, 0 where no pair says otherwise. */
export function scoreMatrix(size: number, pairs: readonly RankPair[]): Matrix {
  const rows = Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_each, j) => (i === j ? 1 : 0)));
  for (const { a, b, rank } of pairs) {
    (rows[a] as number[])[b] = scoreOf(rank);
    (rows[b] as number[])[a] = scoreOf(rank);
  }
  return rows;
}

/** A pivot below this is none. */
const LEAST_PIVOT = 1e-9;

/** The lower triangle whose product with its own transpose is the matrix; undefined where that is not positive definite. */
export function cholesky(matrix: Matrix): Matrix | undefined {
  const rows: number[][] = [];
  for (const [i, row] of matrix.entries()) {
    const own: number[] = [];
    for (let j = 0; j <= i; j++) {
      const other = j === i ? own : (rows[j] as number[]);
      let rest = row[j] as number;
      for (let k = 0; k < j; k++) rest -= (own[k] as number) * (other[k] as number);
      if (j === i && !(rest > LEAST_PIVOT)) return undefined;
      own.push(j === i ? Math.sqrt(rest) : rest / (other[j] as number));
    }
    rows.push(own);
  }
  return rows;
}

/** Why correlations cannot hold together: the pairs that pull apart, the strongest first, and the nearest that can. */
export interface Contradiction {
  readonly pairs: readonly RankPair[];
  /** The same pairs as given, with ranks that hold together. */
  readonly nearest: readonly RankPair[];
}

/** Share of the strongest pull above which a pair is named. */
const PULLS = 0.05;
const DIGITS = 100;

/** Undefined where the pairs hold together. */
export function contradictionIn(size: number, pairs: readonly RankPair[]): Contradiction | undefined {
  const matrix = scoreMatrix(size, pairs);
  if (cholesky(matrix) !== undefined) return undefined;
  const { values, vectors } = eigenOf(matrix);
  const least = values.indexOf(Math.min(...values));
  const along = vectors[least] as readonly number[];
  const pull = ({ a, b, rank }: RankPair): number => -scoreOf(rank) * (along[a] as number) * (along[b] as number);
  const most = Math.max(...pairs.map(pull));
  const guilty = pairs.filter((pair) => pull(pair) > PULLS * most).toSorted((one, other) => pull(other) - pull(one));
  return { pairs: guilty, nearest: nearestTo(matrix, size, pairs) };
}

const PROJECTIONS = 60;
/** The nearest matrix lies on the edge of what is possible; this much inside it can be drawn from. */
const INSIDE = 0.01;

/** Alternating projections onto matrices without negative eigenvalues and onto those with a diagonal of 1 (Higham), the pairs not given left free. */
function nearestTo(matrix: Matrix, size: number, pairs: readonly RankPair[]): readonly RankPair[] {
  let rows = matrix.map((row) => [...row]);
  let correction = matrix.map((row) => row.map(() => 0));
  for (let i = 0; i < PROJECTIONS; i++) {
    const apart = rows.map((row, r) => row.map((x, c) => x - (correction[r]?.[c] ?? 0)));
    const projected = withoutNegative(apart);
    correction = projected.map((row, r) => row.map((x, c) => x - (apart[r]?.[c] ?? 0)));
    rows = projected.map((row, r) => row.map((x, c) => (r === c ? 1 : x)));
  }
  const at = (pair: RankPair): number => rows[pair.a]?.[pair.b] ?? 0;
  for (let shrunk = 1 - INSIDE; shrunk > 0; shrunk -= INSIDE) {
    const tried = pairs.map((pair) => {
      const rank = rankOf(Math.max(-1, Math.min(1, at(pair))) * shrunk);
      return { ...pair, rank: Math.trunc(rank * DIGITS) / DIGITS };
    });
    if (cholesky(scoreMatrix(size, tried)) !== undefined) return tried;
  }
  return pairs.map((pair) => ({ ...pair, rank: 0 }));
}

function withoutNegative(matrix: Matrix): number[][] {
  const { values, vectors } = eigenOf(matrix);
  return matrix.map((row, r) =>
    row.map((_, c) =>
      values.reduce((sum, value, k) => {
        const vector = vectors[k] as readonly number[];
        return sum + Math.max(0, value) * (vector[r] as number) * (vector[c] as number);
      }, 0),
    ),
  );
}
