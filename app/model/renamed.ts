import { RENAMED } from "../../models/document/rename/formula.ts";
import { renameItem } from "../../models/document/rename/rename.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { documentProblem } from "../../models/wording/document.ts";
import { fail, type Result } from "../../models/wording/problem.ts";

/** The document in which the item at a place such as `components/flats` has another id, and all that names it follows; a list whose items keep theirs is refused. */
export function renamedAt(document: ModelDocument, place: string, to: string): Result<ModelDocument> {
  const cut = place.lastIndexOf("/");
  const list = RENAMED.find((one) => one === place.slice(0, cut));
  if (list === undefined)
    return fail(documentProblem("document.path_unknown", place, { path: place, suggestion: RENAMED.join(", ") }));
  return renameItem(document, { list, from: place.slice(cut + 1), to }, mechanisms);
}
