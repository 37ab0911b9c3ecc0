import { compile } from "../../models/compile/compile.ts";
import { contextOf } from "../../models/compile/context.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";

/**
 * The lines a document is computed from, as JSON text one line of the model a row: it stays in the file with the revision, so that a later
 * program can tell what has changed in the mechanisms since.
 */
export function graphText(document: ModelDocument): string {
  const { graph } = compile(contextOf(document, mechanisms));
  const rows = graph.lines
    .filter(({ source }) => source !== "hidden")
    .map(({ id, unit, kind, axis, role, payer, payee, posts, formula, clauses }) =>
      JSON.stringify({ id, unit, kind, axis, role, payer, payee, posts, formula, clauses }),
    );
  return `[\n${rows.join(",\n")}\n]\n`;
}
