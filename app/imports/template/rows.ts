import { suggestion } from "../../../models/wording/document.ts";
import type { Problem } from "../../../models/wording/problem.ts";
import { sheetProblem } from "../../../models/wording/sheet.ts";
import { ABOUT_ROW, CODE_ROW, GRID_HEAD, type Grid, type GridRow, HEAD_ROW } from "../../exports/template/grid.ts";
import { lettersOf } from "../../exports/workbook/columns.ts";
import { placeOf, type ReadCell, type ReadSheet } from "../sheets/cells.ts";
import type { SheetFile } from "../sheets/file.ts";
import type { Gathered } from "./edits.ts";

/** A row of a filled sheet: the row of the template it is, if it is one, and its cells by the code of their column. */
export interface FilledRow {
  readonly number: number;
  readonly keys: readonly string[];
  readonly row: GridRow | undefined;
  cell(code: string): ReadCell | undefined;
  /** `填写!H12`. */
  at(code: string): string;
  /** A cell that is part of a merge says nothing by itself. */
  isMerged(code: string): boolean;
}

interface FilledSheet {
  readonly rows: readonly FilledRow[];
  readonly problems: readonly Problem[];
}

/** The rows of one sheet of a filled file, its faults gathered; undefined where it cannot be read or is gone. */
export function rowsIn(file: SheetFile, grid: Grid, gathered: Gathered): readonly FilledRow[] | undefined {
  const sheet = file.sheet(grid.name);
  if (!sheet.ok) gathered.problems.push(...sheet.problems);
  else if (sheet.value === undefined)
    gathered.problems.push(sheetProblem("sheet_missing", grid.name, { found: grid.name }));
  if (!sheet.ok || sheet.value === undefined) return undefined;
  const { rows, problems } = filledRows(sheet.value, grid);
  gathered.problems.push(...problems);
  return rows;
}

const textOf = (cell: ReadCell | undefined): string => (cell?.text ?? "").normalize("NFKC").replace(/\s+/g, " ").trim();
const same = (text: string): string => text.normalize("NFKC").replace(/\s+/g, " ").trim();

/** Finds the rows of a template in a filled sheet: by what their key columns say, wherever they stand. */
function filledRows(sheet: ReadSheet, grid: Grid): FilledSheet {
  const heads = headProblems(sheet, grid);
  if (heads.moved) return { rows: [], problems: heads.problems };
  const merges = mergedCells(sheet, grid);
  const problems: Problem[] = [...heads.problems, ...merges.problems];
  const known = new Map(grid.rows.flatMap((row) => ("heading" in row ? [] : [[row.keys.join("\n"), row] as const])));
  const seen = new Map<string, number>();
  const rows: FilledRow[] = [];
  for (const number of [...sheet.rows.keys()].toSorted((a, b) => a - b)) {
    if (number <= GRID_HEAD) continue;
    const filled = rowAt(sheet, grid, number, merges.cells);
    problems.push(...outside(sheet, grid, number));
    if (!filled.hasContent) continue;
    const key = filled.keys.join("\n");
    const first = seen.get(key);
    if (first !== undefined && !filled.keys.includes("")) {
      problems.push(sheetProblem("row_twice", filled.at(grid), { found: filled.keys.join(" "), row: first }));
      continue;
    }
    seen.set(key, number);
    const row = known.get(key);
    const refused =
      formulaKey(filled.row, grid) ?? (row === undefined ? refusal(filled, grid, known) : unitProblem(filled.row, row));
    if (refused !== undefined) problems.push(refused);
    if (row !== undefined) problems.push(...overwritten(filled.row, row, grid), ...unasked(filled.row, row, grid));
    if (refused === undefined || row !== undefined) rows.push({ ...filled.row, row });
  }
  if (grid.fresh === undefined)
    for (const [key, row] of known)
      if (!seen.has(key))
        problems.push(sheetProblem("row_missing", grid.name, { input: nameOf(row), found: row.keys.join(" ") }));
  return { rows, problems };
}

/** What stands where no column is would be lost: a series written beyond its last step, a note at the side. */
function outside(sheet: ReadSheet, { columns, name }: Grid, number: number): readonly Problem[] {
  return [...(sheet.rows.get(number) ?? [])].flatMap(([column, cell]) =>
    column > columns.length && textOf(cell) !== ""
      ? [sheetProblem("cell_outside", `${name}!${lettersOf(column)}${number}`, { found: textOf(cell) })]
      : [],
  );
}

/** Texts of the template that were written over are not read either. */
function overwritten(filled: FoundRow["row"], row: GridRow, { columns }: Grid): readonly Problem[] {
  return columns.flatMap(({ code, role }) => {
    const own = row.shown[code];
    if (role !== "shown" || code === "unit" || own?.formula !== undefined || own?.number !== undefined) return [];
    const found = textOf(filled.cell(code));
    return found === same(own?.text ?? "")
      ? []
      : [sheetProblem("shown_changed", filled.at(code), { own: said(same(own?.text ?? "")), found: said(found) })];
  });
}

/** What stands in a column that says nothing in this row would be lost as well. */
function unasked(filled: FoundRow["row"], row: GridRow, { columns }: Grid): readonly Problem[] {
  return columns.flatMap(({ code, role }) => {
    const found = textOf(filled.cell(code));
    const isLost = role === "entry" && row.entries[code] === undefined && row.shown[code] === undefined && found !== "";
    return isLost ? [sheetProblem("cell_outside", filled.at(code), { found })] : [];
  });
}

