import type { Prepared } from "../../../models/compile/prepare.ts";
import { type Json, locate, valueAt } from "../../../models/document/location.ts";
import { writeMonth } from "../../../models/language/calendar.ts";
import { decimalOfNumber } from "../../../models/language/decimal.ts";
import type { GraphLine } from "../../../models/language/graph.ts";
import type { Problem } from "../../../models/wording/problem.ts";
import { sheetProblem } from "../../../models/wording/sheet.ts";
import type { Entry } from "../../exports/template/grid.ts";
import type { EntryValue } from "../../exports/template/kinds.ts";
import type { BookRow, BookSheet } from "../../exports/workbook/book.ts";
import { changeable } from "../../exports/workbook/changeable.ts";
import { lettersOf } from "../../exports/workbook/columns.ts";
import { isFound } from "../../exports/workbook/inputKinds.ts";
import { FIRST_PERIOD } from "../../exports/workbook/places.ts";
import { HEAD_ROWS, type Plan } from "../../exports/workbook/plan.ts";
import type { ReadCell, ReadSheet } from "../sheets/cells.ts";
import type { Gathered } from "../template/edits.ts";
import { sameNumber } from "../template/entry.ts";
import type { FilledRow } from "../template/rows.ts";
import { profileOfPeriods } from "./periods.ts";

const ID_COLUMN = 1;
const ENTRY_COLUMN = 4;
/** Rows above the first value on the sheet of scenarios. */
const SCENARIO_HEAD = 5;

/** Compares the sheet of inputs, row by row, with what would be written now; an entry that differs is a change of its place in the document. */
export function readEntries(
  read: ReadSheet,
  plan: Plan,
  expected: BookSheet,
  prepared: Prepared,
  gathered: Gathered,
): void {
  const rows = new Map([...read.rows].map(([number, cells]) => [cells.get(ID_COLUMN)?.text ?? "", { number, cells }]));
  for (const [index, planned] of plan.inputs.entries()) {
    if ("heading" in planned) continue;
    const { line } = planned;
    const found = rows.get(line.id);
    rows.delete(line.id);
    if (isFound(line)) continue;
    if (found === undefined) {
      gathered.problems.push(sheetProblem("row_missing", read.name, { input: line.label, found: line.id }));
      continue;
    }
    const cells = expected.rows[HEAD_ROWS + index] ?? [];
    readLine(rowOf(read.name, found.number, found.cells), line, cells, prepared, gathered);
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

function readLine(filled: FilledRow, line: GraphLine, cells: BookRow, prepared: Prepared, gathered: Gathered): void {
  const { path = "", label } = line;
  const refuse = (code: string) =>
    gathered.problems.push(sheetProblem("calculated_changed", filled.at(code), { input: label }));
  const place = changeable(line, prepared.document);
  const values: (EntryValue | undefined)[] = [];
  const faults = gathered.problems.length;
  const changes = gathered.changes.length;
  for (const [at, cell] of cells.entries()) {
    const code = `${at + 1}`;
    const isEntry = at + 1 === ENTRY_COLUMN || at + 1 >= FIRST_PERIOD;
    if (cell === undefined || (!isEntry && cell.formula === undefined) || cell.style === "note") continue;
    const own = filled.cell(code);
    if (cell.formula !== undefined) {
      // Calculated from other cells: where a scenario is chosen, or one value for all periods.
      if (own !== undefined && own.kind !== "formula" && !isResult(own, cell.result)) refuse(code);
      continue;
    }
    if (cell.style !== "entry" || place === undefined) {
      if (own === undefined ? cell.number !== undefined : !isResult(own, cell.number)) refuse(code);
      continue;
    }
    values.push(gathered.read(filled, code, { ...place, value: entered(line, at + 1, prepared, place.kind) }));
  }
  if (place === undefined || gathered.problems.length > faults || gathered.changes.length === changes) return;
  const { document } = prepared;
  const located = locate(document, path);
  const before = located.found ? (valueAt(document, located.steps) as Json | undefined) : undefined;
  const after = line.axis === "scalar" || values.length === 1 ? values[0] : profileOfPeriods(values, line, document);
  gathered.edit(
    path,
    label,
    before as EntryValue,
    after,
    filled.at(`${line.axis === "scalar" ? ENTRY_COLUMN : FIRST_PERIOD}`),
  );
}

const isResult = ({ kind, text }: ReadCell, number: number | string | undefined): boolean =>
  typeof number === "number" ? kind === "number" && sameNumber(Number(text), number) : kind !== "number";

/** What the document has where an entry stands, as its cell is read. */
function entered(
  { index, axis }: GraphLine,
  column: number,
  { bindings }: Prepared,
  { type }: Entry["kind"],
): EntryValue {
  const series = bindings.series.get(index);
  const text = axis === "scalar" ? bindings.scalars.get(index) : series?.[Math.max(0, column - FIRST_PERIOD)];
  if (text === undefined) return undefined;
  if (type === "month") return writeMonth(Number(text));
  return type === "choice" ? Number(text) === 1 : text;
}

/** Values in which scenarios differ: what one of them has others may rest on, so that they are changed in the file itself. */
export function refusedScenarios(read: ReadSheet, expected: BookSheet): readonly Problem[] {
  const chosen = expected.rows.findIndex((row) => row[3]?.formula !== undefined);
  return expected.rows.flatMap((row, r) =>
    row.flatMap((cell, c): readonly Problem[] => {
      if (r < SCENARIO_HEAD || r === chosen || c < ENTRY_COLUMN - 1 || cell === undefined) return [];
      const own = read.rows.get(r + 1)?.get(c + 1);
      const isSame = own === undefined ? cell.number === undefined : isResult(own, cell.number);
      const at = `${read.name}!${lettersOf(c + 1)}${r + 1}`;
      return isSame ? [] : [sheetProblem("scenario_changed", at, { input: row[1]?.text ?? decimalOfNumber(c) })];
    }),
  );
}
