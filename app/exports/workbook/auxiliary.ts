import type { Decimal } from "decimal.js";
import type { Evaluation } from "../../../models/engines/evaluation.ts";
import type { Node } from "../../../models/language/graph.ts";
import type { BookCell } from "./book.ts";
import { lettersOf } from "./columns.ts";
import type { Printed } from "./formulas.ts";
import { guessOf, isTelling, RATES, ratesFor, signAt, USUAL_GUESS } from "./guesses.ts";
import { columnOfPeriod, type Places } from "./places.ts";
import { NO_VALUE } from "./words.ts";

/** First column of values on the auxiliary sheet. */
export const FIRST_AUXILIARY = 3;

/** Column of period `t` on this sheet, from 1. */
export const columnAside = (t: number): string => lettersOf(FIRST_AUXILIARY + t - 1);

export interface AuxiliaryRow {
  readonly title: string;
  readonly cells: readonly BookCell[];
}

export interface AuxiliaryParts {
  readonly name: string;
  /** Row of the first of these cells, from 1. */
  readonly firstRow: number;
  readonly places: Places;
  readonly evaluation: Evaluation<Decimal>;
  /** A node as a formula on the sheet of that name. */
  readonly print: (node: Node, from: string) => Printed;
}

/** Cells side by side that formulas need and no line holds: values at the ends of years, sums so far, lists of inputs, first guesses. Each row is made once. */
export class Auxiliary {
  readonly name: string;
  readonly rows: AuxiliaryRow[] = [];
  readonly #known = new Map<string, number>();
  readonly #parts: AuxiliaryParts;

  constructor(parts: AuxiliaryParts) {
    this.name = parts.name;
    this.#parts = parts;
  }

