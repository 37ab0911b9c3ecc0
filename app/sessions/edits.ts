import { parseStructure } from "../../models/document/parse.ts";
import { writePath } from "../../models/document/path.ts";
import { BASE_SCENARIO, isPatchable, resolveScenario } from "../../models/document/scenario.ts";
import type { ModelDocument, ScenarioSpec } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { fail, type Problem, type Result, succeed } from "../../models/wording/problem.ts";
import type { Edit } from "../contract.ts";
import { refuse } from "../problems.ts";

/** The document with all edits, in the scenario where that can differ in all their places, or the reason why none of them was made. */
export function applyEdits(
  document: ModelDocument,
  edits: readonly Edit[],
  scenario: string | undefined,
): Result<ModelDocument> {
  const own = scenario !== undefined && scenario !== BASE_SCENARIO && edits.every(({ path }) => isPatchable(path));
  return own ? editScenario(document, edits, scenario) : editDocument(document, edits);
}

/** Places whose change cannot make the rest of the document invalid. */
const LOCAL = /^components\/[^/]+\/(inputs|enabled|evidence|label|note)(\/|$)|^conventions\//;

function editDocument(document: ModelDocument, edits: readonly Edit[]): Result<ModelDocument> {
  let next = document;
  for (const { path, value } of edits) {
    const written = writePath(next, path, value ?? null, mechanisms);
    if (!written.ok) return written;
    next = written.value;
  }
  if (edits.every(({ path }) => LOCAL.test(path))) return succeed(next);
  // Two items of one name, a horizon too long: seen only on the whole.
  const whole = parseStructure(next);
  return whole.ok ? succeed(next) : whole;
}

function editScenario(document: ModelDocument, edits: readonly Edit[], id: string): Result<ModelDocument> {
  const index = document.scenarios.findIndex((scenario) => scenario.id === id);
  const scenario = document.scenarios[index];
  if (scenario === undefined) return refuse("edit.scenario_unknown", `scenarios/${id}`, id);
  const set: Record<string, ScenarioSpec["set"][string]> = { ...scenario.set };
  for (const { path, value } of edits) {
    // What was set below a place is covered by what is set at the place.
    for (const key of Object.keys(set)) if (key === path || key.startsWith(`${path}/`)) delete set[key];
    if (value !== undefined) set[path] = value as ScenarioSpec["set"][string];
  }
  const next = { ...document, scenarios: document.scenarios.with(index, { ...scenario, set }) };
  const resolved = resolveScenario(next, id, mechanisms);
  if (resolved.ok) return succeed(next);
  const known = problemsOf(document, id);
  const fresh = resolved.problems.filter((problem) => !known.has(keyOf(problem)));
  return fresh.length === 0 ? succeed(next) : fail(...fresh.map((problem) => atPlace(problem, id)));
}

/** What was wrong with the scenario before must not stand in the way of mending it one value after the other. */
function problemsOf(document: ModelDocument, id: string): ReadonlySet<string> {
  const resolved = resolveScenario(document, id, mechanisms);
  return new Set(resolved.ok ? [] : resolved.problems.map(keyOf));
}

const keyOf = ({ code, path }: Problem): string => `${code} ${path}`;

/** The problem at the place the user typed in, not at the patch that holds it. */
function atPlace(problem: Problem, id: string): Problem {
  const prefix = `scenarios/${id}/set/`;
  return problem.path.startsWith(prefix) ? { ...problem, path: problem.path.slice(prefix.length) } : problem;
}
