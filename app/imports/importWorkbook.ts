import { prepareScenario } from "../../models/compile/prepare.ts";
import { GraphShelf } from "../../models/compile/shelf.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { fail, type Problem, type Result, succeed } from "../../models/wording/problem.ts";
import { sheetProblem } from "../../models/wording/sheet.ts";
import { textOfDocument } from "../exports/template/carried.ts";
import { CARRIED_SHEET } from "../exports/template/words.ts";
import { readOriginal } from "../exports/workbook/original.ts";
import { SHEETS } from "../exports/workbook/words.ts";
import type { Imported } from "./importTemplate.ts";
import type { SheetFile } from "./sheets/file.ts";
import { applied } from "./template/apply.ts";
import { Gathered } from "./template/edits.ts";
import { spanOf } from "./template/span.ts";
import { readEntries, refusedScenarios } from "./workbook/entries.ts";

/** Whether a file is a workbook of a whole model that has lost what was entered when it was made, or never had it. */
export const isBareWorkbook = ({ names }: SheetFile): boolean =>
  (["zh", "en"] as const).some((lang) => [SHEETS.inputs, SHEETS.contents].every((name) => names.includes(name[lang])));

/**
 * Reads the sheet of inputs of a workbook of the whole model back: entries that were changed in it since it was made, nothing that is calculated.
 * @param column what its hidden sheet says was entered then
 */
export function importWorkbook(
  file: SheetFile,
  column: readonly string[],
  into: ModelDocument | undefined,
): Result<Imported> {
  const original = readOriginal(column);
  if (original === undefined) return fail(sheetProblem("carried_changed", CARRIED_SHEET));
  if (into === undefined) return fail(sheetProblem("needs_into", file.file));
  const { lang, project, rows } = original;
  if (project !== into.project.name)
    return fail(sheetProblem("other_model", file.file, { found: project, own: into.project.name }));
  const told: Problem[] = file.is1904 ? [sheetProblem("date_1904", file.file)] : [];
  const own = textOfDocument(into).revision;
  if (own !== original.document)
    told.push(sheetProblem("other_document", file.file, { found: original.document, own }));
  const inputs = file.sheet(SHEETS.inputs[lang]);
  if (!inputs.ok) return inputs;
  if (inputs.value === undefined)
    return fail(sheetProblem("sheet_missing", SHEETS.inputs[lang], { found: SHEETS.inputs[lang] }));
  const prepared = prepareScenario(into, original.scenario, new GraphShelf(mechanisms));
  if (!prepared.ok) return prepared;
  const { document: shown, scenario: id } = prepared.value;
  const gathered = new Gathered({ lang, span: spanOf(shown.timeline), is1904: file.is1904 });
  readEntries(inputs.value, rows, original.timeline, prepared.value, gathered);
  const scenarios = file.sheet(SHEETS.scenarios[lang]);
  if (!scenarios.ok) return scenarios;
  if (scenarios.value !== undefined) gathered.problems.push(...refusedScenarios(scenarios.value, original.scenarios));
  const scenario = into.scenarios.some((one) => one.id === id) ? id : undefined;
  const made = applied({ target: into, shown, scenario }, gathered.edits, gathered.cells);
  const problems = [...gathered.problems, ...(made.ok ? [] : made.problems)];
  if (problems.length > 0 || !made.ok) return fail(...problems, ...told);
  return succeed({ document: made.value, changes: gathered.changes, told: [...told, ...gathered.told] });
}
