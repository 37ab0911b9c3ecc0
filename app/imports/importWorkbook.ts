import { type Prepared, prepareScenario } from "../../models/compile/prepare.ts";
import { GraphShelf } from "../../models/compile/shelf.ts";
import { scenarioIds } from "../../models/document/scenario.ts";
import { scenarioTitle } from "../../models/document/scenarioTitle.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { clockOf } from "../../models/engines/evaluation.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { fail, type Result, succeed } from "../../models/wording/problem.ts";
import { sheetProblem } from "../../models/wording/sheet.ts";
import type { Lang } from "../contract.ts";
import { scenariosIn } from "../exports/exportWorkbook.ts";
import { headingsOf } from "../exports/workbook/headings.ts";
import { inputsSheet } from "../exports/workbook/inputsSheet.ts";
import { Places } from "../exports/workbook/places.ts";
import { planOf } from "../exports/workbook/plan.ts";
import { ScenarioChoice } from "../exports/workbook/scenarioSheet.ts";
import { SHEETS } from "../exports/workbook/words.ts";
import { asNamedNow } from "./formerly.ts";
import type { Imported } from "./importTemplate.ts";
import type { SheetFile } from "./sheets/file.ts";
import { applied } from "./template/apply.ts";
import { Gathered } from "./template/edits.ts";
import { spanOf } from "./template/span.ts";
import { readEntries, refusedScenarios } from "./workbook/entries.ts";

/** The language of a workbook of the whole model; undefined where it is none. */
export const workbookLang = ({ names }: SheetFile): Lang | undefined =>
  (["zh", "en"] as const).find((lang) => names.includes(SHEETS.inputs[lang]) && names.includes(SHEETS.contents[lang]));

/** Reads the sheet of inputs of a workbook of the whole model back: entries that were changed, nothing that is calculated. */
export function importWorkbook(file: SheetFile, lang: Lang, into: ModelDocument | undefined): Result<Imported> {
  if (into === undefined) return fail(sheetProblem("needs_into", file.file));
  const shelf = new GraphShelf(mechanisms);
  const sheets = [SHEETS.contents, SHEETS.inputs, SHEETS.scenarios].map((name) =>
    file.sheet(file.names.find((found) => asNamedNow(found) === name[lang]) ?? name[lang]),
  );
  const failed = sheets.find((sheet) => !sheet.ok);
  if (failed?.ok === false) return failed;
  const [contents, inputs, scenarios] = sheets.map((sheet) => (sheet.ok ? sheet.value : undefined));
  if (inputs === undefined)
    return fail(sheetProblem("sheet_missing", SHEETS.inputs[lang], { found: SHEETS.inputs[lang] }));
  const title = [...(contents?.rows.values() ?? [])]
    .find((row) => asNamedNow(row.get(1)?.text ?? "") === SCENARIO[lang])
    ?.get(2)?.text;
  const id = scenarioIds(into).find((one) => scenarioTitle(into, one)[lang] === title);
  const prepared = prepareScenario(into, id, shelf);
  if (!prepared.ok) return prepared;
  const expected = expectedIn(into, prepared.value, shelf, lang);
  const span = spanOf(prepared.value.document.timeline);
  const gathered = new Gathered({ lang, span, is1904: file.is1904 });
  readEntries(inputs, expected.plan, expected.sheet, prepared.value, gathered);
  if (scenarios !== undefined && expected.choice !== undefined)
    gathered.problems.push(...refusedScenarios(scenarios, expected.choice.sheet));
  const declared = into.scenarios.some((scenario) => scenario.id === prepared.value.scenario);
  const scenario = declared ? prepared.value.scenario : undefined;
  const aim = { target: into, shown: prepared.value.document, scenario };
  const made = applied(aim, gathered.edits, gathered.cells);
  const problems = [...gathered.problems, ...(made.ok ? [] : made.problems)];
  if (problems.length > 0 || !made.ok) return fail(...problems);
  return succeed({ document: made.value, changes: gathered.changes, told: gathered.told });
}

/** What its page of contents calls the scenario. */
const SCENARIO = { zh: "情景", en: "scenario" } as const;

/** The sheet as it would be written now. */
function expectedIn(document: ModelDocument, prepared: Prepared, shelf: GraphShelf, lang: Lang) {
  const { graph, bindings, frame } = prepared;
  const heading = headingsOf(prepared.document);
  const plan = planOf(graph.lines, (line) => heading(line)[lang]);
  const clock = clockOf(bindings);
  const names = { inputs: SHEETS.inputs[lang], lines: SHEETS.lines[lang] };
  const places = new Places(graph, clock.periods, plan.places, names);
  const { scenarios, left } = scenariosIn(document, prepared, shelf);
  const choice = scenarios.length > 1 ? new ScenarioChoice(scenarios, prepared, left, lang) : undefined;
  const sheet = inputsSheet(
    plan,
    { document: prepared.document, bindings, choice, guard: "" },
    { places, clock, frame, lang },
  );
  return { plan, choice, sheet };
}
