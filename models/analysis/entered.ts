import type { GraphShelf } from "../compile/shelf.ts";
import type { Json } from "../document/location.ts";
import { readPath } from "../document/path.ts";
import { resolveScenario } from "../document/scenario.ts";
import type { ModelDocument } from "../document/schema.ts";
import { variableOf } from "./variable.ts";

/** What to write at which path of a document. */
export interface Entered {
  readonly path: string;
  readonly value: Json;
}

/**
 * How values that were found are taken over: as the document writes them, and of a profile the whole of it. Empty where the path is no number of the document.
 */
export function enteredAt(
  document: ModelDocument,
  { vary, scenario }: { readonly vary: string; readonly scenario?: string | undefined },
  { registry }: Pick<GraphShelf, "registry">,
): (literals: readonly string[]) => Readonly<Record<string, Entered>> {
  const seen = scenario === undefined ? undefined : resolveScenario(document, scenario, registry);
  const variable = variableOf(seen?.ok === true ? seen.value.document : document, vary, registry);
  if (!variable.ok) return () => ({});
  const path = /\/profile\/[^/]+$/.test(vary) ? variable.value.input : vary;
  return (literals) =>
    Object.fromEntries(
      literals.flatMap((literal): (readonly [string, Entered])[] => {
        const written = variable.value.write(literal);
        const read = written && readPath(written, path);
        return read?.ok === true && read.value !== undefined ? [[literal, { path, value: read.value }]] : [];
      }),
    );
}
