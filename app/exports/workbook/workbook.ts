import type { Prepared } from "../../../models/compile/prepare.ts";
import type { Text } from "../../../models/wording/text.ts";
import type { Lang } from "../../contract.ts";
import { recordResultsOf } from "../../model/results.ts";
import { statementsRead } from "../../model/statements.ts";
import { reviewIn, trustIn } from "../../model/trust.ts";
import { Auxiliary } from "./auxiliary.ts";
import { AUXILIARY_HEAD, auxiliarySheet } from "./auxiliarySheet.ts";
import type { Book } from "./book.ts";
import { CellFormulas } from "./cells.ts";
import { chartSheet } from "./chartSheet.ts";
import { checksSheet } from "./checksSheet.ts";
import { contentsSheet } from "./contentsSheet.ts";
import { printFormula } from "./formulas.ts";
import { headingsOf } from "./headings.ts";
import { changedCount, inputsSheet } from "./inputsSheet.ts";
import type { LineBook } from "./lineSheets.ts";
import { linesSheet } from "./linesSheet.ts";
import { namesOf } from "./names.ts";
import { originalSheet } from "./original.ts";
import { Places } from "./places.ts";
import { MONTH_ROW, planOf, T_ROW } from "./plan.ts";
import { resultsSheet, unchanged } from "./resultsSheet.ts";
import { ScenarioChoice, type ScenarioValues } from "./scenarioSheet.ts";
import { statementSheets } from "./statementSheets.ts";
import { SHEETS } from "./words.ts";

export interface WorkbookQuestion {
  readonly lang: Lang;
  /** Stands in the file as the time it was made. */
  readonly made: Date;
  readonly revision: string;
  /** What the document is told apart by when the workbook is read back. */
  readonly document: string;
  readonly version: string;
  /** Scenarios with the same lines, the one shown among them. */
  readonly scenarios: readonly ScenarioValues[];
  /** Those whose lines differ, which a cell cannot choose. */
  readonly left: readonly Text[];
}

/**
 * A model as a workbook whose calculated cells are formulas: every input, every line in every period, verdicts, indicators and statements, with what the
 * book of record has beside them.
 */
export function workbookOf(
  prepared: Prepared,
  { lang, made, revision, document: origin, version, scenarios, left }: WorkbookQuestion,
): Book {
  const { document, graph, bindings, frame } = prepared;
  const results = recordResultsOf(prepared);
  const { evaluation } = results.values;
  const { clock } = evaluation;
  const heading = headingsOf(document);
  const plan = planOf(graph.lines, (line) => heading(line)[lang]);
  const [inputs, lines, auxiliaryName] = [SHEETS.inputs[lang], SHEETS.lines[lang], SHEETS.auxiliary[lang]];
  const places = new Places(graph, clock.periods, plan.places, { inputs, lines });
  const auxiliary: Auxiliary = new Auxiliary({
    name: auxiliaryName,
    firstRow: AUXILIARY_HEAD + 1,
    places,
    evaluation,
    print: (node, from) => printFormula(node, from, book),
  });
  const rows = { sheet: lines, t: T_ROW, months: MONTH_ROW };
  const book: LineBook = { places, auxiliary, clock, rows, evaluation, frame, lang };
  const cells = new CellFormulas(places, evaluation, frame);
  const choice = scenarios.length > 1 ? new ScenarioChoice(scenarios, prepared, left, lang) : undefined;
  const guard = unchanged(lang);
  const calculated = linesSheet(plan, book);
  const entered = inputsSheet(plan, { document, bindings, choice, guard }, book);
  const hint =
    lang === "zh"
      ? "公式所需的年末值、累计值、数列与求内部收益率的起点"
      : "values at year ends, sums so far, lists and first guesses of rates that formulas need";
  const sheets = [
    resultsSheet(results, trustIn(results, reviewIn(results)), cells, changedCount(plan, clock.periods, lang), lang),
    chartSheet(results.values, frame, cells, lang),
    ...(choice === undefined ? [] : [choice.sheet]),
    entered,
    calculated,
    ...statementSheets(statementsRead(prepared, results.values), cells, lang),
    checksSheet(plan, book),
    auxiliarySheet(auxiliaryName, hint, auxiliary),
  ];
  const title = scenarios.find(({ id }) => id === prepared.scenario)?.title[lang] ?? prepared.scenario;
  const facts = { prepared, scenario: title, left: left.map((other) => other[lang]), revision, version, made, lang };
  const contents = contentsSheet(
    facts,
    sheets.map(({ name }) => name),
  );
  const original = originalSheet(prepared, plan, { sheet: entered, choice }, { lang, document: origin });
  return {
    title: document.project.name,
    sheets: [contents, ...sheets, original],
    names: namesOf(graph.lines, places),
    made,
  };
}
