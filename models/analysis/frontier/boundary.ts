import { isMet } from "../sampling.ts";

/** What a target has to spare at a point; undefined where the model has no value. */
export type Excess = (x: number, y: number) => number | undefined;

export interface Region {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

/** A point of the line between what meets a target and what misses it: the last on the side that meets it. */
export interface BoundaryPoint {
  readonly x: number;
  readonly y: number;
  /** The result leaps over the target here. */
  readonly jump: boolean;
}

export interface Boundary {
  /** The line (盈亏平衡前沿), in as many pieces as it has. */
  readonly curves: readonly (readonly BoundaryPoint[])[];
  /** Met or missed at the corners of the first grid, row by row from the least y; undefined without a value. */
  readonly grid: readonly (readonly (boolean | undefined)[])[];
  /** Width and height of the finest cells, as a share of the region: what is smaller than a cell of the first grid can be overlooked. */
  readonly finest: number;
}

export interface BoundaryOptions {
  readonly onProgress?: (done: number, total: number) => void;
  readonly shouldStop?: () => boolean;
}

/** Cells of the first grid each way, and how often those the line runs through are quartered. */
const CELLS = 16;
const QUARTERINGS = 3;
const HALVINGS = 60;
const NARROWEST = 1e-12;
/** The two sides of a point lie this far apart, of the largest value met, only at a jump. */
const JUMP = 1e-6;

/**
 * Follows the line on which a target is just met through a region of two numbers. Cells of a grid whose corners disagree are quartered, and
 * their neighbours with them, until they are small; where the line crosses their edges is then narrowed down to neighbouring numbers.
 */
export function boundaryOf(excess: Excess, region: Region, options: BoundaryOptions = {}): Boundary | undefined {
  return new Follower(excess, region, options).follow();
}

/** A corner by its place on the finest grid. */
interface Corner {
  readonly i: number;
  readonly j: number;
  readonly value: number | undefined;
}

class Follower {
  readonly #excess: Excess;
  readonly #region: Region;
  readonly #options: BoundaryOptions;
  /** Corners each way of the finest grid, less one. */
  readonly #size = CELLS * 2 ** QUARTERINGS;
  readonly #corners = new Map<number, Corner>();
  readonly #points = new Map<string, BoundaryPoint>();
  #spread = 0;

  constructor(excess: Excess, region: Region, options: BoundaryOptions) {
    this.#excess = excess;
    this.#region = region;
    this.#options = options;
  }

