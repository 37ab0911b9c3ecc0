import { resolveScenario } from "../../models/document/scenario.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { type Result, succeed } from "../../models/wording/problem.ts";
import { bidFormOf } from "./bidForm/form.ts";
import type { TablesQuestion } from "./exportTables.ts";
import type { Exported } from "./exportWorkbook.ts";
import { templateOf } from "./template/template.ts";
import type { Book } from "./workbook/book.ts";
import { writeBook } from "./workbook/write.ts";

/** A document as an input template (.xlsx) to be filled in and imported again. Nothing is computed for it. */
export async function exportTemplate(document: ModelDocument, question: TablesQuestion): Promise<Result<Exported>> {
  const made = templateBookOf(document, question);
  return made.ok ? succeed({ bytes: await writeBook(made.value), problems: [] }) : made;
}

/** 投标报价表 of the document's tender (.xlsx), empty or of a bid. */
export async function exportBidForm(
  document: ModelDocument,
  question: TablesQuestion & { readonly bid: string | undefined },
): Promise<Result<Exported>> {
  const made = bidFormOf(document, question);
  return made.ok ? succeed({ bytes: await writeBook(made.value), problems: [] }) : made;
}

/** The same before it is written. */
export function templateBookOf(document: ModelDocument, question: TablesQuestion): Result<Book> {
  const { scenario, lang, money, version, now: made } = question;
  const shown = shownBy(document, scenario);
  return shown.ok ? succeed(templateOf(document, shown.value, { lang, money, scenario, version, made })) : shown;
}

/** The document as a scenario sees it; itself where none is named. */
export function shownBy(document: ModelDocument, scenario: string | undefined): Result<ModelDocument> {
  if (scenario === undefined) return succeed(document);
  const resolved = resolveScenario(document, scenario, mechanisms);
  return resolved.ok ? succeed(resolved.value.document) : resolved;
}
