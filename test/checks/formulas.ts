import { readFileSync } from "node:fs";
import { inRoot, root } from "../../cli/setup/paths.mjs";
import { specimenLines } from "../../docs/pages/specimen.ts";
import { contextOf } from "../../models/compile/context.ts";
import { expand } from "../../models/compile/expand.ts";
import { parseDocument } from "../../models/document/parse.ts";
import type { FormulaDecl, LineDecl } from "../../models/language/line.ts";
import type { Mechanism } from "../../models/mechanisms/define/mechanism.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { accepted } from "../document/support.ts";
import { listFiles } from "./sources.ts";

/** The lines of a mechanism under every choice it offers. */
export function* variants(mechanism: Mechanism): Generator<readonly FormulaDecl[]> {
  yield specimenLines(mechanism);
  for (const [name, spec] of Object.entries(mechanism.inputs)) {
    if (spec.type === "choice")
      for (const option of Object.keys(spec.options)) yield specimenLines(mechanism, { input: name, option });
    if (spec.type !== "table") continue;
    for (const [column, cell] of Object.entries(spec.columns))
      if (cell.type === "choice")
        for (const option of Object.keys(cell.options)) yield specimenLines(mechanism, { input: name, column, option });
  }
}

/** All lines of each example: its components, its project, its statements. */
export const exampleLines: readonly (readonly LineDecl[])[] = listFiles(root, "examples").map((path) => {
  const { document } = accepted(parseDocument(JSON.parse(readFileSync(inRoot(path), "utf8")), mechanisms));
  return expand(contextOf(document, mechanisms)).decls;
});