  follow(): Boundary | undefined {
    const { shouldStop, onProgress } = this.#options;
    let step = this.#size / CELLS;
    const grid: (boolean | undefined)[][] = [];
    for (let j = 0; j <= CELLS; j++) {
      if (shouldStop?.() === true) return undefined;
      grid.push(Array.from({ length: CELLS + 1 }, (_, i) => met(this.#corner(i * step, j * step))));
      onProgress?.(j + 1, 2 * (CELLS + 1));
    }
    let cells = this.#mixed(every(CELLS, step), step);
    for (let depth = 0; depth < QUARTERINGS; depth++) {
      if (shouldStop?.() === true) return undefined;
      step /= 2;
      cells = this.#mixed(quartered(cells, step, this.#size), step);
    }
    const segments: (readonly [string, string])[] = [];
    for (const [n, cell] of cells.entries()) {
      if (shouldStop?.() === true) return undefined;
      segments.push(...this.#segments(cell, step));
      onProgress?.(CELLS + 1 + Math.round((n / cells.length) * (CELLS + 1)), 2 * (CELLS + 1));
    }
    const curves = chained(segments).map((keys) => keys.map((key) => this.#points.get(key) as BoundaryPoint));
    return { curves, grid, finest: step / this.#size };
  }

  #place(i: number, j: number): readonly [number, number] {
    const { x, y } = this.#region;
    const at = ([from, to]: readonly [number, number], k: number): number =>
      k === this.#size ? to : from + ((to - from) * k) / this.#size;
    return [at(x, i), at(y, j)];
  }

  #corner(i: number, j: number): Corner {
    const key = i * (this.#size + 1) + j;
    const known = this.#corners.get(key);
    if (known !== undefined) return known;
    const value = this.#excess(...this.#place(i, j));
    this.#spread = Math.max(this.#spread, Math.abs(value ?? 0));
    const corner = { i, j, value };
    this.#corners.set(key, corner);
    return corner;
  }

  /** The cells whose corners do not agree. */
  #mixed(cells: readonly Cell[], step: number): readonly Cell[] {
    return cells.filter(([i, j]) => {
      const states = around(i, j, step).map(([a, b]) => isMet(this.#corner(a, b).value));
      return states.some((state) => state !== states[0]);
    });
  }

  /** Pieces of the line in a cell, from edge to edge. */
  #segments([i, j]: Cell, step: number): readonly (readonly [string, string])[] {
    const corners = around(i, j, step);
    const crossed = corners.flatMap((from, k): readonly string[] => {
      const to = corners[(k + 1) % corners.length] as Cell;
      const key = this.#crossing(from, to);
      return key === undefined ? [] : [key];
    });
    const [a, b, c, d] = crossed;
    if (a === undefined || b === undefined) return [];
    if (c === undefined || d === undefined) return [[a, b]];
    // Opposite corners agree: the middle says which of them hang together.
    const [x, y] = this.#place(i + step / 2, j + step / 2);
    const together = isMet(this.#excess(x, y)) === isMet(this.#corner(i, j).value);
    return together
      ? [
          [a, b],
          [c, d],
        ]
      : [
          [d, a],
          [b, c],
        ];
  }

  /** Where the line crosses an edge, narrowed down; the key of the point. */
  #crossing(from: Cell, to: Cell): string | undefined {
    const [a, b] = [this.#corner(...from), this.#corner(...to)];
    if (isMet(a.value) === isMet(b.value)) return undefined;
    const key = [from, to]
      .map(([i, j]) => `${i},${j}`)
      .toSorted()
      .join(" ");
    if (!this.#points.has(key)) this.#points.set(key, this.#narrowed(a, b));
    return key;
  }

  #narrowed(a: Corner, b: Corner): BoundaryPoint {
    const [yes, no] = isMet(a.value) ? [a, b] : [b, a];
    const [[x0, y0], [x1, y1]] = [this.#place(yes.i, yes.j), this.#place(no.i, no.j)];
    const at = (share: number): readonly [number, number] => [x0 + (x1 - x0) * share, y0 + (y1 - y0) * share];
    let [low, high] = [0, 1];
    let [inside, outside] = [yes.value ?? 0, no.value];
    for (let n = 0; n < HALVINGS && high - low > NARROWEST; n++) {
      // A straight guess, kept away from the ends so that both sides move.
      const guess = outside === undefined ? 0.5 : inside / (inside - outside);
      const share = low + (high - low) * (n % 2 === 1 ? 0.5 : Math.min(0.95, Math.max(0.05, guess)));
      const value = this.#excess(...at(share));
      if (isMet(value)) [low, inside] = [share, value ?? 0];
      else [high, outside] = [share, value];
      if (isMet(value) && inside === 0) break;
    }
    const [x, y] = at(low);
    const jump = inside !== 0 && (outside === undefined || inside - outside > JUMP * this.#spread);
    return { x, y, jump };
  }
}

/** A cell by its lower left corner. */
type Cell = readonly [number, number];

const met = ({ value }: Corner): boolean | undefined => (value === undefined ? undefined : value >= 0);

function every(cells: number, step: number): readonly Cell[] {
  return Array.from({ length: cells * cells }, (_, n): Cell => [(n % cells) * step, Math.floor(n / cells) * step]);
}

/** The corners of a cell, around. */
function around(i: number, j: number, step: number): readonly Cell[] {
  return [
    [i, j],
    [i + step, j],
    [i + step, j + step],
    [i, j + step],
  ];
}

/** The quarters of cells and of their neighbours, for the line may leave a cell between two corners. */
function quartered(cells: readonly Cell[], step: number, size: number): readonly Cell[] {
  const found = new Map<string, Cell>();
  for (const [i, j] of cells)
    for (let a = -2; a < 4; a++)
      for (let b = -2; b < 4; b++) {
        const cell: Cell = [i + a * step, j + b * step];
        if (cell[0] < 0 || cell[1] < 0 || cell[0] >= size || cell[1] >= size) continue;
        found.set(cell.join(","), cell);
      }
  return [...found.values()];
}

/** Segments with common ends, one after the other; a ring ends where it begins. */
function chained(segments: readonly (readonly [string, string])[]): readonly (readonly string[])[] {
  const at = new Map<string, Set<number>>();
  for (const [n, ends] of segments.entries()) for (const end of ends) at.set(end, (at.get(end) ?? new Set()).add(n));
  const used = new Set<number>();
  const walk = (from: string): string[] => {
    const keys = [from];
    for (let here = from; ; ) {
      const next = [...(at.get(here) ?? [])].find((n) => !used.has(n));
      if (next === undefined) return keys;
      used.add(next);
      const [a, b] = segments[next] as readonly [string, string];
      here = a === here ? b : a;
      keys.push(here);
    }
  };
  const ends = [...at].filter(([, ns]) => ns.size === 1).map(([end]) => end);
  return [...ends, ...at.keys()].map(walk).filter((keys) => keys.length > 1);
}
