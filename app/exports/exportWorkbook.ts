import { type Prepared, prepareScenario } from "../../models/compile/prepare.ts";
import { GraphShelf } from "../../models/compile/shelf.ts";
import { scenarioIds } from "../../models/document/scenario.ts";
import { scenarioTitle } from "../../models/document/scenarioTitle.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { type Problem, type Result, succeed } from "../../models/wording/problem.ts";
import type { Text } from "../../models/wording/text.ts";
import type { Lang } from "../contract.ts";
import { preparedFor } from "./prepared.ts";
import { textOfDocument } from "./template/carried.ts";
import type { Book } from "./workbook/book.ts";
import type { ScenarioValues } from "./workbook/scenarioSheet.ts";
import { workbookOf } from "./workbook/workbook.ts";
import { writeBook } from "./workbook/write.ts";

export interface ExportQuestion {
  readonly scenario?: string | undefined;
  readonly lang: Lang;
  readonly revision: string;
  readonly version: string;
  readonly now: Date;
  /** Asked now and then; `EvaluationStopped` is thrown once it says yes. */
  readonly shouldStop?: () => boolean;
}

export interface Exported {
  readonly bytes: Uint8Array;
  /** What is wrong with the document; the workbook shows the same gaps. */
  readonly problems: readonly Problem[];
}

/** Scenarios a cell of the workbook can choose between, at most. */
const SCENARIOS_MAX = 24;

/** A scenario of a document as an .xlsx file with live formulas. */
export async function exportWorkbook(
  document: ModelDocument,
  question: ExportQuestion,
  shelf?: GraphShelf,
): Promise<Result<Exported>> {
  const made = bookOf(document, question, shelf);
  return made.ok ? succeed({ bytes: await writeBook(made.value.book), problems: made.value.problems }) : made;
}

/** The same before it is written. */
export function bookOf(
  document: ModelDocument,
  question: ExportQuestion,
  shelf: GraphShelf = new GraphShelf(mechanisms),
): Result<{ readonly book: Book; readonly problems: readonly Problem[] }> {
  const shown = preparedFor(document, question, shelf);
  if (!shown.ok) return shown;
  const { scenarios, left } = scenariosIn(document, shown.value, shelf);
  const { lang, revision, version, now: made } = question;
  const origin = textOfDocument(document).revision;
  const book = workbookOf(shown.value, { lang, made, revision, document: origin, version, scenarios, left });
  return succeed({ book, problems: shown.value.problems });
}

/** Scenarios a cell of the workbook chooses between, the one shown among them, and the titles of those it cannot. */
export function scenariosIn(
  document: ModelDocument,
  shown: Prepared,
  shelf: GraphShelf,
): { readonly scenarios: readonly ScenarioValues[]; readonly left: readonly Text[] } {
  const scenarios: ScenarioValues[] = [];
  const left: Text[] = [];
  for (const id of scenarioIds(document)) {
    const title = scenarioTitle(document, id);
    const other = id === shown.scenario ? succeed(shown) : prepareScenario(document, id, shelf);
    const isAlike = other.ok && alike(other.value, shown);
    if (isAlike && (id === shown.scenario || scenarios.length < SCENARIOS_MAX))
      scenarios.push({ id, title, bindings: other.value.bindings });
    else left.push(title);
  }
  return { scenarios, left };
}

/** Whether a cell can choose between them: the same lines over the same periods. */
function alike(a: Prepared, b: Prepared): boolean {
  const [one, other] = [a.bindings, b.bindings];
  return (
    a.graph === b.graph && one.stepMonths === other.stepMonths && one.periodMonths.join() === other.periodMonths.join()
  );
}
