import { prepareScenario } from "../../models/compile/prepare.ts";
import { GraphShelf } from "../../models/compile/shelf.ts";
import { scenarioIds } from "../../models/document/scenario.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import type { Result } from "../../models/wording/problem.ts";
import type { CompareView } from "../contract.ts";
import { refuse } from "../problems.ts";
import { type CompareQuestion, compareDocuments, compareScenarios, type Plan } from "../scenarios/compare.ts";

/** A file to compare, under its name. */
interface NamedDocument {
  readonly name: string;
  readonly document: ModelDocument;
}

/** Scenarios of one document for whoever asks but once: those named, or all. */
export function compareScenariosOnce(
  document: ModelDocument,
  named: readonly string[] | undefined,
  question: CompareQuestion,
  shelf: GraphShelf = new GraphShelf(mechanisms),
): Result<CompareView> {
  const ids = named ?? scenarioIds(document);
  if (ids.length < 2) return refuse("compare.one", "scenarios");
  return compareScenarios(document, ids, shelf, question);
}

/** Files in their base scenarios. */
export function compareFilesOnce(
  files: readonly NamedDocument[],
  question: CompareQuestion,
  shelf: GraphShelf = new GraphShelf(mechanisms),
): Result<CompareView> {
  const plans: Plan[] = [];
  for (const { name, document } of files) {
    const prepared = prepareScenario(document, undefined, shelf);
    if (!prepared.ok) return prepared;
    plans.push({ id: name, label: document.project.name, prepared: prepared.value });
  }
  return compareDocuments(plans, shelf, question);
}
