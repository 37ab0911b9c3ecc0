import { bookOf } from "../../../app/exports/exportWorkbook.ts";
import type { Book } from "../../../app/exports/workbook/book.ts";
import { writeBook } from "../../../app/exports/workbook/write.ts";
import { newShelf } from "../../../app/model/prepare.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";
import { tool } from "../../support/tools.ts";
import { recalculated } from "./recalculated.ts";

export const soffice = tool("libreoffice");
export const MINUTES = 60_000;
/** So many random documents; more by the environment. */
export const DOCUMENTS = Number(process.env["PINGHENG_WORKBOOKS"] ?? 1);
const shelf = newShelf();

export function book(document: ModelDocument, scenario?: string): Book {
  const question = {
    lang: "zh",
    revision: "r1",
    version: "0.1.0",
    now: new Date("2026-11-29T00:00:00Z"),
    scenario,
  } as const;
  const made = bookOf(document, question, shelf);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value.book;
}

export async function byLibreOffice(made: Book): Promise<ReturnType<typeof recalculated>> {
  return recalculated(
    soffice.path ?? "",
    await writeBook(made),
    made.sheets.map(({ name }) => name),
  );
}
