import type { ModelDocument } from "../../models/document/schema.ts";
import { fail, type Problem, type Result, succeed } from "../../models/wording/problem.ts";
import { sheetProblem } from "../../models/wording/sheet.ts";
import { shownBy } from "../exports/exportTemplate.ts";
import { inputsHash, type Origin, readOrigin, textOfDocument } from "../exports/template/carried.ts";
import type { Grid } from "../exports/template/grid.ts";
import { gridsOf, type TemplateGrids } from "../exports/template/template.ts";
import { CARRIED_SHEET, TEMPLATE_SHEETS } from "../exports/template/words.ts";
import { parseSource } from "../files/parse.ts";
import type { SheetFile } from "./sheets/file.ts";
import { applied } from "./template/apply.ts";
import { type CellChange, Gathered } from "./template/edits.ts";
import { moneyUnitProblems } from "./template/moneyUnit.ts";
import { rowsIn } from "./template/rows.ts";
import { readSeries } from "./template/series.ts";
import { spanOf } from "./template/span.ts";
import { readTables } from "./template/tables.ts";

/** A spreadsheet read back: the document, what was changed cell by cell, and what there is to be told about it. */
export interface Imported {
  readonly document: ModelDocument;
  readonly changes: readonly CellChange[];
  readonly told: readonly Problem[];
}

/** The first column of the hidden sheet that says what a file was made from; undefined where there is none. */
export function carriedColumn(file: SheetFile): Result<readonly string[] | undefined> {
  if (!file.names.includes(CARRIED_SHEET)) return succeed(undefined);
  const sheet = file.sheet(CARRIED_SHEET);
  if (!sheet.ok) return sheet;
  const rows = [...(sheet.value?.rows ?? [])].toSorted(([a], [b]) => a - b);
  const length = rows.at(-1)?.[0] ?? 0;
  return succeed(Array.from({ length }, (_, i) => sheet.value?.rows.get(i + 1)?.get(1)?.text ?? ""));
}

/** What a template says it was made from; undefined where it is none. */
export function originOf(column: readonly string[] | undefined): Result<Origin | undefined> {
  if (column === undefined) return succeed(undefined);
  const origin = readOrigin(column);
  return origin === undefined ? fail(sheetProblem("carried_changed", CARRIED_SHEET)) : succeed(origin);
}

/** Reads a filled template back. With one fault there is no document; all of them are named, each at its sheet and cell. */
export function importTemplate(file: SheetFile, origin: Origin, into: ModelDocument | undefined): Result<Imported> {
  const told: Problem[] = file.is1904 ? [sheetProblem("date_1904", file.file)] : [];
  const base = baseOf(file, origin, into);
  if (!base.ok) return base;
  const target = into ?? base.value;
  if (into !== undefined && base.value.project.name !== into.project.name)
    return fail(sheetProblem("other_model", file.file, { found: base.value.project.name, own: into.project.name }));
  const own = into === undefined ? origin.document : textOfDocument(into).revision;
  if (own !== origin.document) told.push(sheetProblem("other_document", file.file, { found: origin.document, own }));
  if (inputsHash(base.value) !== origin.inputs)
    told.push(sheetProblem("other_inputs", file.file, { found: origin.version }));
  // A part is what the scenario saw.
  const seen = origin.isPart ? undefined : origin.scenario;
  const [shown, aimed] = [shownBy(base.value, seen), shownBy(target, origin.scenario)];
  if (!shown.ok) return shown;
  if (!aimed.ok) return aimed;
  const grids = gridsOf(shown.value, origin.money, origin.lang);
  const gathered = new Gathered({ lang: origin.lang, span: spanOf(shown.value.timeline), is1904: file.is1904 });
  readGrids(file, grids, shown.value, gathered);
  gathered.problems.push(...moneyUnitProblems(file, TEMPLATE_SHEETS.readMe[origin.lang], origin));
  const aim = { target, shown: aimed.value, scenario: origin.scenario };
  const made = applied(aim, gathered.edits, gathered.cells);
  const problems = [...gathered.problems, ...(made.ok ? [] : made.problems)];
  if (problems.length > 0 || !made.ok) return fail(...problems, ...(told.length > 0 ? told : []));
  return succeed({ document: made.value, changes: gathered.changes, told: [...told, ...gathered.told] });
}

/** What the template was made from, as it carries it: all of the document, or what its sheets show. */
function baseOf(file: SheetFile, origin: Origin, into: ModelDocument | undefined): Result<ModelDocument> {
  if (into === undefined && (origin.isPart || origin.text === undefined))
    return fail(sheetProblem("needs_into", file.file));
  // A template that carries nothing says what was changed in it only while the document is as it was.
  if (origin.text === undefined)
    return into !== undefined && textOfDocument(into).revision === origin.document
      ? succeed(into)
      : fail(sheetProblem("template_bare", file.file));
  const parsed = parseSource({ path: file.file, bytes: new TextEncoder().encode(origin.text) });
  return parsed.ok ? succeed(parsed.value.document) : parsed;
}

function readGrids(file: SheetFile, grids: TemplateGrids, shown: ModelDocument, gathered: Gathered): void {
  const rowsOf = (grid: Grid) => rowsIn(file, grid, gathered);
  for (const grid of [grids.project, grids.inputs]) {
    for (const filled of rowsOf(grid) ?? [])
      for (const [code, entry] of Object.entries(filled.row?.entries ?? {})) gathered.single(filled, code, entry);
    // The calendar stands on the first sheet: what it says there holds for the months of all others.
    gathered.within(spanOf(shown.timeline, gathered.edits));
  }
  for (const filled of grids.series === undefined ? [] : (rowsOf(grids.series) ?? [])) {
    const component = shown.components.find(({ id }) => id === filled.row?.keys[0]);
    if (filled.row !== undefined && component !== undefined) readSeries(filled, filled.row, component, gathered);
  }
  for (const grid of grids.tables) {
    const rows = rowsOf(grid);
    if (rows !== undefined) readTables(rows, grid, shown, gathered);
  }
}
