import type { Clock } from "../../../models/engines/evaluation.ts";
import type { Node } from "../../../models/language/graph.ts";
import type { Sheet } from "../../../models/operations/excel.ts";
import { placesOf } from "../../../models/operations/reducers/steps.ts";
import { operations } from "../../../models/operations/table.ts";
import type { Auxiliary } from "./auxiliary.ts";
import { columnOfPeriod, type Places } from "./places.ts";

/** Stand for the column of the period and the one before it; no formula has these letters. */
const NOW = "¤";
const BEFORE = "¢";

/** Where the number of each period and its first month stand on the sheet of lines. */
export interface ClockRows {
  readonly sheet: string;
  readonly t: number;
  readonly months: number;
}

/** What a formula may refer to. */
export interface Book {
  readonly places: Places;
  readonly auxiliary: Auxiliary;
  readonly clock: Clock;
  readonly rows: ClockRows;
}

/** A formula that is the same in every period but for its column. */
export interface Printed {
  /** The formula in period `t`, from 1, without an equals sign. */
  at(t: number): string;
}

/** A node as a formula on the sheet `from`; longer than Excel takes is an error of ours, which the writer tells. */
export function printFormula(node: Node, from: string, book: Book): Printed {
  const text = new LinePrinter(from, book).text(node);
  const parts = text.split(/([¤¢])/);
  if (parts.length === 1) return { at: () => text };
  return {
    at: (t) => {
      const [now, before] = [columnOfPeriod(t), columnOfPeriod(t - 1)];
      return parts.map((part) => (part === NOW ? now : part === BEFORE ? before : part)).join("");
    },
  };
}

class LinePrinter implements Sheet {
  readonly t: string;
  readonly months: string;
  readonly stepMonths: string;
  readonly #from: string;
  readonly #book: Book;

  constructor(from: string, book: Book) {
    this.#from = from;
    this.#book = book;
    const { rows, clock } = book;
    const prefix = rows.sheet === from ? "" : `${rows.sheet}!`;
    this.t = `${prefix}${NOW}$${rows.t}`;
    this.months = `${prefix}$${columnOfPeriod(1)}$${rows.months}:$${columnOfPeriod(clock.periods)}$${rows.months}`;
    this.stepMonths = String(clock.stepMonths);
  }

  text(node: Node): string {
    return operations[node.op].excel.number(node, this);
  }

  test(node: Node): string {
    return operations[node.op].excel.test(node, this);
  }

  cell(line: number): string {
    return this.#cell(line, NOW);
  }

  before(line: number): string {
    return this.#cell(line, BEFORE);
  }

  row(line: number): string {
    return this.#book.places.row(line, this.#from);
  }

  steps(node: Node, series: number): string {
    const { line, periods } = this.#series(node, series);
    return this.#book.places.isRow(line, periods) ? this.row(line) : this.#book.auxiliary.series(line, periods);
  }

  running(node: Node, series: number): string {
    const { line, periods } = this.#series(node, series);
    return this.#book.auxiliary.running(line, periods);
  }

  guess(node: Node, series: number): string {
    const { line, periods } = this.#series(node, series);
    return this.#book.auxiliary.guess(line, periods);
  }

  list(nodes: readonly Node[]): string {
    return this.#book.auxiliary.list(nodes);
  }

  reversed(nodes: readonly Node[]): string {
    return this.#book.auxiliary.list(nodes.toReversed());
  }

  #cell(line: number, column: string): string {
    const { places } = this.#book;
    return places.isScalar(line) ? places.value(line, this.#from) : places.cell(line, column, this.#from);
  }

  #series(node: Node, series: number) {
    const { lines, periods } = placesOf(node, this.#book.clock);
    return { line: lines[series] as number, periods };
  }
}
