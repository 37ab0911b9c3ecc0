import type { Edit, Json, JsonObject } from "../../app/contract.ts";
import { inBoth } from "../language/i18n.ts";
import { edit } from "./edit.ts";
import { currentDocument } from "./effective.ts";
import { isObject, objectsOf, textOf, valueAt } from "./json.ts";
import { baseScenario, getSession } from "./store.ts";

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

const PLACE = /^(components\/[^/]+)\/inputs\/([^/]+)(\/.+)?$/;

/** Where it is marked where a value comes from: of a cell, of its whole table. A scenario cannot differ in that. */
function markAt(path: string): { readonly mark: string; readonly isCell: boolean } | undefined {
  const [, component, input, cell] = PLACE.exec(path) ?? [];
  if (component === undefined || getSession().scenario !== baseScenario) return undefined;
  return { mark: `${component}/evidence/${input}`, isCell: cell !== undefined };
}

/** What marks a value as assumed, with where it comes from. */
export function markedAssumed(path: string, source: string): readonly Edit[] {
  const place = markAt(path);
  return place === undefined ? [] : [{ path: place.mark, value: { assumed: source } }];
}

/**
 * What makes a typed value the project's own: the mark of the assumption goes with it. Rows, series and formulas keep theirs, as one changed figure says nothing of the
 * others; so does a scenario, which cannot differ in where a value comes from.
 */
export function madeOwn(path: string, value: Json | undefined): readonly Edit[] {
  const place = markAt(path);
  if (place === undefined || place.isCell || (typeof value === "object" && value !== null)) return [];
  const given = valueAt(currentDocument(), place.mark);
  return isObject(given) && "assumed" in given ? [{ path: place.mark }] : [];
}
