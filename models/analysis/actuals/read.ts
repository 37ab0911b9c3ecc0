import { cellName, readCells } from "../../document/actuals/cells.ts";
import { spanText } from "../../document/actuals/span.ts";
import { multiplyDecimals, readDecimal, writeDecimal } from "../../language/decimal.ts";
import { type ActualsCode, actualsProblem } from "../../wording/actuals.ts";
import { type Arguments, suggestion } from "../../wording/document.ts";
import type { Problem } from "../../wording/problem.ts";
import type { Text } from "../../wording/text.ts";

/** Units amounts may be written in; what the table says must be what was chosen. */
export type AmountUnit = "yuan" | "wan";

/** A line that figures may be given for, under the names people write. */
export interface NamedLine {
  readonly id: string;
  readonly names: readonly Text[];
}

export interface ReadFigures {
  /** Line → period → decimal literal in 元. */
  readonly figures: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly count: number;
  /** Cells left empty: not reported. */
  readonly empty: number;
  readonly problems: readonly Problem[];
}

const LONG = {
  line: /^(行|代码|line|id)$/i,
  period: /^(期间|月份|期|period|month)$/i,
  amount: /^(金额|实际数|实际|amount|actual)(\(.*\))?$/i,
};
const SUMS = /^(合计|小计|总计|累计|total|sum|subtotal)$/i;

/**
 * Reads figures from a table: lines down and periods across, or one figure a row under the heads line, period, amount. Cells are named as in a
 * spreadsheet. A table with any mistake gives no figures at all.
 */
export function readFigures(text: string, lines: readonly NamedLine[], unit: AmountUnit): ReadFigures {
  const rows = readCells(text);
  const reader = new TableReader(lines, unit);
  const head = rows.findIndex((row) => row.some((cell) => cell !== ""));
  const heads = rows[head] ?? [];
  const says = rows
    .slice(0, head + 1)
    .flat()
    .join(" ")
    .normalize("NFKC");
  if (unit === "yuan" && /万元/.test(says)) reader.refuse("unit", cellName(Math.max(head, 0), 0));
  const at = (pattern: RegExp): number => heads.findIndex((cell) => pattern.test(cell.normalize("NFKC")));
  const [line, period, amount] = [at(LONG.line), at(LONG.period), at(LONG.amount)];
  if (head < 0) reader.refuse("empty_table", "A1");
  else if (line >= 0 && period >= 0 && amount >= 0) reader.long(rows, head, { line, period, amount });
  else reader.block(rows, head);
  return reader.answer();
}

interface LongColumns {
  readonly line: number;
  readonly period: number;
  readonly amount: number;
}

const plainName = (name: string): string =>
  name
    .normalize("NFKC")
    .replace(/[\s·:,、]/g, "")
    .toLowerCase();

class TableReader {
  readonly #byName = new Map<string, Set<string>>();
  readonly #ids: ReadonlySet<string>;
  readonly #factor: string;
  readonly #figures = new Map<string, Map<string, string>>();
  readonly #problems: Problem[] = [];
  #empty = 0;

  constructor(lines: readonly NamedLine[], unit: AmountUnit) {
    this.#ids = new Set(lines.map(({ id }) => id));
    this.#factor = unit === "wan" ? "10000" : "1";
    for (const { id, names } of lines)
      for (const name of names)
        for (const written of [name.zh, name.en]) {
          const key = plainName(written);
          this.#byName.set(key, (this.#byName.get(key) ?? new Set()).add(id));
        }
  }

  refuse(code: ActualsCode, cell: string, args: Arguments = {}): void {
    this.#problems.push(actualsProblem(code, cell, args));
  }

