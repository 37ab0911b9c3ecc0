import type { JsonObject } from "../../app/contract.ts";
import { inBoth } from "../language/i18n.ts";
import { goToPath, useNavigation } from "../shell/navigation.ts";
import { edit } from "./edit.ts";
import { currentDocument } from "./effective.ts";
import { isObject, objectsOf, textOf } from "./json.ts";

/** Paths of inputs whose values nobody has confirmed yet, in the order of the forms. */
export function assumedPaths(document: JsonObject): readonly string[] {
  return objectsOf(document["components"]).flatMap((component) => {
    const evidence = component["evidence"];
    if (component["enabled"] === false || !isObject(evidence)) return [];
    return Object.entries(evidence).flatMap(([name, given]) =>
      isObject(given) && "assumed" in given ? [`components/${textOf(component["id"])}/inputs/${name}`] : [],
    );
  });
}

/** What was assumed becomes the user's own value. */
export function confirmAssumed(path: string): void {
  edit([{ path: path.replace("/inputs/", "/evidence/") }], { label: inBoth("assumed.confirmed") });
}

/** The input the cursor is in, otherwise the one somebody was sent to. */
function placeOfCursor(): string {
  const field = document.activeElement?.closest(".field[data-path]");
  return field?.getAttribute("data-path") ?? useNavigation.getState().focus ?? "";
}

/** Confirms the assumed value under the cursor and goes to the next; without one it goes to the first. */
export function confirmAndGoOn(): void {
  const paths = assumedPaths(currentDocument());
  const at = paths.indexOf(placeOfCursor());
  const here = paths[at];
  if (here !== undefined) confirmAssumed(here);
  const next = paths[at + 1] ?? (at > 0 ? paths[0] : undefined);
  if (next !== undefined) goToPath(next);
}
