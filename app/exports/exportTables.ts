import { GraphShelf } from "../../models/compile/shelf.ts";
import { scenarioTitle } from "../../models/document/scenarioTitle.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { type Result, succeed } from "../../models/wording/problem.ts";
import type { Lock } from "../bids/locks.ts";
import { conventionsInWords } from "../board/conventions.ts";
import { recordResultsOf } from "../model/results.ts";
import type { Exported, ExportQuestion } from "./exportWorkbook.ts";
import { preparedFor } from "./prepared.ts";
import { contentsSheet } from "./tables/contents.ts";
import type { MoneyUnit } from "./tables/money.ts";
import { printedTables } from "./tables/printed.ts";
import type { PrintedBook } from "./tables/sheet.ts";
import { writePrinted } from "./tables/write.ts";

export interface TablesQuestion extends ExportQuestion {
  readonly money: MoneyUnit;
  /** Every lock of the file the document is in; none where it is in no file with a chain. */
  readonly locks?: readonly Lock[];
}

/** The standard tables of a scenario as an .xlsx file to be printed and filed, by statement year. */
export async function exportTables(
  document: ModelDocument,
  question: TablesQuestion,
  shelf?: GraphShelf,
): Promise<Result<Exported>> {
  const made = tablesBookOf(document, question, shelf);
  if (!made.ok) return made;
  return succeed({ bytes: await writePrinted(made.value.book, question.lang), problems: made.value.problems });
}

/** The same before it is written. */
export function tablesBookOf(
  document: ModelDocument,
  question: TablesQuestion,
  shelf: GraphShelf = new GraphShelf(mechanisms),
): Result<{ readonly book: PrintedBook } & Pick<Exported, "problems">> {
  const found = preparedFor(document, question, shelf);
  if (!found.ok) return found;
  const { lang, money, now: made, revision, version } = question;
  const prepared = found.value;
  const { values } = recordResultsOf(prepared);
  const scenario = scenarioTitle(document, prepared.scenario)[lang];
  const project = document.project.name;
  const zh = lang === "zh";
  const under = zh ? `项目：${project}\u3000\u3000情景：${scenario}` : `Project: ${project}  Scenario: ${scenario}`;
  const tables = printedTables(prepared, values, { under, money, lang });
  const conventions = conventionsInWords(prepared, lang);
  const contents = contentsSheet({ project, scenario, revision, version, made, money, conventions, lang }, tables);
  const book = { title: project, sheets: [contents, ...tables.map(({ sheet }) => sheet)], made };
  return succeed({ book, problems: prepared.problems });
}
