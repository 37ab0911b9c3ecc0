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

/**
 * What makes a typed value the project's own: the mark of the assumption goes with it. Rows, series and formulas keep theirs, as one changed figure says nothing of the
 * others; so does a scenario, which cannot differ in where a value comes from.
 */
export function madeOwn(path: string, value: Json | undefined): readonly Edit[] {
  const place = /^(components\/[^/]+)\/inputs\/([^/]+)$/.exec(path);
  if (place === null || (typeof value === "object" && value !== null)) return [];
  if (getSession().scenario !== baseScenario) return [];
  const mark = `${place[1]}/evidence/${place[2]}`;
  const given = valueAt(currentDocument(), mark);
  return isObject(given) && "assumed" in given ? [{ path: mark }] : [];
}
