import type { Prepared } from "../../../models/compile/prepare.ts";
import { writeMonth } from "../../../models/language/calendar.ts";
import type { GraphLine } from "../../../models/language/graph.ts";
import type { Problem } from "../../../models/wording/problem.ts";
import { sheetProblem } from "../../../models/wording/sheet.ts";
import type { Entry } from "../../exports/template/grid.ts";
import type { EntryValue } from "../../exports/template/kinds.ts";
import { changeable } from "../../exports/workbook/changeable.ts";
import { lettersOf } from "../../exports/workbook/columns.ts";
import { ENTRY_COLUMN, type Original, type OriginalRow } from "../../exports/workbook/original.ts";
import { FIRST_PERIOD } from "../../exports/workbook/places.ts";
import { HEAD_ROWS } from "../../exports/workbook/plan.ts";
import type { ReadCell, ReadSheet } from "../sheets/cells.ts";
import type { Gathered } from "../template/edits.ts";
import { sameNumber } from "../template/entry.ts";
import type { FilledRow } from "../template/rows.ts";
import { profileOfPeriods } from "./periods.ts";

const ID_COLUMN = 1;

/** Compares the sheet of inputs, row by row, with what it said when it was made; an entry that differs is a change of its place in the document. */
export function readEntries(
  read: ReadSheet,
  original: Original["rows"],
  timeline: Original["timeline"],
  prepared: Prepared,
  gathered: Gathered,
): void {
  const rows = new Map([...read.rows].map(([number, cells]) => [cells.get(ID_COLUMN)?.text ?? "", { number, cells }]));
  const lines = new Map(prepared.graph.lines.map((line) => [line.id, line]));
  for (const row of original) {
    const found = rows.get(row.id);
    rows.delete(row.id);
    if (row.cells.length === 0) continue;
    const line = lines.get(row.id);
    if (found === undefined)
      gathered.problems.push(sheetProblem("row_missing", read.name, { input: line?.label ?? row.id, found: row.id }));
    else readLine(rowOf(read.name, found.number, found.cells), row, line, timeline, prepared, gathered);
  }
  // Headings and what people write below have no unit.
  for (const [id, { number, cells }] of rows)
    if (number > HEAD_ROWS && /^\S+\.\S+$/.test(id) && cells.has(3))
      gathered.problems.push(sheetProblem("line_unknown", `${read.name}!A${number}`, { found: id }));
}

/** A row whose columns are called by their numbers. */
function rowOf(sheet: string, number: number, cells: ReadonlyMap<number, ReadCell>): FilledRow {
  return {
    number,
    keys: [],
    row: undefined,
    cell: (code) => cells.get(Number(code)),
    at: (code) => `${sheet}!${lettersOf(Number(code))}${number}`,
    isMerged: () => false,
  };
}

/** @param line the line it is in the model by now; nothing where that has it no more */
function readLine(
  filled: FilledRow,
  { id, before, cells }: OriginalRow,
  line: GraphLine | undefined,
  timeline: Original["timeline"],
  prepared: Prepared,
  gathered: Gathered,
): void {
  const place = line === undefined ? undefined : changeable(line, prepared.document);
  const refuse = (code: string) =>
    gathered.problems.push(
      line === undefined
        ? sheetProblem("line_unknown", filled.at(code), { found: id })
        : sheetProblem("calculated_changed", filled.at(code), { input: line.label }),
    );
  const values: (EntryValue | undefined)[] = [];
  const faults = gathered.problems.length;
  const changes = gathered.changes.length;
  for (const [index, cell] of cells.entries()) {
    if (cell === null) continue;
    const code = `${index + ENTRY_COLUMN}`;
    const own = filled.cell(code);
    if ("f" in cell) {
      // Calculated from other cells: where a scenario is chosen, or one value for all periods.
      if (own !== undefined && own.kind !== "formula" && !isResult(own, cell.f)) refuse(code);
    } else if (!("e" in cell) || place === undefined) {
      if (own === undefined ? cell.n !== null : !isResult(own, cell.n)) refuse(code);
    } else values.push(gathered.read(filled, code, { ...place, value: entered(cell.e, place.kind) }));
  }
  if (line === undefined || place === undefined) return;
  if (gathered.problems.length > faults || gathered.changes.length === changes) return;
  const isScalar = line.axis === "scalar";
  const after =
    isScalar || values.length === 1 ? values[0] : profileOfPeriods(values, line, prepared.document, timeline);
  const at = filled.at(`${isScalar ? ENTRY_COLUMN : FIRST_PERIOD}`);
  gathered.edit(place.place, line.label, before as EntryValue, after, at);
}

const isResult = ({ kind, text }: ReadCell, number: number | string | null): boolean =>
  typeof number === "number" ? kind === "number" && sameNumber(Number(text), number) : kind !== "number";

/** What the document held where an entry stands, as its cell is read. */
function entered(text: string | null, { type }: Entry["kind"]): EntryValue {
  if (text === null) return undefined;
  if (type === "month") return writeMonth(Number(text));
  return type === "choice" ? Number(text) === 1 : text;
}

/** Values in which scenarios differ: what one of them has others may rest on, so that they are changed in the file itself. */
export function refusedScenarios(read: ReadSheet, original: Original["scenarios"]): readonly Problem[] {
  return original.flatMap(([row, column, number, name]): readonly Problem[] => {
    const own = read.rows.get(row)?.get(column);
    const isSame = own === undefined ? number === null : isResult(own, number);
    return isSame ? [] : [sheetProblem("scenario_changed", `${read.name}!${lettersOf(column)}${row}`, { input: name })];
  });
}
