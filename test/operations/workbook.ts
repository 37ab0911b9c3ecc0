import type { Node } from "../../models/language/graph.ts";
import type { Sheet } from "../../models/operations/excel.ts";
import { placesOf } from "../../models/operations/reducers/steps.ts";
import { operations } from "../../models/operations/table.ts";
import { clock, type Specimen } from "./specimens.ts";

/** A cell of a test sheet: a value, or a formula as Excel writes it. */
export type Cell = number | { readonly formula: string };

const COLUMNS = "ABCDEFGHIJ";

/** One sheet that holds many specimens, one below the other. */
export class Workbook {
  readonly rows: Cell[][] = [[...clock.periodMonths]];

  /** The range of a new row of values; undefined ones are errors. */
  place(values: readonly number[]): string {
    this.rows.push(values.map((value) => (Number.isNaN(value) ? { formula: "NA()" } : value)));
    return this.range(this.rows.length, 1, values.length);
  }

  /** Prints a specimen; the number of the row its formula stands in, from 0. */
  print(specimen: Specimen): number {
    const { node } = specimen;
    const formula = operations[node.op].excel.number(node, new SpecimenSheet(this, specimen));
    this.rows.push([{ formula }]);
    return this.rows.length - 1;
  }

  range(row: number, first: number, last: number): string {
    return `$${COLUMNS[first - 1]}$${row}:$${COLUMNS[last - 1]}$${row}`;
  }
}

class SpecimenSheet implements Sheet {
  readonly t: string;
  readonly months: string;
  readonly stepMonths = String(clock.stepMonths);
  private readonly specimen: Specimen;
  private readonly book: Workbook;
  /** Sheet row of each line. */
  private readonly rowOf: readonly number[];

  constructor(book: Workbook, specimen: Specimen) {
    this.book = book;
    this.specimen = specimen;
    this.t = String(specimen.t ?? 1);
    this.months = book.range(1, 1, clock.periods);
    this.rowOf = specimen.lines.map((slots) => {
      book.place(slots);
      return book.rows.length;
    });
  }

  text(node: Node): string {
    return operations[node.op].excel.number(node, this);
  }

  test(node: Node): string {
    return operations[node.op].excel.test(node, this);
  }

  cell(line: number): string {
    return this.slot(line, this.specimen.t ?? 1);
  }

  before(line: number): string {
    return this.slot(line, (this.specimen.t ?? 1) - 1);
  }

  row(line: number): string {
    return this.book.range(this.rowOf[line] as number, 2, clock.periods + 1);
  }

  steps(node: Node, series: number): string {
    return this.book.place(this.stepValues(node, series));
  }

  running(node: Node, series: number): string {
    let sum = 0;
    return this.book.place(this.stepValues(node, series).map((value) => (sum += value)));
  }

  guess(): string {
    return "0.1";
  }

  list(nodes: readonly Node[]): string {
    return this.book.place(this.cells(nodes));
  }

  ascending(nodes: readonly Node[]): string {
    return this.list(nodes);
  }

  reversed(nodes: readonly Node[]): string {
    return this.book.place(this.cells(nodes).toReversed());
  }

  private slot(line: number, t: number): string {
    const single = this.specimen.lines[line]?.length === 1;
    return `$${COLUMNS[single ? 0 : t]}$${this.rowOf[line]}`;
  }

  private stepValues(node: Node, series: number): number[] {
    const { lines, periods } = placesOf(node, clock);
    return periods.map((t) => this.specimen.lines[lines[series] as number]?.[t] as number);
  }

  private cells(nodes: readonly Node[]): number[] {
    return nodes.map(({ line }) => this.specimen.lines[line as number]?.[0] as number);
  }
}