/** A formula in a key may come to another row than it did when it was saved. */
function formulaKey(filled: FoundRow["row"], { columns }: Grid): Problem | undefined {
  const key = columns.find(({ code, role }) => role === "key" && filled.cell(code)?.kind === "formula");
  return key && sheetProblem("formula", filled.at(key.code), { input: key.head });
}

const nameOf = (row: GridRow) => Object.values(row.entries)[0]?.label ?? row.keys.join(" ");

/** A number is read in the unit of the template: one that was written over would make it another. */
function unitProblem(filled: FoundRow["row"], { shown }: GridRow): Problem | undefined {
  const own = same(shown["unit"]?.text ?? "");
  const found = textOf(filled.cell("unit"));
  return own === found ? undefined : sheetProblem("unit_changed", filled.at("unit"), { own, found: said(found) });
}

const said = (text: string): string => (text === "" ? "–" : text);

/** Headings as they were written: one that says something else is named; where columns were moved nothing below can be told apart. */
function headProblems(
  sheet: ReadSheet,
  { columns, name }: Grid,
): { readonly problems: readonly Problem[]; readonly moved: boolean } {
  const problems: Problem[] = [];
  for (const [index, { about = "" }] of columns.entries()) {
    const found = textOf(sheet.rows.get(ABOUT_ROW)?.get(index + 1));
    const at = `${name}!${lettersOf(index + 1)}${ABOUT_ROW}`;
    if (found !== same(about))
      problems.push(sheetProblem("unit_changed", at, { own: said(same(about)), found: said(found) }));
  }
  for (const [index, column] of columns.entries())
    for (const [row, own, others] of [
      [HEAD_ROW, column.head, columns.map(({ head }) => head)],
      [CODE_ROW, column.code, columns.map(({ code }) => code)],
    ] as const) {
      const cell = sheet.rows.get(row)?.get(index + 1);
      const found = textOf(cell);
      if (found === same(own)) continue;
      const at = `${name}!${lettersOf(index + 1)}${row}`;
      problems.push(sheetProblem("heading_changed", at, { own: same(own), found: said(found) }));
      if (others.some((other) => same(other) === found)) return { problems, moved: true };
    }
  return { problems, moved: false };
}

function mergedCells(
  sheet: ReadSheet,
  { columns, name }: Grid,
): { readonly problems: readonly Problem[]; readonly cells: ReadonlySet<string> } {
  const cells = new Set<string>();
  const problems: Problem[] = [];
  for (const merge of sheet.merges) {
    const [from = "", to = from] = merge.split(":");
    const [top, left] = placeOf(from, name, name);
    const [bottom, right] = placeOf(to, name, name);
    const touched = columns.filter(
      ({ role }, i) => (role === "key" || role === "entry") && i + 1 >= left && i + 1 <= right,
    );
    if (bottom <= GRID_HEAD || touched.length === 0) continue;
    problems.push(sheetProblem("merged", `${name}!${from}`, { found: merge }));
    for (const number of sheet.rows.keys())
      if (number >= top && number <= bottom) for (const { code } of touched) cells.add(`${code}${number}`);
  }
  return { problems, cells };
}

interface FoundRow {
  readonly keys: readonly string[];
  readonly hasContent: boolean;
  readonly row: Omit<FilledRow, "row">;
  at(grid: Grid): string;
}

function rowAt(sheet: ReadSheet, { columns, name }: Grid, number: number, merged: ReadonlySet<string>): FoundRow {
  const cells = sheet.rows.get(number);
  const columnOf = new Map(columns.map(({ code }, i) => [code, i + 1]));
  const cell = (code: string) => cells?.get(columnOf.get(code) ?? 0);
  const keyColumns = columns.filter(({ role }) => role === "key");
  const keys = keyColumns.map(({ code }) => textOf(cell(code)));
  const at = (code: string) => `${name}!${lettersOf(columnOf.get(code) ?? 1)}${number}`;
  const entered = columns.some(({ code, role }) => role === "entry" && cell(code) !== undefined);
  return {
    keys,
    hasContent: entered || (keys.length > 0 && !keys.includes("")),
    row: { number, keys, cell, at, isMerged: (code) => merged.has(`${code}${number}`) },
    at: () => at(keyColumns[0]?.code ?? ""),
  };
}

/** Why a row that is none of the template's is refused; a table may have new ones. */
function refusal(found: FoundRow, grid: Grid, known: ReadonlyMap<string, GridRow>): Problem | undefined {
  if (grid.fresh !== undefined) return undefined;
  const keys = grid.columns.filter(({ role }) => role === "key");
  const empty = found.keys.indexOf("");
  if (empty >= 0) {
    const { code = "", head = "" } = keys[empty] ?? {};
    return sheetProblem("row_nameless", found.row.at(code), { input: head });
  }
  const [first = "", ...rest] = found.keys;
  const names = [...known.values()].map((row) => row.keys);
  const isKnown = names.some(([id]) => id === first);
  const candidates = isKnown
    ? names.filter(([id]) => id === first).map((row) => row.slice(1).join(" "))
    : names.map(([id = ""]) => id);
  const asked = isKnown ? rest.join(" ") : first;
  const code = keys[isKnown && keys.length > 1 ? 1 : 0]?.code ?? "";
  return sheetProblem("row_unknown", found.row.at(code), {
    found: found.keys.join(" "),
    suggestion: suggestion(asked, new Set(candidates)),
  });
}