  answer(): ReadFigures {
    const figures = Object.fromEntries(
      [...this.#figures].map(([line, periods]) => [line, Object.fromEntries(periods)]),
    );
    const count = [...this.#figures.values()].reduce((sum, { size }) => sum + size, 0);
    if (this.#problems.length === 0 && count === 0) this.refuse("no_figures", "A1");
    return this.#problems.length > 0
      ? { figures: {}, count: 0, empty: this.#empty, problems: this.#problems }
      : { figures, count, empty: this.#empty, problems: [] };
  }

  /** One figure a row. */
  long(rows: readonly (readonly string[])[], head: number, columns: LongColumns): void {
    for (const [index, row] of rows.entries()) {
      if (index <= head || row.every((cell) => cell === "")) continue;
      const line = this.#line([row[columns.line] ?? ""], index, columns.line);
      const period = this.#period(row[columns.period] ?? "", index, columns.period);
      if (line !== undefined && period !== undefined)
        this.#take(line, period, row[columns.amount] ?? "", index, columns.amount);
    }
  }

  /** Lines down, periods across; what stands before the first period says which line it is. */
  block(rows: readonly (readonly string[])[], head: number): void {
    const heads = rows[head] ?? [];
    const first = heads.findIndex((cell, index) => index > 0 && spanText(cell) !== undefined);
    if (first < 0) {
      this.refuse("no_head", cellName(head, Math.min(1, heads.length - 1)));
      return;
    }
    const periods = heads.map((cell, index) =>
      index < first || cell === "" || SUMS.test(cell) ? undefined : this.#period(cell, head, index),
    );
    for (const [index, cell] of heads.entries())
      if (cell === "" && index >= first && rows.slice(head + 1).some((row) => (row[index] ?? "") !== ""))
        this.refuse("head_empty", cellName(head, index));
    for (const [index, row] of rows.entries()) {
      if (index <= head || row.every((cell) => cell === "") || row.slice(0, first).some((cell) => SUMS.test(cell)))
        continue;
      const line = this.#line(row.slice(0, first), index, 0);
      if (line === undefined) continue;
      for (const [column, period] of periods.entries())
        if (period !== undefined) this.#take(line, period, row[column] ?? "", index, column);
      for (let column = heads.length; column < row.length; column += 1)
        if (row[column] !== "") this.refuse("head_empty", cellName(index, column));
    }
  }

  /** The line that the first of these names means. */
  #line(names: readonly string[], row: number, column: number): string | undefined {
    const given = names.filter((name) => name !== "");
    const own = given.find((name) => this.#ids.has(name));
    if (own !== undefined) return own;
    const found = given.map((name) => this.#byName.get(plainName(name))).filter((ids) => ids !== undefined);
    const [only] = found.find(({ size }) => size === 1) ?? [];
    if (only !== undefined) return only;
    const cell = cellName(row, column);
    const [many] = found;
    if (given.length === 0) this.refuse("name_empty", cell);
    else if (many !== undefined) this.refuse("name_many", cell, { found: given[0] ?? "", known: [...many].join(" ") });
    else
      this.refuse("name_unknown", cell, { found: given[0] ?? "", suggestion: suggestion(given[0] ?? "", this.#ids) });
    return undefined;
  }

  #period(text: string, row: number, column: number): string | undefined {
    const period = spanText(text);
    if (period === undefined) this.refuse("head", cellName(row, column), { found: text });
    return period;
  }

  #take(line: string, period: string, text: string, row: number, column: number): void {
    if (text === "") {
      this.#empty += 1;
      return;
    }
    const cell = cellName(row, column);
    const amount = readAmount(text);
    if (amount === undefined) {
      this.refuse("number", cell, { found: text });
      return;
    }
    const own = this.#figures.get(line) ?? new Map<string, string>();
    this.#figures.set(line, own);
    if (own.has(period)) this.refuse("cell_twice", cell, { line, period });
    own.set(period, this.#scaled(amount));
  }

  #scaled(amount: string): string {
    const [value, factor] = [readDecimal(amount), readDecimal(this.#factor)];
    if (value === undefined || factor === undefined) throw new Error(`${amount} was read before`);
    return writeDecimal(multiplyDecimals(value, factor));
  }
}

/** An amount as accountants write it: `1,234.50`, `(1,234.50)`, `¥1234`; undefined for anything that leaves room for doubt. */
function readAmount(written: string): string | undefined {
  const text = written.normalize("NFKC").replace(/\s/g, "").replace(/^[¥¥]/, "").replace(/元$/, "");
  const inside = /^\((.+)\)$/.exec(text)?.[1];
  const [sign, digits] = inside === undefined ? ["", text] : ["-", inside];
  if (!/^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(digits) || (inside !== undefined && /^[+-]/.test(inside)))
    return undefined;
  const plain = `${sign}${digits.replaceAll(",", "").replace(/^\+/, "")}`;
  return readDecimal(plain) === undefined ? undefined : plain;
}
