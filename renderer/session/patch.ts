import type { Edit, Json, JsonObject } from "../../app/contract.ts";
import { isObject, objectsOf, textOf, valueAt, withValue } from "./json.ts";

/** Id of the scenario that is the document itself. */
export const baseScenario = "base";

function scenarioOf(document: JsonObject, id: string): JsonObject | undefined {
  return objectsOf(document["scenarios"]).find((scenario) => scenario["id"] === id);
}

/** The scenario and its ancestors, oldest first; a circle of parents ends where it closes. */
function lineage(document: JsonObject, id: string): readonly JsonObject[] {
  const chain: JsonObject[] = [];
  const seen = new Set<string>();
  let current = scenarioOf(document, id);
  while (current && !seen.has(textOf(current["id"]))) {
    chain.unshift(current);
    seen.add(textOf(current["id"]));
    current = scenarioOf(document, textOf(current["parent"]));
  }
  return chain;
}

/** What one scenario itself sets. */
export function patchOf(document: JsonObject, id: string): JsonObject {
  const set = scenarioOf(document, id)?.["set"];
  return isObject(set) ? set : {};
}

/** The document as the scenario sees it: its ancestors' changes first, its own last. */
export function effectiveDocument(document: JsonObject, scenario: string): JsonObject {
  let result = document;
  for (const step of lineage(document, scenario)) {
    const set = step["set"];
    if (!isObject(set)) continue;
    // In a patch null says that an optional input is left out.
    for (const [path, value] of Object.entries(set)) result = withValue(result, path, value ?? undefined);
  }
  return result;
}

/** The document with edits on top that the host has not answered yet. */
export function withEdits(document: JsonObject, scenario: string | undefined, edits: readonly Edit[]): JsonObject {
  let result = document;
  for (const edit of edits) {
    if (scenario === undefined) {
      result = withValue(result, edit.path, edit.value);
      continue;
    }
    const { [edit.path]: _, ...others } = patchOf(result, scenario);
    const set: JsonObject = edit.value === undefined ? others : { ...others, [edit.path]: edit.value };
    result = withValue(result, `scenarios/${scenario}/set`, set);
  }
  return result;
}

/** Whether the scenario itself changes something at the path or inside it. */
export function isPatched(patch: JsonObject, path: string): boolean {
  return Object.keys(patch).some((key) => key === path || key.startsWith(`${path}/`));
}

/** Value at a path without the scenario's own change: what "back to …" would restore. */
export function inheritedValue(document: JsonObject, scenario: string, path: string): Json | undefined {
  const parent = textOf(scenarioOf(document, scenario)?.["parent"]);
  return valueAt(parent === "" ? document : effectiveDocument(document, parent), path);
}
