import { inputSpecOf } from "../compile/inputPaths.ts";
import { readPath } from "../document/path.ts";
import type { ModelDocument } from "../document/schema.ts";
import { isWholeNumber } from "../terms/counted.ts";
import type { Forms } from "../terms/inputs.ts";
import { GIVEN } from "../terms/plausible.ts";

/** The one count that is no input of a component. */
const HOUSEHOLDS = "project/households";

/** Whether only whole numbers make sense at a path of a document, as its row and component are filled in. */
export function isWholeAt(document: ModelDocument, path: string, now: number | undefined, registry: Forms): boolean {
  if (path === HOUSEHOLDS) return true;
  const row = path.slice(0, path.lastIndexOf("/"));
  return isWholeNumber(inputSpecOf(document, path, registry), now, (name) => {
    const read = readPath(document, `${row}/${name}`);
    if (!read.ok || read.value === undefined || read.value === null) return undefined;
    return typeof read.value === "string" && !Number.isFinite(Number(read.value)) ? read.value : GIVEN;
  });
}
