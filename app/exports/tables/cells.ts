import type { Decimal } from "decimal.js";
import { ZERO } from "../../../models/engines/arithmetic/decimal.ts";
import type { Evaluation } from "../../../models/engines/evaluation.ts";
import type { Results } from "../../../models/results/results.ts";
import type { Statement } from "../../../models/statements/tables/read.ts";
import type { Exact, ExactSum } from "./figures.ts";
import { LinearForms } from "./linear.ts";
import { type RowSum, rowSums } from "./relations.ts";

/** The cells of a table, row by row, and in which order their columns are worked out. */
export interface TableCells {
  readonly cells: readonly Exact[];
  readonly columns: readonly (readonly number[])[];
}

/** A table whose first column is a total and the others are statement years. */
export function cellsByYear({ rows, columns }: Statement, results: Results<Decimal>): TableCells {
  const { evaluation } = results;
  const sums = rowSums(evaluation, rows);
  const at = (row: number, column: number): number => row * columns.length + column;
  const years = columns.map((_, column) => column).slice(1);
  const cells = rows.flatMap(({ line, unit, values }, row) => {
    const isAdded = results.hasTotal(line) && results.form(line, "total") === undefined;
    const total: ExactSum = {
      terms: years.map((column) => ({ cell: at(row, column), times: 1 })),
      plus: ZERO,
      rounds: false,
    };
    return values.map((value, column): Exact => {
      const own = sums[row];
      const sum = column === 0 ? (isAdded ? total : undefined) : own && sumInYear(own, column, at, evaluation);
      return {
        value: value ?? undefined,
        unit,
        ...(sum === undefined ? {} : { sum }),
        ...(column > 0 && isAdded ? { row } : {}),
      };
    });
  });
  const inColumn = (column: number) => rows.map((_, row) => at(row, column));
  return { cells, columns: [...years, 0].map(inColumn) };
}

/** What stands before the first year is a number; undefined where the model has none. */
function sumInYear(
  { terms, constants, rounds }: RowSum,
  column: number,
  at: (row: number, column: number) => number,
  evaluation: Evaluation<Decimal>,
): ExactSum | undefined {
  const isBefore = (before: boolean): boolean => before && column === 1;
  const numbers = [
    ...terms.filter(({ before }) => isBefore(before)).map(({ line, times }) => ({ line, times })),
    ...constants,
  ].map(({ line, times }) => (line === undefined ? undefined : evaluation.value(line, 0)?.times(times)));
  if (numbers.some((number) => number === undefined)) return undefined;
  return {
    terms: terms
      .filter(({ before }) => !isBefore(before))
      .map(({ row, times, before }) => ({ cell: at(row, before ? column - 1 : column), times })),
    plus: numbers.reduce((sum: Decimal, number) => sum.plus(number ?? ZERO), ZERO),
    rounds,
  };
}

/** A table whose cells are single values with lines of their own. */
export function cellsOfLines({ rows, columns }: Statement, { evaluation }: Results<Decimal>): TableCells {
  const { graph } = evaluation;
  const forms = new LinearForms(graph, (line) => evaluation.scalar(line)?.toNumber());
  const lines = rows.flatMap((row) =>
    columns.map((_, column) => {
      const id = row.cells?.[column] ?? undefined;
      return id === undefined ? undefined : graph.indexById.get(id);
    }),
  );
  const nodes = lines.map((line) => (line === undefined ? undefined : forms.nodeOf(line)));
  const cellOf = new Map<number, number>();
  for (const shown of [lines, nodes.map((node) => (node?.op === "line" ? node.line : undefined))])
    for (const [cell, line] of shown.entries()) if (line !== undefined && !cellOf.has(line)) cellOf.set(line, cell);
  const sumOf = (cell: number): ExactSum | undefined => {
    const node = nodes[cell];
    const linear = node && forms.of(node, new Set());
    if (linear === undefined || linear.constant !== 0) return undefined;
    const terms: { cell: number; times: number }[] = [];
    for (const { line, key, times } of linear.atoms.values()) {
      const of = line === undefined || key !== "" ? undefined : cellOf.get(line);
      if (of === undefined || of === cell) return undefined;
      terms.push({ cell: of, times });
    }
    return { terms, plus: ZERO, rounds: false };
  };
  const cells = rows.flatMap(({ values, unit }, row) =>
    values.map((value, column): Exact => {
      const sum = sumOf(row * columns.length + column);
      return { value: value ?? undefined, unit: column === MET ? "1" : unit, ...(sum === undefined ? {} : { sum }) };
    }),
  );
  return { cells, columns: [cells.map((_, cell) => cell)] };
}

/** The last column of the area table says whether a standard is met. */
const MET = 4;
