import type { ModelDocument } from "../../models/document/schema.ts";
import { fail, type Result } from "../../models/wording/problem.ts";
import { sheetProblem } from "../../models/wording/sheet.ts";
import { BID_MARK } from "../exports/bidForm/carried.ts";
import { WORKBOOK_MARK } from "../exports/workbook/original.ts";
import { importBidForm } from "./bidForm/importBidForm.ts";
import { carriedColumn, type Imported, importTemplate, originOf } from "./importTemplate.ts";
import { importWorkbook, isBareWorkbook } from "./importWorkbook.ts";
import { openSheets } from "./sheets/file.ts";

/**
 * Reads an .xlsx file back into a document: a filled template, a filled bid form, or the workbook of a whole model with changed inputs.
 * @param into the document it is read into; a template that carries its document needs none
 */
export function importSheets(bytes: Uint8Array, name: string, into: ModelDocument | undefined): Result<Imported> {
  const file = openSheets(bytes, name);
  if (!file.ok) return file;
  const carried = carriedColumn(file.value);
  if (!carried.ok) return carried;
  if (carried.value?.[0]?.startsWith(BID_MARK) === true) return importBidForm(file.value, carried.value, into);
  if (carried.value?.[0]?.startsWith(WORKBOOK_MARK) === true) return importWorkbook(file.value, carried.value, into);
  const origin = originOf(carried.value);
  if (!origin.ok) return origin;
  if (origin.value !== undefined) return importTemplate(file.value, origin.value, into);
  // Without what was entered when it was made, changes in it are not told apart from changes of the model.
  return fail(sheetProblem(isBareWorkbook(file.value) ? "workbook_bare" : "not_ours", name));
}
