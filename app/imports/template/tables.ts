import { isId } from "../../../models/document/ids.ts";
import type { CellValue, RowValue } from "../../../models/document/inputSchema.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";
import { suggestion } from "../../../models/wording/document.ts";
import { sheetProblem } from "../../../models/wording/sheet.ts";
import type { Entry } from "../../exports/template/grid.ts";
import type { EntryValue } from "../../exports/template/kinds.ts";
import { OWN, type TableGrid } from "../../exports/template/tableGrids.ts";
import { placeLabel } from "../../scenarios/labels.ts";
import type { Gathered } from "./edits.ts";
import type { FilledRow } from "./rows.ts";

type Row = Record<string, CellValue>;

/** Reads a sheet of tables: rows that are there are compared, others are new, and those that are gone are left out. */
export function readTables(
  rows: readonly FilledRow[],
  grid: TableGrid,
  shown: ModelDocument,
  gathered: Gathered,
): void {
  const faults = gathered.problems.length;
  const found = new Map<string, Row[]>(grid.components.map((id) => [id, []]));
  const firstCells = new Map<string, string>();
  for (const filled of rows) {
    const id = componentFor(filled, grid, gathered);
    const table = id === undefined ? undefined : found.get(id);
    if (id === undefined || table === undefined) continue;
    firstCells.set(id, firstCells.get(id) ?? filled.at(OWN.row));
    const row = readRow(filled, id, grid, shown, table, gathered);
    if (row !== undefined) table.push(row);
  }
  // A row that could not be read would be taken for one that is gone.
  if (gathered.problems.length > faults) return;
  for (const [id, table] of found) {
    const held = shown.components.find((component) => component.id === id)?.inputs[grid.input];
    const before = Array.isArray(held) ? (held as readonly RowValue[]) : [];
    if (JSON.stringify(before.map(plainRow)) === JSON.stringify(table.map(plainRow))) continue;
    const place = `components/${id}/inputs/${grid.input}`;
    const at = firstCells.get(id) ?? grid.name;
    const label = placeLabel(shown, place);
    for (const row of before)
      if (!table.some((other) => other["id"] === row["id"]))
        gathered.changes.push({
          at: grid.name,
          place: `${place}/${row["id"]}`,
          label: placeLabel(shown, `${place}/${row["id"]}`),
          kind: { type: "text" },
          before: String(row["id"]),
          after: undefined,
        });
    gathered.edit(place, label, held, table.length === 0 ? undefined : table, at);
  }
}

/** Keys in one order, so that rows are compared by what they say. */
const plainRow = (row: RowValue): unknown => Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1));

function componentFor(filled: FilledRow, grid: TableGrid, { problems }: Gathered): string | undefined {
  const [named = ""] = filled.keys;
  const [only, another] = grid.components;
  if (named === "" && another === undefined) return only;
  if (grid.components.includes(named)) return named;
  const at = filled.at(OWN.component);
  problems.push(
    named === ""
      ? sheetProblem("row_nameless", at, { input: { zh: "代码", en: "id" } })
      : sheetProblem("row_unknown", at, { found: named, suggestion: suggestion(named, grid.components) }),
  );
  return undefined;
}

function readRow(
  filled: FilledRow,
  component: string,
  grid: TableGrid,
  shown: ModelDocument,
  table: readonly Row[],
  gathered: Gathered,
): Row | undefined {
  const codes = Object.keys(grid.fresh ?? {}).filter((code) => code !== OWN.component);
  const held = heldRow(filled, component, grid, shown);
  const [, named = ""] = filled.keys;
  const id = named === "" ? freeId(component, grid, shown, table) : named;
  if (held === undefined && !isId(id)) {
    gathered.problems.push(sheetProblem("row_id", filled.at(OWN.row), { found: id }));
    return undefined;
  }
  if (table.some((row) => row["id"] === id)) {
    gathered.problems.push(sheetProblem("row_twice", filled.at(OWN.row), { found: id, row: "–" }));
    return undefined;
  }
  const place = `components/${component}/inputs/${grid.input}/${id}`;
  gathered.cells.set(place, filled.at(OWN.row));
  const read = (code: string): EntryValue => {
    const entry: Entry = {
      place: `${place}/${code}`,
      label: placeLabel(shown, `${place}/${code}`),
      kind: grid.fresh?.[code] as Entry["kind"],
      value: held?.[code],
    };
    return gathered.read(filled, code, entry);
  };
  const cells = codes.map((code) => [code, read(code)] as const);
  const { ...row } = (held ?? { id }) as Row;
  for (const [code, value] of cells) {
    if (value === undefined) delete row[code];
    else row[code] = value as CellValue;
  }
  // A new row without a word in it is an empty line of the sheet.
  return held === undefined && Object.keys(row).length === 1 && named === "" ? undefined : row;
}

function heldRow(filled: FilledRow, component: string, grid: TableGrid, shown: ModelDocument): RowValue | undefined {
  const table = shown.components.find(({ id }) => id === component)?.inputs[grid.input];
  const [, named = ""] = filled.keys;
  return Array.isArray(table) ? (table as readonly RowValue[]).find((row) => row["id"] === named) : undefined;
}

function freeId(component: string, grid: TableGrid, shown: ModelDocument, table: readonly Row[]): string {
  const held = shown.components.find(({ id }) => id === component)?.inputs[grid.input];
  const taken = new Set(
    [...(Array.isArray(held) ? (held as readonly RowValue[]) : []), ...table].map((row) => row["id"]),
  );
  for (let number = 1; ; number += 1) if (!taken.has(`r${number}`)) return `r${number}`;
}
