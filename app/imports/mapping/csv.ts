import { exchangeProblem } from "../../../models/wording/exchange.ts";
import { fail, type Result, succeed } from "../../../models/wording/problem.ts";
import { sheetProblem } from "../../../models/wording/sheet.ts";
import { LIMITS } from "../limits.ts";
import type { ReadCell, ReadSheet } from "../sheets/cells.ts";

const SEPARATORS = [",", "\t", ";"] as const;
/** As many digits as a number of a spreadsheet has; longer ones stay text, so that none is lost. */
const DIGITS_MAX = 15;
const BOM = "\uFEFF";

/** A text file as one sheet of the file's name: UTF-8 with or without its mark, or GB18030; cells apart by comma, tab or semicolon. */
export function readCsv(bytes: Uint8Array, file: string, name: string): Result<ReadSheet> {
  if (bytes.length > LIMITS.fileBytes) return fail(tooLarge("bytes", bytes.length, LIMITS.fileBytes, file));
  const text = decoded(bytes);
  if (text === undefined) return fail(exchangeProblem("not_text", file));
  const rows = new Map<number, ReadonlyMap<number, ReadCell>>();
  let count = 0;
  const parsed = cellsIn(text, separatorOf(text));
  if (parsed === undefined) return fail(exchangeProblem("quote_open", file));
  for (const [index, cells] of parsed.entries()) {
    const found = new Map<number, ReadCell>();
    for (const [at, cell] of cells.entries()) {
      const read = cellOf(cell);
      if (read !== undefined) found.set(at + 1, read);
    }
    count += found.size;
    if (index >= LIMITS.rows) return fail(tooLarge("rows", parsed.length, LIMITS.rows, file));
    if (cells.length > LIMITS.columns) return fail(tooLarge("columns", cells.length, LIMITS.columns, file));
    if (count > LIMITS.cells) return fail(tooLarge("cells", count, LIMITS.cells, file));
    if (found.size > 0) rows.set(index + 1, found);
  }
  return succeed({ name, rows, merges: [], hidden: new Set() });
}

const WHAT = {
  bytes: { zh: "字节", en: "bytes" },
  rows: { zh: "行数", en: "rows" },
  columns: { zh: "列数", en: "columns" },
  cells: { zh: "单元格数", en: "cells" },
} as const;

const tooLarge = (what: keyof typeof WHAT, found: number, limit: number, file: string) =>
  sheetProblem("too_large", file, { what: WHAT[what], found, limit });

/** The text of the bytes; undefined where they are neither UTF-8 nor GB18030 text. */
function decoded(bytes: Uint8Array): string | undefined {
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      // What is packed, or written in 16 bits, has characters no text has.
      if (/[^\P{Cc}\t\n\v\f\r\u0085]/u.test(text)) return undefined;
      return text.startsWith(BOM) ? text.slice(1) : text;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return undefined;
}

const SAMPLE = 20_000;

/** The separator that most lines agree on. */
function separatorOf(text: string): string {
  const lines = text
    .slice(0, SAMPLE)
    .replace(/"[^"]*"/g, "")
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "");
  const score = (separator: string) => lines.filter((line) => line.includes(separator)).length;
  const best = Math.max(...SEPARATORS.map(score));
  // A semicolon or a tab that all lines have is not a decimal comma's neighbour.
  return [...SEPARATORS].reverse().find((separator) => score(separator) === best) ?? ",";
}

/** Cells line by line; quotes hold separators and line ends. Undefined where a quote is never closed. */
function cellsIn(text: string, separator: string): readonly (readonly string[])[] | undefined {
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  const end = () => {
    rows.at(-1)?.push(cell);
    cell = "";
  };
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? "";
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (letter === '"' && cell.trim() === "") {
      quoted = true;
      cell = "";
    } else if (letter === separator) end();
    else if (letter === "\n" || (letter === "\r" && text[at + 1] !== "\n")) {
      end();
      rows.push([]);
    } else if (letter !== "\r") cell += letter;
  }
  end();
  return quoted ? undefined : rows;
}

/** Digits and a point alone. */
export const PLAIN_NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

function cellOf(written: string): ReadCell | undefined {
  const text = written.trim();
  if (text === "") return undefined;
  const isNumber = PLAIN_NUMBER.test(text) && text.replace(/\D/g, "").length <= DIGITS_MAX;
  // What a spreadsheet would calculate is no value here either.
  if (/^[=@]/.test(text)) return { kind: "formula", text, isDate: false, formula: text.slice(1) };
  return { kind: isNumber ? "number" : "text", text, isDate: false };
}
