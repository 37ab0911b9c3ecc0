import type { Decimal } from "decimal.js";
import { RecordDecimal } from "../../../models/engines/arithmetic/decimal.ts";

/** A sum of other cells: each so many times, and a whole number besides. */
export interface CellSum {
  readonly terms: readonly { readonly cell: number; readonly times: number }[];
  readonly plus: number;
  /** A check, which has to come out before anything else. */
  readonly isCheck?: boolean;
}

/** A cell of a printed table, counted in units of its last printed place. */
export interface Printed {
  /** Undefined where there is no value; sums of it have none either. */
  readonly exact: Decimal | undefined;
  readonly sum?: CellSum;
  /** The row of an amount that follows others, which is rounded with regard to what was rounded in the row so far: their total comes out. */
  readonly row?: number;
}

/**
 * Whole numbers for all cells so that every sum is exactly the sum of its cells as printed. A total that is no part of another is what it rounds to; the
 * parts with the largest remainders give way (尾差), none by as much as one, and what is whole stays. Where totals share their parts and not all can be
 * met, a total is what its parts make it.
 * @param columns cells by column; a sum refers to its own column and to those before
 */
export function addedUp(cells: readonly Printed[], columns: readonly (readonly number[])[]): number[] {
  const values = cells.map(() => Number.NaN);
  const over = new Map<number, number>();
  const overOf = ({ row }: Printed): number => (row === undefined ? 0 : (over.get(row) ?? 0));
  for (const column of columns) {
    for (const cell of column) values[cell] = rounded(cells[cell] as Printed, overOf(cells[cell] as Printed));
    const partsFirst = ordered(cells, column);
    giveWay(cells, totalsFirst(cells, partsFirst), values, overOf);
    for (const cell of partsFirst) {
      const { sum, row, exact } = cells[cell] as Printed;
      if (sum?.isCheck === true) balance(cells, cell, column, values);
      if (sum !== undefined) values[cell] = total(sum, values);
      if (row !== undefined && exact !== undefined)
        over.set(row, overOf(cells[cell] as Printed) - exact.minus(values[cell] as number).toNumber());
    }
  }
  return values;
}

/** The whole number beside it that makes up for what was rounded too high so far, half away from zero. */
function rounded({ exact }: Printed, over: number): number {
  if (exact === undefined) return Number.NaN;
  const wanted = exact.minus(over).toDecimalPlaces(0, RecordDecimal.ROUND_HALF_UP);
  return RecordDecimal.min(RecordDecimal.max(wanted, exact.floor()), exact.ceil()).toNumber() + 0;
}

const total = ({ terms, plus }: CellSum, values: readonly number[]): number =>
  terms.reduce((sum, { cell, times }) => sum + times * (values[cell] as number), plus);

/** Cells of a column, parts before the sums of them. */
function ordered(cells: readonly Printed[], column: readonly number[]): readonly number[] {
  const inColumn = new Set(column);
  const order = new Set<number>();
  const visit = (cell: number): void => {
    if (order.has(cell) || !inColumn.has(cell)) return;
    for (const term of cells[cell]?.sum?.terms ?? []) visit(term.cell);
    order.add(cell);
  };
  for (const cell of column) visit(cell);
  return [...order];
}

/** The same the other way round; what checks rest on comes before other sums of the same parts. */
function totalsFirst(cells: readonly Printed[], partsFirst: readonly number[]): readonly number[] {
  const partsOf = (cell: number) => (cells[cell]?.sum?.terms ?? []).map((term) => term.cell);
  const checked = new Set<number>();
  const users = new Map(partsFirst.map((cell) => [cell, 0]));
  for (const cell of partsFirst.toReversed()) {
    if (cells[cell]?.sum?.isCheck === true) checked.add(cell);
    for (const part of partsOf(cell)) {
      if (checked.has(cell)) checked.add(part);
      users.set(part, (users.get(part) ?? 0) + 1);
    }
  }
  const order: number[] = [];
  const waiting = new Set(partsFirst.toReversed());
  while (waiting.size > 0) {
    const free = [...waiting].filter((cell) => users.get(cell) === 0);
    const next = free.find((cell) => checked.has(cell)) ?? (free[0] as number);
    waiting.delete(next);
    order.push(next);
    for (const part of partsOf(next)) users.set(part, (users.get(part) ?? 0) - 1);
  }
  return order;
}

/** A check that does not come out yet is made up for by a figure that only it rests on. */
function balance(cells: readonly Printed[], check: number, column: readonly number[], values: number[]): void {
  const { sum } = cells[check] as Printed;
  if (sum === undefined) return;
  const missing = rounded(cells[check] as Printed, 0) - total(sum, values);
  const isUsed = (cell: number): boolean =>
    column.some((other) => other !== check && cells[other]?.sum?.terms.some((term) => term.cell === cell));
  const loose = sum.terms.find(
    ({ cell, times }) =>
      cells[cell]?.sum === undefined && Math.abs(times) === 1 && column.includes(cell) && !isUsed(cell),
  );
  if (loose !== undefined && Math.abs(missing) === 1)
    values[loose.cell] = (values[loose.cell] as number) + missing * loose.times;
}

/** Moves parts so that their sums come out, from the totals down; what a total has settled stays settled. */
function giveWay(
  cells: readonly Printed[],
  sumsFirst: readonly number[],
  values: number[],
  overOf: (cell: Printed) => number,
): void {
  const open = new Set(sumsFirst);
  for (const cell of sumsFirst) {
    open.delete(cell);
    const { sum } = cells[cell] as Printed;
    if (sum === undefined) continue;
    let missing = (values[cell] as number) - total(sum, values);
    if (Number.isNaN(missing)) continue;
    const parts = sum.terms.filter((term) => open.has(term.cell) && Math.abs(term.times) === 1);
    const moves = parts
      .map(({ cell: part, times }) => ({ part, by: Math.sign(missing) * times }))
      .flatMap(({ part, by }) => {
        const printed = cells[part] as Printed;
        const off = (values[part] as number) + by - (printed.exact?.toNumber() ?? Number.NaN);
        return Math.abs(off) < 1 ? [{ part, by, off: Math.abs(off + overOf(printed)) }] : [];
      })
      .sort((a, b) => a.off - b.off);
    for (const { part, by } of moves) {
      if (missing === 0) break;
      values[part] = (values[part] as number) + by;
      missing -= Math.sign(missing);
    }
    for (const { cell: part } of sum.terms) open.delete(part);
  }
}
