import type { Clock } from "../../../models/engines/evaluation.ts";
import type { Node } from "../../../models/language/graph.ts";
import type { Sheet } from "../../../models/operations/excel.ts";
import { placesOf } from "../../../models/operations/reducers/steps.ts";
import { operations } from "../../../models/operations/table.ts";
import { type Auxiliary, columnAside } from "./auxiliary.ts";
import { FORMULA, inGroups, isWithin, PART } from "./formulaSize.ts";
import { columnOfPeriod, type Places } from "./places.ts";

/** Stand for the column of the period, the one before it, and the period's column on the auxiliary sheet; no formula has these letters. */
const NOW = "¤";
const BEFORE = "¢";
const ASIDE = "§";

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
  /** Whether it is one formula in all periods. */
  readonly isSame: boolean;
}

/** A node as a formula on the sheet `from`; what would be more than Excel takes is cut into parts, which stand on the auxiliary sheet. */
export function printFormula(node: Node, from: string, book: Book): Printed {
  const whole = new LinePrinter(from, book).formula(node);
  const text = isWithin(whole, FORMULA) ? whole : new PartPrinter(from, book).formula(node);
  const parts = text.split(/([¤¢§])/);
  if (parts.length === 1) return { at: () => text, isSame: true };
  return {
    at: (t) => {
      const columns: Readonly<Record<string, string>> = {
        [NOW]: columnOfPeriod(t),
        [BEFORE]: columnOfPeriod(t - 1),
        [ASIDE]: columnAside(t),
      };
      return parts.map((part) => columns[part] ?? part).join("");
    },
    isSame: false,
  };
}

class LinePrinter implements Sheet {
  readonly t: string;
  readonly months: string;
  readonly stepMonths: string;
  protected readonly from: string;
  protected readonly book: Book;

  constructor(from: string, book: Book) {
    this.from = from;
    this.book = book;
    const { rows, clock } = book;
    const prefix = rows.sheet === from ? "" : `${rows.sheet}!`;
    this.t = `${prefix}${NOW}$${rows.t}`;
    this.months = `${prefix}$${columnOfPeriod(1)}$${rows.months}:$${columnOfPeriod(clock.periods)}$${rows.months}`;
    this.stepMonths = String(clock.stepMonths);
  }

  formula(node: Node): string {
    return operations[node.op].excel.number(node, this);
  }

  text(node: Node): string {
    return this.formula(node);
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
    return this.book.places.row(line, this.from);
  }

  steps(node: Node, series: number): string {
    const { line, periods } = this.#series(node, series);
    return this.book.places.isRow(line, periods) ? this.row(line) : this.book.auxiliary.series(line, periods);
  }

  running(node: Node, series: number): string {
    const { line, periods } = this.#series(node, series);
    return this.book.auxiliary.running(line, periods);
  }

  guess(node: Node, series: number): string {
    const { line, periods } = this.#series(node, series);
    return this.book.auxiliary.guess(line, periods);
  }

  list(nodes: readonly Node[]): string {
    return this.book.auxiliary.list(nodes);
  }

  ascending(nodes: readonly Node[]): string {
    return this.book.auxiliary.ascending(nodes);
  }

  reversed(nodes: readonly Node[]): string {
    return this.book.auxiliary.list(nodes.toReversed());
  }

  #cell(line: number, column: string): string {
    const { places } = this.book;
    return places.isScalar(line) ? places.value(line, this.from) : places.cell(line, column, this.from);
  }

  #series(node: Node, series: number) {
    const { lines, periods } = placesOf(node, this.book.clock);
    return { line: lines[series] as number, periods };
  }
}

/** Prints what a part is cut out of: operands that are long or deep go by the cell that holds them. */
class PartPrinter extends LinePrinter {
  override formula(node: Node): string {
    return super.formula(inGroups(node));
  }

  override text(node: Node): string {
    const text = this.formula(node);
    return isWithin(text, PART) ? text : this.#part(node, text);
  }

  override test(node: Node): string {
    const text = super.test(inGroups(node));
    return isWithin(text, PART) ? text : `(${this.#part(node, this.formula(node))}<>0)`;
  }

  #part(node: Node, text: string): string {
    const { row, isSame } = this.book.auxiliary.part(node, `part ${text}`);
    const sheet = this.from === this.book.auxiliary.name ? "" : `${this.book.auxiliary.name}!`;
    return isSame ? `${sheet}$${columnAside(1)}$${row}` : `${sheet}${ASIDE}${row}`;
  }
}
