/** Eigenvalues of a symmetric matrix, and a vector of length 1 for each. */
export interface Eigen {
  readonly values: readonly number[];
  readonly vectors: readonly (readonly number[])[];
}

const SWEEPS_MAX = 60;
const NOTHING = 1e-15;

/** Jacobi's rotations: slow and sure, for matrices of some hundred rows at most. */
export function eigenOf(matrix: readonly (readonly number[])[]): Eigen {
  const size = matrix.length;
  const rows = matrix.map((row) => [...row]);
  const vectors = matrix.map((_, i) => matrix.map((_each, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < SWEEPS_MAX; sweep++) {
    let moved = false;
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) if (rotate(rows, vectors, p, q)) moved = true;
    if (!moved) break;
  }
  return { values: rows.map((row, i) => row[i] as number), vectors };
}

/** Turns the plane of two rows so that nothing is left between them; false where nothing was. Rows of `vectors` become the eigenvectors. */
function rotate(rows: number[][], vectors: number[][], p: number, q: number): boolean {
  const [own, other] = [rows[p] as number[], rows[q] as number[]];
  const between = own[q] as number;
  if (Math.abs(between) < NOTHING) return false;
  const theta = ((other[q] as number) - (own[p] as number)) / (2 * between);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cos = 1 / Math.sqrt(t * t + 1);
  const sin = t * cos;
  for (const row of rows) turn(row, p, q, cos, sin);
  turnRows(rows, p, q, cos, sin);
  turnRows(vectors, p, q, cos, sin);
  return true;
}

function turn(row: number[], p: number, q: number, cos: number, sin: number): void {
  const [x, y] = [row[p] as number, row[q] as number];
  row[p] = cos * x - sin * y;
  row[q] = sin * x + cos * y;
}

function turnRows(rows: number[][], p: number, q: number, cos: number, sin: number): void {
  const [first, second] = [rows[p] as number[], rows[q] as number[]];
  for (let i = 0; i < first.length; i++) {
    const [x, y] = [first[i] as number, second[i] as number];
    first[i] = cos * x - sin * y;
    second[i] = sin * x + cos * y;
  }
}
