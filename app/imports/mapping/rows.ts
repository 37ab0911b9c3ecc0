import { isId } from "../../../models/document/ids.ts";
import type { CellValue, RowValue } from "../../../models/document/inputSchema.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";
import { RecordDecimal } from "../../../models/engines/arithmetic/decimal.ts";
import { exchangeProblem } from "../../../models/wording/exchange.ts";
import { sheetProblem } from "../../../models/wording/sheet.ts";
import type { Entry } from "../../exports/template/grid.ts";
import { lettersOf } from "../../exports/workbook/columns.ts";
import { placeLabel } from "../../scenarios/labels.ts";
import { placeOf, type ReadCell, type ReadSheet } from "../sheets/cells.ts";
import type { Gathered } from "../template/edits.ts";
import type { FilledRow } from "../template/rows.ts";
import type { Columns } from "./guess.ts";
import { isBare } from "./headUnits.ts";
import { ROW, type Target } from "./targets.ts";

/** Rows of the file below its headings that have something in a mapped column; what says that it is a total is left out, and said. */
export function dataRows(
  sheet: ReadSheet,
  head: number,
  columns: Columns,
  percents: ReadonlySet<string>,
  gathered: Gathered,
): readonly FilledRow[] {
  const merged = mergedIn(sheet, head, columns, gathered);
  const numbers = [...sheet.rows.keys()].filter((number) => number > head).toSorted((a, b) => a - b);
  return numbers.flatMap((number): readonly FilledRow[] => {
    const cells = sheet.rows.get(number) ?? new Map<number, ReadCell>();
    const total = [...cells.values()].find(({ kind, text }) => kind === "text" && TOTAL.test(text.trim()));
    const row = rowAt(sheet.name, number, cells, columns, merged, percents);
    if (!Object.keys(columns).some((code) => row.cell(code) !== undefined)) return [];
    if (total === undefined) {
      if (sheet.hidden.has(number))
        gathered.told.push(exchangeProblem("hidden_row", `${sheet.name}!A${number}`, { row: number }));
      return [row];
    }
    gathered.told.push(
      exchangeProblem("total_row", `${sheet.name}!A${number}`, { found: total.text.trim(), row: number }),
    );
    return [];
  });
}

const TOTAL = /^(?:合\s*计|小\s*计|总\s*计|共\s*计|(?:grand |sub)?totals?\b)/i;

function rowAt(
  name: string,
  number: number,
  cells: ReadonlyMap<number, ReadCell>,
  columns: Columns,
  merged: ReadonlySet<string>,
  percents: ReadonlySet<string>,
): FilledRow {
  return {
    number,
    keys: [],
    row: undefined,
    cell: (code) => {
      const cell = cells.get(columns[code] ?? 0);
      return cell !== undefined && percents.has(code) ? inPercent(cell) : cell;
    },
    at: (code) => `${name}!${lettersOf(columns[code] ?? 1)}${number}`,
    isMerged: (code) => merged.has(`${columns[code]} ${number}`),
  };
}

const HUNDRED = 100;

/** A number below a heading that says per cent, as the share it is meant to be. */
const inPercent = (cell: ReadCell): ReadCell =>
  isBare(cell)
    ? { ...cell, kind: "number", text: new RecordDecimal(cell.text.trim()).div(HUNDRED).toFixed(), isPercent: true }
    : cell;

/** A merged cell says nothing by itself for the rows it spans. */
function mergedIn(
  { merges, name, rows }: ReadSheet,
  head: number,
  columns: Columns,
  gathered: Gathered,
): ReadonlySet<string> {
  const cells = new Set<string>();
  for (const merge of merges) {
    const [from = "", to = from] = merge.split(":");
    const [top, left] = placeOf(from, name, name);
    const [bottom, right] = placeOf(to, name, name);
    const touched = Object.values(columns).filter((column) => column >= left && column <= right);
    const numbers = [...rows.keys()].filter((number) => number > head && number >= top && number <= bottom);
    const isTotal =
      numbers.length === 1 &&
      [...(rows.get(numbers[0] ?? 0)?.values() ?? [])].some(({ text }) => TOTAL.test(text.trim()));
    if (touched.length === 0 || numbers.length === 0 || isTotal) continue;
    gathered.problems.push(sheetProblem("merged", `${name}!${from}`, { found: merge }));
    for (const number of numbers) for (const column of touched) cells.add(`${column} ${number}`);
  }
  return cells;
}

/** Rows a table of the document may have. */
const ROWS_MAX = 2000;

/** How rows meet those that are there: put behind them, or in their place. */
export type Mode = "add" | "replace";

type Row = Record<string, CellValue>;

