import type { Edit, FieldView, Json, JsonObject } from "../../app/contract.ts";
import type { Translate } from "../language/i18n.ts";
import { readNumber } from "../numbers/read.ts";
import { displayOfField, type MoneyScale } from "../numbers/units.ts";
import { freshId } from "../session/ids.ts";
import { textOf } from "../session/json.ts";
import { monthText, readMonth } from "./months.ts";

export type Row = JsonObject;

/** What reading a pasted cell needs to know. */
export interface PasteContext {
  readonly money: MoneyScale;
  readonly t: Translate;
  /** Words people write for yes, in lower case. */
  readonly yes: readonly string[];
  /** Words of choices that are not in the column itself: parties, statuses. */
  readonly words: (column: FieldView) => readonly { readonly word: string; readonly labels: readonly string[] }[];
}

function readWord(text: string, column: FieldView, context: PasteContext): Json | null {
  const found = context.words(column).find((option) => option.word === text || option.labels.includes(text));
  return found ? found.word : null;
}

/** The value of a pasted cell; undefined for an empty one, null for what cannot be read. */
export function readCell(text: string, column: FieldView, context: PasteContext): Json | null | undefined {
  if (text === "") return undefined;
  if (column.type === "number") return readNumber(text, displayOfField(column, context.money, context.t).places);
  if (column.type === "month") {
    const month = readMonth(text.slice(0, 7)) ?? readMonth(text);
    return month === null ? null : monthText(month);
  }
  if (column.type === "flag") return context.yes.includes(text.toLowerCase());
  if (column.type === "word") return text;
  return readWord(text, column, context);
}

/** A new, empty row with the next free id. */
export function newRow(rows: readonly Row[], stem: string): Row {
  return {
    id: freshId(
      stem,
      rows.map((row) => textOf(row["id"])),
    ),
  };
}

export function duplicateRow(rows: readonly Row[], row: Row): Row {
  return {
    ...row,
    id: freshId(
      textOf(row["id"]),
      rows.map((other) => textOf(other["id"])),
    ),
  };
}

/** Whether the first pasted line repeats the column heads and is to be left out. */
function isHead(cells: readonly string[], columns: readonly FieldView[]): boolean {
  const labels = new Set(columns.flatMap((column) => [column.label.zh, column.label.en, column.name]));
  const known = cells.filter((cell) => labels.has(cell.replace(/[（(].*$/u, "").trim())).length;
  return known > 0 && known >= cells.length / 2;
}

export interface Pasted {
  readonly rows: readonly Row[];
  /** Column heads and texts that could not be read; nothing is put in when there is one. */
  readonly unread: readonly { readonly column: FieldView; readonly text: string; readonly line: number }[];
}

/** A block from a spreadsheet put in from a cell on; rows are added where the block is longer than the table. */
export function pasteBlock(
  rows: readonly Row[],
  columns: readonly FieldView[],
  at: { readonly row: number; readonly column: number },
  block: readonly (readonly string[])[],
  stem: string,
  context: PasteContext,
): Pasted {
  const result = [...rows];
  const unread: { column: FieldView; text: string; line: number }[] = [];
  const cells = block[0] && isHead(block[0], columns) ? block.slice(1) : block;
  cells.forEach((line, offset) => {
    const index = at.row + offset;
    let row: Row = result[index] ?? newRow(result, stem);
    line.forEach((text, step) => {
      const column = columns[at.column + step];
      if (!column) return;
      const value = readCell(text, column, context);
      if (value === null) unread.push({ column, text, line: offset + 1 });
      else if (value !== undefined) row = { ...row, [column.name]: value };
    });
    result[index] = row;
  });
  return { rows: result, unread };
}

/** Rows of the document's own lists are written one by one; tables of components are inputs, written whole. */
function itemEdits(path: string, before: readonly Row[], after: readonly Row[]): readonly Edit[] {
  const kept = new Set(after.map((row) => row["id"]));
  const removed = before.filter((row) => !kept.has(row["id"])).map((row) => ({ path: `${path}/${textOf(row["id"])}` }));
  const written = after
    .filter((row) => !before.includes(row))
    .map((row) => ({ path: `${path}/${textOf(row["id"])}`, value: row }));
  return [...removed, ...written];
}

/** Tables of components are inputs. */
const input = /^components\/[^/]+\/inputs\//;

/** The edits that turn the rows of a table into others. */
export function listEdits(path: string, before: readonly Row[], after: readonly Row[]): readonly Edit[] {
  return input.test(path) ? [{ path, value: after }] : itemEdits(path, before, after);
}
