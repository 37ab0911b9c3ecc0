import type { CustomLineSpec, ModelDocument } from "../../document/schema.ts";
import { textOf } from "../../document/schemaParts.ts";
import type { FormulaDecl } from "../../language/line.ts";
import { cashSides, postingTags } from "./cash.ts";
import { postingOf } from "./posting.ts";

/** Lines a user wrote; their formulas name other lines by full id. */
export function customLines(document: ModelDocument): readonly FormulaDecl[] {
  return document.customLines.map((line) => toDecl(line, document));
}

function toDecl(line: CustomLineSpec, document: ModelDocument): FormulaDecl {
  const path = `customLines/${line.id}`;
  const cash = cashSides({ id: line.id, payer: line.payer, payee: line.payee, path }, document);
  // What a user writes on his own line cannot make it another's.
  const tags = { ...line.tags, custom: 1, ...cash.tags };
  const posts = line.posts ?? postingOf(line.role, cash.tags["crosses"]);
  return {
    source: "formula",
    id: line.id,
    label: textOf(line.label),
    unit: line.unit,
    kind: line.kind,
    axis: line.axis ?? (line.kind === "scalar" ? "scalar" : "period"),
    tags: { ...tags, ...postingTags({ role: line.role, posts: line.posts, tags }, document) },
    clauses: [],
    path,
    formula: line.formula,
    scope: {},
    finds: {},
    // A user sees what a word stands for: one that stands for nothing is a slip.
    literal: true,
    ...(line.role === undefined ? {} : { role: line.role }),
    ...cash.sides,
    ...(posts === undefined ? {} : { posts }),
    ...(line.opening === undefined ? {} : { opening: line.opening }),
    ...(cash.problem === undefined ? {} : { problem: cash.problem }),
  };
}
