import { type RuleBook, ruleBookOf } from "../../models/checks/rulebook/book.ts";
import type { Prepared } from "../../models/compile/prepare.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { loadPacks } from "../../models/policy/load.ts";
import { INSTALLED_PACKS } from "../../models/policy/packs.ts";

/** The book of the packs a document lists, in the versions it carries, with the lines of the plan that rest on them; of all packs without one. */
export function bookOf(document?: Pick<ModelDocument, "packs">, prepared?: Pick<Prepared, "graph">): RuleBook {
  if (document === undefined) return ruleBookOf(INSTALLED_PACKS);
  const lines = prepared?.graph.lines.filter(({ source }) => source === "formula") ?? [];
  return ruleBookOf(loadPacks(document).packs, { lines });
}
