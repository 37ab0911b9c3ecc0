import type { Graph, GraphLine } from "../../../models/language/graph.ts";
import { lettersOf } from "./columns.ts";

/** Sheets that hold lines; both have the same columns, so that a period is the same column in each. */
export type LineSheet = "inputs" | "lines";

/** Columns of these sheets: the opening value or the one value of a scalar line, and the first period. */
export const VALUE_COLUMN = 6;
export const FIRST_PERIOD = VALUE_COLUMN + 1;

export interface Place {
  readonly sheet: LineSheet;
  readonly row: number;
}

export const columnOfPeriod = (t: number): string => lettersOf(VALUE_COLUMN + t);

/** Where every line of a graph stands. */
export class Places {
  readonly graph: Graph;
  readonly periods: number;
  readonly #places: readonly Place[];
  readonly #names: Readonly<Record<LineSheet, string>>;
  readonly #last: string;

  constructor(
    graph: Graph,
    periods: number,
    places: ReadonlyMap<number, Place>,
    names: Readonly<Record<LineSheet, string>>,
  ) {
    this.graph = graph;
    this.periods = periods;
    this.#names = names;
    this.#last = columnOfPeriod(periods);
    this.#places = graph.lines.map(({ index, id }) => {
      const place = places.get(index);
      if (place === undefined) throw new Error(`line ${id} has no place in the workbook`);
      return place;
    });
  }

  place(line: number): Place {
    return this.#places[line] as Place;
  }

  isScalar(line: number): boolean {
    return (this.graph.lines[line] as GraphLine).axis === "scalar";
  }

  /** Name of the sheet of a line. */
  sheetOf(line: number): string {
    return this.#names[this.place(line).sheet];
  }

  /** Whether some periods of a line are its whole row. */
  isRow(line: number, periods: readonly number[]): boolean {
    return periods.length === this.periods && !this.isScalar(line);
  }

  /** A cell of a line in a column, as a formula on a sheet names it. */
  cell(line: number, column: string, from: string): string {
    return `${this.#prefix(line, from)}${column}${this.place(line).row}`;
  }

  /** The one value of a scalar line, or the opening value. */
  value(line: number, from: string): string {
    return `${this.#prefix(line, from)}$${lettersOf(VALUE_COLUMN)}$${this.place(line).row}`;
  }

  /** The cells of some periods, all of them unless said otherwise. */
  row(line: number, from: string, first = 1, last = this.periods): string {
    const { row } = this.place(line);
    const end = last === this.periods ? this.#last : columnOfPeriod(last);
    return `${this.#prefix(line, from)}$${columnOfPeriod(first)}$${row}:$${end}$${row}`;
  }

  #prefix(line: number, from: string): string {
    const name = this.#names[this.place(line).sheet];
    return name === from ? "" : `${name}!`;
  }
}