/** Reads rows into a table: with a row code a row that is there is changed, all others are new. */
export function readRows(
  rows: readonly FilledRow[],
  target: Target,
  columns: Columns,
  mode: Mode,
  shown: ModelDocument,
  gathered: Gathered,
): void {
  const held = heldRows(shown, target.path);
  const most = ROWS_MAX - (mode === "add" ? held.length : 0);
  if (rows.length > most) {
    const args = { most: ROWS_MAX, found: rows.length };
    gathered.problems.push(exchangeProblem("table_long", rows[most]?.at(firstCode(columns)) ?? "", args));
    return;
  }
  const found: Row[] = [];
  const faults = gathered.problems.length;
  for (const [index, filled] of rows.entries()) {
    const same = mode === "replace" ? sameRow(filled, held[index], target, columns, gathered) : undefined;
    const row = same ?? readRow(filled, target, columns, held, found, shown, gathered);
    if (row !== undefined) found.push(row);
  }
  // A row that could not be read would be left out.
  if (gathered.problems.length > faults || found.length === 0) return;
  const byId = new Map(found.map((row) => [row["id"], row]));
  const isThere = (row: Row) => held.some(({ id }) => id === row["id"]);
  // Rows that are there keep their place.
  const after =
    mode === "replace"
      ? found
      : [...held.map((row) => byId.get(row["id"] ?? "") ?? row), ...found.filter((row) => !isThere(row))];
  for (const row of mode === "replace" ? held.filter(({ id }) => !byId.has(id ?? "")) : [])
    gathered.changes.push({
      at: rows[0]?.at(ROW).replace(/!.*$/, "") ?? "",
      place: `${target.path}/${String(row["id"])}`,
      label: placeLabel(shown, `${target.path}/${String(row["id"])}`),
      kind: { type: "text" },
      before: String(row["id"]),
      after: undefined,
    });
  const [first] = rows;
  if (JSON.stringify(after) === JSON.stringify(held)) return;
  gathered.edit(
    target.path,
    target.label,
    held.length === 0 ? undefined : held,
    after,
    first?.at(firstCode(columns)) ?? "",
  );
}

const firstCode = (columns: Columns): string => Object.keys(columns)[0] ?? "";

/** The row that is there in its place, where the file says of it what it says: the same file read again changes nothing. */
function sameRow(
  filled: FilledRow,
  there: RowValue | undefined,
  { fields }: Target,
  columns: Columns,
  gathered: Gathered,
): Row | undefined {
  if (there === undefined || columns[ROW] !== undefined) return undefined;
  const own = fields.filter(({ code }) => code !== ROW);
  const isSame = own.every(({ code, kind, label }) => {
    if (columns[code] === undefined) return there[code] === undefined;
    return !filled.isMerged(code) && gathered.says(filled, code, { place: "", label, kind, value: there[code] });
  });
  return isSame ? ({ ...there } as Row) : undefined;
}

function heldRows(shown: ModelDocument, path: string): readonly RowValue[] {
  const [, id, , input = ""] = path.split("/");
  const table = shown.components.find((component) => component.id === id)?.inputs[input];
  return Array.isArray(table) ? (table as readonly RowValue[]) : [];
}

function readRow(
  filled: FilledRow,
  target: Target,
  columns: Columns,
  held: readonly RowValue[],
  found: readonly Row[],
  shown: ModelDocument,
  gathered: Gathered,
): Row | undefined {
  const named = columns[ROW] === undefined ? "" : (filled.cell(ROW)?.text.trim() ?? "");
  const id = named === "" ? freeId([...held, ...found]) : named;
  const there = held.find((row) => row["id"] === id);
  if (filled.cell(ROW)?.kind === "formula" || (there === undefined && !isId(id))) {
    gathered.problems.push(sheetProblem("row_id", filled.at(ROW), { found: id }));
    return undefined;
  }
  if (found.some((row) => row["id"] === id)) {
    gathered.problems.push(sheetProblem("row_twice", filled.at(ROW), { found: id, row: "–" }));
    return undefined;
  }
  const place = `${target.path}/${id}`;
  gathered.cells.set(place, filled.at(firstCode(columns)));
  const { ...row } = (there ?? { id }) as Row;
  for (const { code, kind } of target.fields) {
    if (columns[code] === undefined || code === ROW) continue;
    const entry: Entry = {
      place: `${place}/${code}`,
      label: placeLabel(shown, `${place}/${code}`),
      kind,
      value: there?.[code],
    };
    const value = gathered.read(filled, code, entry);
    if (value === undefined) delete row[code];
    else row[code] = value as CellValue;
  }
  return row;
}

function freeId(rows: readonly Readonly<Record<string, unknown>>[]): string {
  const taken = new Set(rows.map((row) => row["id"]));
  for (let number = 1; ; number += 1) if (!taken.has(`r${number}`)) return `r${number}`;
}
