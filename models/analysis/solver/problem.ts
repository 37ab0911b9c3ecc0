/** One number to be chosen. */
export interface Column {
  /** What one unit of it costs in the objective. */
  readonly cost: number;
  readonly from: number;
  readonly to: number;
  /** Only whole numbers. */
  readonly whole?: boolean;
}

/** A sum of columns that has to lie between two numbers, which may be infinite. */
export interface Row {
  readonly from: number;
  readonly to: number;
  /** Position of a column and its factor; a column stands at most once. */
  readonly terms: readonly (readonly [column: number, factor: number])[];
}

/** The sum of cost × column is made as small as bounds and rows allow. */
export interface LinearProblem {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

export interface SolverLimits {
  readonly seconds?: number;
  /** Share of the objective by which a whole-number answer may miss the best. */
  readonly gap?: number;
  /** For small problems asked by the thousand: without the preparations that pay off on large ones. */
  readonly brief?: boolean;
  readonly shouldStop?: () => boolean;
}

/** Numbers chosen, one for each column, and what each row comes to. */
export interface Chosen {
  readonly values: Float64Array;
  readonly rows: Float64Array;
  readonly objective: number;
}

/** `stopped`: time ran out or it was told to stop; with the best found so far where there is one. */
export type Outcome =
  | ({ readonly status: "optimal" } & Chosen)
  | { readonly status: "infeasible" | "unbounded" }
  | { readonly status: "stopped"; readonly best?: Chosen };

/** Throws on a problem that is none: what is not a number, ends the wrong way round, columns that do not exist. */
export function assertSound({ columns, rows }: LinearProblem): void {
  for (const [index, { cost, from, to }] of columns.entries()) {
    if (!Number.isFinite(cost) || !(from <= to))
      throw new RangeError(`column ${index}: cost ${cost}, from ${from} to ${to}`);
  }
  for (const [index, { from, to, terms }] of rows.entries()) {
    if (!(from <= to)) throw new RangeError(`row ${index}: from ${from} to ${to}`);
    const seen = new Set<number>();
    for (const [column, factor] of terms) {
      if (columns[column] === undefined || seen.has(column) || !Number.isFinite(factor))
        throw new RangeError(`row ${index}: ${factor} × column ${column} of ${columns.length}`);
      seen.add(column);
    }
  }
}
