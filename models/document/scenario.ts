import { readMonth } from "../language/calendar.ts";
import type { Forms } from "../terms/inputs.ts";
import { documentProblem, suggestion } from "../wording/document.ts";
import { fail, type Problem, type Result, succeed } from "../wording/problem.ts";
import type { Json } from "./location.ts";
import { writePath } from "./path.ts";
import { COUNTED_BY_DEFAULT, type ModelDocument, type ScenarioSpec, type Status } from "./schema.ts";
import { shiftProject } from "./shift.ts";

/** The scenario every document has. */
export const BASE_SCENARIO = "base";

export interface ResolvedScenario {
  readonly id: string;
  readonly document: ModelDocument;
  /** Statuses whose money counts. */
  readonly counts: readonly Status[];
  /** Paths the scenario and its ancestors patch, the root ancestor's first. */
  readonly patched: readonly string[];
}

/** A scenario is a patch over its parent: the document with all patches from the root ancestor down applied. */
export function resolveScenario(
  document: ModelDocument,
  id: string | undefined,
  registry: Forms,
): Result<ResolvedScenario> {
  const chain = ancestry(document, id ?? BASE_SCENARIO);
  if (!chain.ok) return chain;
  const patches = chain.value.flatMap((scenario) =>
    Object.entries(scenario.set).map(([path, value]) => ({ scenario: scenario.id, path, value: value as Json })),
  );
  let resolved = shiftedStart(document, patches, registry);
  const problems: Problem[] = [];
  for (const { scenario, path, value } of patches) {
    const written = isPatchable(path)
      ? writePath(resolved, path, value, registry)
      : fail(documentProblem("document.path_fixed", path, { path }));
    if (written.ok) resolved = written.value;
    else
      problems.push(
        ...written.problems.map((problem) => ({ ...problem, path: `scenarios/${scenario}/set/${problem.path}` })),
      );
  }
  if (problems.length > 0) return fail(...problems);
  const counts = chain.value.findLast((scenario) => scenario.counts !== undefined)?.counts ?? COUNTED_BY_DEFAULT;
  const patched = [...new Set(patches.map(({ path }) => path))];
  return succeed({ id: id ?? BASE_SCENARIO, document: resolved, counts, patched });
}

/** Scenario ids a user can ask for, the base first. */
export function scenarioIds(document: Pick<ModelDocument, "scenarios">): readonly string[] {
  const declared = document.scenarios.map(({ id }) => id);
  return declared.includes(BASE_SCENARIO) ? declared : [BASE_SCENARIO, ...declared];
}

/** Root ancestor first. */
function ancestry(document: ModelDocument, id: string): Result<readonly ScenarioSpec[]> {
  const chain: ScenarioSpec[] = [];
  let next: string | undefined = id;
  while (next !== undefined) {
    const current: string = next;
    const found = document.scenarios.find((scenario) => scenario.id === current);
    if (found === undefined && current === BASE_SCENARIO) break;
    const child = chain[0];
    if (found === undefined) {
      const known = scenarioIds(document);
      if (child === undefined)
        return fail(
          documentProblem("document.scenario_unknown", "scenarios", {
            id: current,
            suggestion: suggestion(current, known),
          }),
        );
      return fail(
        documentProblem("document.scenario_parent", `scenarios/${child.id}/parent`, {
          id: child.id,
          parent: current,
          suggestion: suggestion(current, known),
        }),
      );
    }
    if (chain.includes(found)) {
      const circle = [...chain.slice(0, chain.indexOf(found) + 1).reverse(), found];
      const cycle = circle.map((scenario) => scenario.id).join(" → ");
      return fail(documentProblem("document.scenario_cycle", `scenarios/${found.id}/parent`, { cycle }));
    }
    chain.unshift(found);
    next = found.parent;
  }
  return succeed(chain);
}

interface Patch {
  readonly path: string;
  readonly value: Json;
}

/** Moves the project when a scenario moves its start; patches written afterwards say what they mean literally. */
function shiftedStart(document: ModelDocument, patches: readonly Patch[], registry: Forms): ModelDocument {
  const start = patches.findLast(({ path }) => path === "timeline/start")?.value;
  const from = readMonth(document.timeline.start);
  const to = typeof start === "string" ? readMonth(start) : undefined;
  return from === undefined || to === undefined ? document : shiftProject(document, to - from, registry);
}

const PATCHABLE: readonly RegExp[] = [
  /^components\/[^/]+\/(inputs\/.+|enabled)$/,
  /^timeline\/(start|phases\/[^/]+\/(start|after|lagMonths|months))$/,
  /^conventions\/[^/]+$/,
  /^project\/(households|type|mode|priceBaseMonth)$/,
  /^parties\/[^/]+\/(inProject|openingCash)$/,
];

/** All scenarios of a file share one timeline and one set of components; what a patch may touch are their values. */
export function isPatchable(path: string): boolean {
  return PATCHABLE.some((pattern) => pattern.test(path));
}