  /** The values of a line in some periods. */
  series(line: number, periods: readonly number[]): string {
    const cells = () => periods.map((t) => ({ formula: this.#cell(line, t), ...given(this.#value(line, t)) }));
    return this.#row(`series ${line} ${periods.join(",")}`, this.#titleOf(line), cells);
  }

  /** Their sums so far. */
  running(line: number, periods: readonly number[]): string {
    return this.#row(`running ${line} ${periods.join(",")}`, `Σ ${this.#titleOf(line)}`, (row) => {
      let sum: number | undefined = 0;
      return periods.map((t, i) => {
        const value = this.#value(line, t);
        sum = sum === undefined || value === undefined ? undefined : sum + value;
        const before = i === 0 ? "" : `${lettersOf(FIRST_AUXILIARY + i - 1)}${row}+`;
        return { formula: `${before}${this.#cell(line, t)}`, ...given(sum) };
      });
    });
  }

  /** Values of nodes that are the same in every period. */
  list(nodes: readonly Node[]): string {
    const cells = nodes.map((node) => this.#single(node));
    const key = `list ${cells.map(({ formula }) => formula).join(";")}`;
    return this.#row(key, nodes.length === 1 ? "1" : `1–${nodes.length}`, () => cells);
  }

  /** The same of keys of a table: out of order they are none, and so the first has no value. */
  ascending(nodes: readonly Node[]): string {
    const cells = nodes.map((node) => this.#single(node));
    const [first, ...more] = cells;
    if (first === undefined || more.length === 0 || nodes.every(({ op }) => op === "const")) return this.list(nodes);
    const key = `keys ${cells.map(({ formula }) => formula).join(";")}`;
    return this.#row(key, `1≤…≤${nodes.length}`, () => {
      const pairs = more.map(({ formula }, i) => `(${cells[i]?.formula})<=(${formula})`);
      const { result: _, ...rest } = first;
      const isKnown = cells.every((cell, i) => i === 0 || Number(cells[i - 1]?.result) <= Number(cell.result));
      return [
        { ...rest, ...(isKnown ? first : {}), formula: `IF(AND(${pairs.join(",")}),${first.formula},${NO_VALUE})` },
        ...more,
      ];
    });
  }

  /** A cell with a rate near the one rate of return of a line in some periods; an error where there are several. */
  guess(line: number, periods: readonly number[]): string {
    const { places } = this.#parts;
    const amounts = places.isRow(line, periods) ? places.row(line, this.name) : this.series(line, periods);
    const values = periods.map((t) => this.#value(line, t));
    const known = values.every((value) => value !== undefined) ? values : undefined;
    const scale = known === undefined ? RATES : ratesFor(known);
    const rates = this.#row(`rates ${scale.join()}`, "%", () => scale.map((number) => ({ number })));
    const signs = scale.map((rate) => (known === undefined ? 0 : signAt(rate, known)));
    const row = this.#row(`signs ${amounts}`, `± ${this.#titleOf(line)}`, () =>
      scale.map((rate, i): BookCell => {
        if (!isTelling(rate, periods.length)) return { number: 0 };
        const at = `INDEX(${rates},${i + 1})`;
        const power =
          rate < 0 ? `MAX(COLUMN(${amounts}))-COLUMN(${amounts})` : `MIN(COLUMN(${amounts}))-COLUMN(${amounts})`;
        return { formula: `IFERROR(SIGN(SUMPRODUCT(${amounts},(1+${at})^(${power}))),0)`, ...given(signs[i]) };
      }),
    );
    const turns = turnsOf(row, scale.length);
    const formula = `IF(SUMPRODUCT(${turns}*1)>1,NA(),IFERROR(INDEX(${rates},MATCH(TRUE,INDEX(${turns},0),0)),${USUAL_GUESS}))`;
    return this.#row(`guess ${amounts}`, `≈ ${this.#titleOf(line)}`, () => [
      { formula, ...given(guessOf(signs, scale)) },
    ]).split(":")[0] as string;
  }

  /** A part of a formula: a cell a period, or one where all are the same. The record has no value of its own for it. */
  part(node: Node, key: string): { readonly row: number; readonly isSame: boolean } {
    const at = this.#known.get(key) ?? this.#addPart(node, key);
    return { row: this.#parts.firstRow + at, isSame: this.rows[at]?.cells.length === 1 };
  }

  #addPart(node: Node, key: string): number {
    // Printed first: its own parts come to stand above it.
    const printed = this.#parts.print(node, this.name);
    const count = printed.isSame ? 1 : this.#parts.places.periods;
    const cells = Array.from({ length: count }, (_, i): BookCell => ({ formula: printed.at(i + 1), pending: true }));
    return this.#add(key, "…", () => cells);
  }

  #titleOf(line: number): string {
    return this.#parts.places.graph.lines[line]?.id ?? "";
  }

  #cell(line: number, t: number): string {
    const { places } = this.#parts;
    return places.isScalar(line) ? places.value(line, this.name) : places.cell(line, columnOfPeriod(t), this.name);
  }

  #value(line: number, t: number): number | undefined {
    const { evaluation } = this.#parts;
    return evaluation.graph.broken.has(line) ? undefined : evaluation.value(line, t)?.toNumber();
  }

  #single(node: Node): BookCell {
    const printed = this.#parts.print(node, this.name);
    const formula = printed.at(1);
    if (!printed.isSame) throw new Error(`a list of what changes by period: ${formula}`);
    if (node.op === "const") return { formula, result: Number(node.text) };
    if (node.op === "line" && node.line !== undefined) return { formula, ...given(this.#value(node.line, 0)) };
    return { formula, pending: true };
  }

  #row(key: string, title: string, cells: (row: number) => readonly BookCell[]): string {
    const at = this.#known.get(key) ?? this.#add(key, title, cells);
    const row = this.#parts.firstRow + at;
    const [first, last] = [FIRST_AUXILIARY, FIRST_AUXILIARY + (this.rows[at]?.cells.length ?? 1) - 1].map(lettersOf);
    return `${this.name}!$${first}$${row}:$${last}$${row}`;
  }

  #add(key: string, title: string, cells: (row: number) => readonly BookCell[]): number {
    const at = this.rows.length;
    this.#known.set(key, at);
    this.rows.push({ title, cells: cells(this.#parts.firstRow + at) });
    return at;
  }
}

const given = (result: number | undefined): { readonly result?: number } => (result === undefined ? {} : { result });

/** Whether each of some signs and the next are opposite. */
function turnsOf(signs: string, count: number): string {
  const [, sheet = "", first = "", row = "", last = ""] = /^(.*!)\$([A-Z]+)\$(\d+):\$([A-Z]+)\$/.exec(signs) ?? [];
  const range = (from: string, to: string): string => `${sheet}$${from}$${row}:$${to}$${row}`;
  const [second, lastButOne] = [lettersOf(FIRST_AUXILIARY + 1), lettersOf(FIRST_AUXILIARY + count - 2)];
  return `(${range(first, lastButOne)}*${range(second, last)}<0)`;
}
