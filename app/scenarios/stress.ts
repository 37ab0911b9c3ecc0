import { type Generated, type StressQuestion, stressScenarios } from "../../models/analysis/stress/generate.ts";
import type { ModelDocument, ScenarioSpec } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { type Result, succeed } from "../../models/wording/problem.ts";
import type { JsonObject, Lang, StressView } from "../contract.ts";

/** The scenarios a rule writes, and the document with them at its end. */
export function stressed(
  document: ModelDocument,
  question: StressQuestion,
): Result<Generated & { readonly document: ModelDocument }> {
  const generated = stressScenarios(document, question, mechanisms);
  if (!generated.ok) return generated;
  const scenarios: readonly ScenarioSpec[] = [...document.scenarios, ...generated.value.scenarios];
  return succeed({ ...generated.value, document: { ...document, scenarios } });
}

/** What the face adds in one edit. */
export function stressView(document: ModelDocument, parent: string, lang: Lang): Result<StressView> {
  const found = stressed(document, { parent });
  if (!found.ok) return found;
  const { scenarios, left } = found.value;
  return succeed({
    scenarios: scenarios as unknown as readonly JsonObject[],
    left: left.map(({ id, label, reason }) => ({ id, label: label[lang], reason: reason[lang] })),
  });
}
