import { sheetProblem } from "../../../models/wording/sheet.ts";
import { type Archive, Unreadable } from "../archive/archive.ts";
import { LIMITS } from "../limits.ts";
import { type Attributes, readXml } from "./xml.ts";

/** What stands in a cell. `text` is what is written in the file: of a number its digits, of an error its name. A formula is never calculated. */
export interface ReadCell {
  readonly kind: "number" | "text" | "boolean" | "error" | "formula";
  readonly text: string;
  /** A number shown as a date. */
  readonly isDate: boolean;
  /** A number shown in per cent. */
  readonly isPercent?: true;
  /** Of a formula, as far as it is written out. */
  readonly formula?: string;
}

export interface ReadSheet {
  readonly name: string;
  /** Cells with something in them, by row and column from 1. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, ReadCell>>;
  readonly merges: readonly string[];
  /** Rows that are not shown. */
  readonly hidden: ReadonlySet<number>;
}

/** What cells of a sheet refer to. */
export interface CellContext {
  readonly strings: readonly string[];
  /** Whether a style shows a date, by its number. */
  readonly dates: readonly boolean[];
  /** Whether it shows per cent. */
  readonly percents: readonly boolean[];
}

interface Begun {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
  inline: string;
  formula: string | undefined;
}

/** Reads the cells of a sheet. */
export function readCells(archive: Archive, name: string, part: string, context: CellContext): ReadSheet {
  const rows = new Map<number, Map<number, ReadCell>>();
  const merges: string[] = [];
  const hidden = new Set<number>();
  let [row, column, count] = [0, 0, 0];
  let cell: Begun | undefined;
  let inside = "";
  const begin = (attributes: Attributes): Begun => {
    const ref = attributes.get("r");
    [row, column] = ref === undefined ? [row, column + 1] : placeOf(ref, part, archive.file);
    checkSize(row, column, archive.file);
    return {
      row,
      column,
      type: attributes.get("t") ?? "n",
      style: Number(attributes.get("s") ?? 0),
      value: "",
      inline: "",
      formula: undefined,
    };
  };
  readXml(archive, part, {
    open: (tag, attributes) => {
      inside = tag;
      if (tag === "row") {
        row = Number(attributes.get("r") ?? row + 1);
        column = 0;
        if (["1", "true"].includes(attributes.get("hidden") ?? "")) hidden.add(row);
      } else if (tag === "c") cell = begin(attributes);
      else if (tag === "f" && cell !== undefined) cell.formula = "";
      else if (tag === "mergeCell") merges.push(attributes.get("ref") ?? "");
    },
    text: (text) => {
      if (cell === undefined) return;
      if (inside === "v") cell.value += text;
      else if (inside === "f") cell.formula = (cell.formula ?? "") + text;
      else if (inside === "t") cell.inline += text;
    },
    close: (tag) => {
      if (tag === "c" && cell !== undefined) {
        const found = cellOf(cell, context);
        if (found !== undefined) {
          count += 1;
          if (count > LIMITS.cells) throw tooMany("cells", count, archive.file);
          const own = rows.get(cell.row) ?? new Map<number, ReadCell>();
          rows.set(cell.row, own.set(cell.column, found));
        }
        cell = undefined;
      }
      inside = "";
    },
  });
  return { name, rows, merges, hidden };
}

function cellOf(begun: Begun, { strings, dates, percents }: CellContext): ReadCell | undefined {
  const { type, value, inline, formula, style } = begun;
  if (formula !== undefined) return { kind: "formula", text: value, isDate: false, formula };
  if (type === "e") return { kind: "error", text: value, isDate: false };
  const text = type === "s" ? (strings[Number(value)] ?? "") : type === "inlineStr" ? inline : value;
  if (text === "") return undefined;
  if (type === "b") return { kind: "boolean", text, isDate: false };
  if (type === "n")
    return {
      ...{ kind: "number", text, isDate: dates[style] === true },
      ...(percents[style] === true ? { isPercent: true } : {}),
    };
  return { kind: "text", text: type === "d" ? text : withoutEscapes(text), isDate: type === "d" };
}

/** Excel writes characters XML cannot hold as `_x000D_`. */
export const withoutEscapes = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

const PLACE = /^([A-Z]{1,3})(\d{1,7})$/;
const LETTERS = 26;
const BEFORE_A = 64;

/** Row and column of `B12`, from 1. */
export function placeOf(ref: string, part: string, file: string): [row: number, column: number] {
  const [, letters, digits] = PLACE.exec(ref) ?? [];
  if (letters === undefined || digits === undefined) throw new Unreadable(sheetProblem("damaged", file, { part }));
  const column = [...letters].reduce((sum, letter) => sum * LETTERS + letter.charCodeAt(0) - BEFORE_A, 0);
  return [Number(digits), column];
}

function checkSize(row: number, column: number, file: string): void {
  if (row > LIMITS.rows) throw tooMany("rows", row, file);
  if (column > LIMITS.columns) throw tooMany("columns", column, file);
}

const WORDS = {
  cells: { zh: "单元格数", en: "cells" },
  rows: { zh: "行数", en: "rows" },
  columns: { zh: "列数", en: "columns" },
  strings: { zh: "文字数", en: "texts" },
  sheets: { zh: "工作表数", en: "sheets" },
} as const;

export const tooMany = (what: keyof typeof WORDS, found: number, file: string): Unreadable =>
  new Unreadable(sheetProblem("too_large", file, { what: WORDS[what], found, limit: LIMITS[what] }));
