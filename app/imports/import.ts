import type { ModelDocument } from "../../models/document/schema.ts";
import { fail, type Result } from "../../models/wording/problem.ts";
import { sheetProblem } from "../../models/wording/sheet.ts";
import { type Imported, importTemplate, originOf } from "./importTemplate.ts";
import { openSheets } from "./sheets/file.ts";

/**
 * Reads an .xlsx file back into a document: a filled template.
 * @param into the document it is read into; a template that carries its document needs none
 */
export function importSheets(bytes: Uint8Array, name: string, into: ModelDocument | undefined): Result<Imported> {
  const file = openSheets(bytes, name);
  if (!file.ok) return file;
  const origin = originOf(file.value);
  if (!origin.ok) return origin;
  return origin.value === undefined
    ? fail(sheetProblem("not_ours", name))
    : importTemplate(file.value, origin.value, into);
}
