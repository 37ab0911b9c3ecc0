import { inputSpecOf } from "../../../models/compile/inputPaths.ts";
import type { Prepared } from "../../../models/compile/prepare.ts";
import { locate, valueAt } from "../../../models/document/location.ts";
import { writeMonth } from "../../../models/language/calendar.ts";
import { readDecimal } from "../../../models/language/decimal.ts";
import type { GraphLine } from "../../../models/language/graph.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";
import type { Problem } from "../../../models/wording/problem.ts";
import { sheetProblem } from "../../../models/wording/sheet.ts";
import type { Entry } from "../../exports/template/grid.ts";
import { FLAG } from "../../exports/template/kindOf.ts";
import type { EntryValue } from "../../exports/template/kinds.ts";
import { typedAs } from "../../exports/template/units.ts";
import { lettersOf } from "../../exports/workbook/columns.ts";
import { isFixed, isMonth } from "../../exports/workbook/inputKinds.ts";
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
  const place = line === undefined ? undefined : placeOf(line, prepared);
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

/** How an entry is read, where a place of the document takes it; undefined where no number can be put there. */
function placeOf(line: GraphLine, { document }: Prepared): Omit<Entry, "value"> | undefined {
  const { path = "", label } = line;
  if (isFixed(line)) return undefined;
  const spec = inputSpecOf(document, path, mechanisms);
  const isNumber =
    spec?.type === "number" || spec?.type === "profile" || NUMBERS.test(path) || isConvention(path, document);
  const numbered =
    spec?.type === "number" || spec?.type === "profile" ? spec : ({ type: "number", unit: line.unit, label } as const);
  const isShare = line.unit === "1" || line.unit === "1/a";
  const number: Entry["kind"] = {
    type: "number",
    places: 0,
    format: typedAs(numbered, "yuan").format,
    ...(isShare ? { mayBePercent: true } : {}),
  };
  if (isMonth(line) && spec?.type === "month")
    return {
      place: path,
      label,
      kind: { type: "month", mayFollow: false, reach: spec.late === undefined ? "horizon" : "late" },
    };
  if (spec?.type === "flag" || ENABLED.test(path)) return { place: path, label, kind: FLAG };
  return isNumber ? { place: path, label, kind: number } : undefined;
}

const ENABLED = /^components\/[^/]+\/enabled$/;

/** Numbers beside those of components that stand on the sheet. */
const NUMBERS = /^(conventions\/minimumCash|project\/households|parties\/[^/]+\/openingCash)$/;

/** A convention that is a number and is stated: a rate, a target. */
function isConvention(path: string, document: Prepared["document"]): boolean {
  if (!path.startsWith("conventions/")) return false;
  const located = locate(document, path);
  const held = located.found ? valueAt(document, located.steps) : undefined;
  return typeof held === "string" && readDecimal(held) !== undefined;
}

/** Values in which scenarios differ: what one of them has others may rest on, so that they are changed in the file itself. */
export function refusedScenarios(read: ReadSheet, original: Original["scenarios"]): readonly Problem[] {
  return original.flatMap(([row, column, number, name]): readonly Problem[] => {
    const own = read.rows.get(row)?.get(column);
    const isSame = own === undefined ? number === null : isResult(own, number);
    return isSame ? [] : [sheetProblem("scenario_changed", `${read.name}!${lettersOf(column)}${row}`, { input: name })];
  });
}
