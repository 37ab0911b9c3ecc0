import { readPath } from "../../models/document/path.ts";
import { BASE_SCENARIO, resolveScenario, scenarioIds, scenarioProblems } from "../../models/document/scenario.ts";
import { scenarioTitle } from "../../models/document/scenarioTitle.ts";
import { COUNTED_BY_DEFAULT, type ModelDocument, type ScenarioSpec } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import type { Problem } from "../../models/wording/problem.ts";
import type { Json, Lang, ScenarioView } from "../contract.ts";
import { placeLabel } from "./labels.ts";

/** The scenarios of a document, the base first, with what each changes against its parent in the words of the forms. */
export function scenarioViews(document: ModelDocument, lang: Lang): readonly ScenarioView[] {
  return scenarioIds(document).map((id) => {
    const scenario = document.scenarios.find((candidate) => candidate.id === id);
    const label = scenarioTitle(document, id)[lang];
    if (scenario === undefined) return { id, label, counts: COUNTED_BY_DEFAULT, changes: [] };
    const resolved = resolveScenario(document, id, mechanisms);
    const counts = resolved.ok ? resolved.value.counts : (scenario.counts ?? COUNTED_BY_DEFAULT);
    return {
      id,
      label,
      ...(scenario.parent === undefined ? {} : { parent: scenario.parent }),
      counts,
      ...(scenario.note === undefined ? {} : { note: scenario.note }),
      changes: changesOf(document, scenario, lang),
    };
  });
}

/** What is wrong with the scenarios of a document: parents in a circle or not there, changes that cannot be made. */
export const brokenScenarios = (document: ModelDocument): readonly Problem[] => scenarioProblems(document, mechanisms);

function changesOf(document: ModelDocument, scenario: ScenarioSpec, lang: Lang): ScenarioView["changes"] {
  const parent = resolveScenario(document, scenario.parent ?? BASE_SCENARIO, mechanisms);
  // A parent that cannot be resolved is named among the problems; the document itself is then the best there is to compare with.
  const before = parent.ok && scenario.parent !== undefined ? parent.value.document : document;
  return Object.entries(scenario.set).map(([path, to]) => {
    const from = readPath(before, path);
    return {
      path,
      label: placeLabel(document, path)[lang],
      from: from.ok ? ((from.value ?? null) as Json) : null,
      to: to as Json,
    };
  });
}
