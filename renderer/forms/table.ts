import type { Edit, FieldView, Json, JsonObject, Lang } from "../../app/contract.ts";
import type { Translate } from "../language/i18n.ts";
import { readNumber } from "../numbers/read.ts";
import { displayOfField, type MoneyScale } from "../numbers/units.ts";
import { freshId } from "../session/ids.ts";
import { isObject, textOf, valueAt, withValue } from "../session/json.ts";
import { readFollow } from "./follow.ts";
import { monthText, readMonth } from "./months.ts";
import type { PlacedPhase } from "./phases.ts";

export type Row = JsonObject;

/** What reading a pasted cell needs to know. */
export interface PasteContext {
  readonly money: MoneyScale;
  /** A name in both languages is read and shown in this one. */
  readonly lang: Lang;
  readonly t: Translate;
  /** Phases a month may follow. */
  readonly phases: readonly PlacedPhase[];
  /** Words people write for yes, in lower case. */
  readonly yes: readonly string[];
  /** Words people write for no. */
  readonly no: readonly string[];
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
  if (column.type === "number")
    return readNumber(text, displayOfField(column, context.money, context.t).places, column.unit ?? "1");
  if (column.type === "month") {
    const month = readMonth(text.slice(0, 7)) ?? readMonth(text);
    return month === null ? readFollow(text, { ...context, lastMonth: false }) : monthText(month);
  }
  if (column.type === "flag") {
    const word = text.toLowerCase();
    return context.yes.includes(word) ? true : context.no.includes(word) ? false : null;
  }
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

/** A cell of a pasted block, and where it falls; what is wrong with it where it cannot be taken. */
export interface PastedCell {
  readonly row: string;
  readonly isNew: boolean;
  /** Nothing beyond the last column. */
  readonly column: FieldView | undefined;
  /** Counted from the first column of the table. */
  readonly position: number;
  readonly text: string;
  readonly before: Json | undefined;
  /** Nothing where it is empty, which leaves the cell as it is. */
  readonly after: Json | undefined;
  readonly fault?: "unreadable" | "noColumn" | "noRow";
}

export interface Pasted {
  readonly rows: readonly Row[];
  readonly cells: readonly PastedCell[];
  /** Ids of rows there were not. */
  readonly added: readonly string[];
  readonly skipsHead: boolean;
}

interface PasteAt {
  readonly row: number;
  readonly column: number;
  /** Rows are given by something else: none can be added. */
  readonly isFixed?: boolean;
}

/** A block from a spreadsheet put in from a cell on; rows are added where the block is longer than the table. What cannot be taken is named and not put in. */
export function pasteBlock(
  rows: readonly Row[],
  columns: readonly FieldView[],
  at: PasteAt,
  block: readonly (readonly string[])[],
  stem: string,
  context: PasteContext,
): Pasted {
  const result = [...rows];
  const cells: PastedCell[] = [];
  const added: string[] = [];
  const skipsHead = block[0] !== undefined && isHead(block[0], columns);
  (skipsHead ? block.slice(1) : block).forEach((line, offset) => {
    const index = at.row + offset;
    const isNew = index >= rows.length;
    // A line without a word in it adds no row.
    if (isNew && line.every((text) => text === "")) return;
    let row: Row = rows[index] ?? newRow(result, stem);
    const id = textOf(row["id"]);
    line.forEach((text, step) => {
      const position = at.column + step;
      const cell = pastedCell(row, columns[position], text, context);
      if (text === "" && (cell.fault !== undefined || cell.column === undefined)) return;
      const fault = isNew && at.isFixed ? "noRow" : cell.fault;
      cells.push({ ...cell, row: id, isNew, position, text, ...(fault === undefined ? {} : { fault }) });
      if (fault === undefined && cell.after !== undefined) row = withValue(row, cell.column?.name ?? "", cell.after);
    });
    if (!isNew) result[index] = row;
    else if (!at.isFixed) {
      added.push(id);
      result.push(row);
    }
  });
  return { rows: result, cells, added, skipsHead };
}

function pastedCell(
  row: Row,
  column: FieldView | undefined,
  text: string,
  context: PasteContext,
): Pick<PastedCell, "column" | "before" | "after" | "fault"> {
  if (column === undefined) return { column, before: undefined, after: undefined, fault: "noColumn" };
  const before = valueAt(row, column.name);
  const value = readCell(text, column, context);
  if (value === null) return { column, before, after: undefined, fault: "unreadable" };
  // A name in two languages keeps the other one.
  const after =
    column.name === "label" && isObject(before) && value !== undefined ? { ...before, [context.lang]: value } : value;
  return { column, before, after };
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
