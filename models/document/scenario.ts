import { readMonth } from "../language/calendar.ts";
import { readDecimal, writeDecimal } from "../language/decimal.ts";
import type { Forms } from "../terms/inputs.ts";
import { documentProblem, suggestion } from "../wording/document.ts";
import { fail, type Problem, type Result, succeed } from "../wording/problem.ts";
import { show } from "./issues.ts";
import type { Json } from "./location.ts";
import { readPath, writePath } from "./path.ts";
import { COUNTED_BY_DEFAULT, type ModelDocument, type ScenarioSpec, type Status } from "./schema.ts";
import { shiftProject } from "./shift.ts";
import { STATUS_WORDS } from "./statusWords.ts";

/** A base scenario that counts money nobody has granted yet. */
export const BASE_COUNTS = "document.base_counts";

/** The scenario every document has. */
export const BASE_SCENARIO = "base";

export interface ResolvedScenario {
  readonly id: string;
  readonly document: ModelDocument;
  /** Statuses whose money counts. */
  readonly counts: readonly Status[];
}

/** A scenario is a patch over its parent: the document with all patches from the root ancestor down applied. */
export function resolveScenario(
  document: ModelDocument,
  id: string | undefined,
  registry: Forms,
): Result<ResolvedScenario> {
  const chain = ancestry(document, id ?? BASE_SCENARIO);
  if (!chain.ok) return chain;
  const resolved = patchedWith(document, chain.value.flatMap(patchesOf), registry);
  if (resolved.problems.length > 0) return fail(...resolved.problems);
  const counts = chain.value.findLast((scenario) => scenario.counts !== undefined)?.counts ?? COUNTED_BY_DEFAULT;
  return succeed({ id: id ?? BASE_SCENARIO, document: resolved.document, counts });
}

/** So many changes of scenarios are tried when a document is opened or edited; one that is chosen is always tried whole. */
const TRIED_MAX = 2500;
const SHOWN_MAX = 100;

/** What is wrong with the scenarios of a document: each own patch is tried once, on top of its parent's. */
export function scenarioProblems(document: ModelDocument, registry: Forms): readonly Problem[] {
  const resolved = new Map<string, ModelDocument>();
  const problems: Problem[] = [];
  let tried = 0;
  for (const { id } of document.scenarios) {
    const chain = ancestry(document, id);
    if (!chain.ok) {
      problems.push(...chain.problems);
      continue;
    }
    const moves = chain.value.some((scenario) => Object.hasOwn(scenario.set, START));
    for (const [index, scenario] of chain.value.entries()) {
      if (resolved.has(scenario.id)) continue;
      if (tried > TRIED_MAX || problems.length > SHOWN_MAX) return [...problems.slice(0, SHOWN_MAX), untried()];
      const parent = resolved.get(chain.value[index - 1]?.id ?? "") ?? document;
      // A moved start moves what stands before the patches: then nothing of the parent's can be taken over.
      const whole = moves ? chain.value.slice(0, index + 1).flatMap(patchesOf) : patchesOf(scenario);
      const patched = patchedWith(moves ? document : parent, whole, registry);
      tried += whole.length;
      problems.push(...patched.problems);
      resolved.set(scenario.id, patched.document);
    }
  }
  return problems.length > SHOWN_MAX ? [...problems.slice(0, SHOWN_MAX), untried()] : problems;
}

const untried = (): Problem => documentProblem("document.scenarios_untried", "scenarios", {});

/** How a scenario sees the document, as far as its patches can be applied. */
export interface SeenDocument {
  readonly document: ModelDocument;
  /** The same without the scenario's own patches: what each goes back to when it is taken out. */
  readonly inherited: ModelDocument;
  /** Paths the scenario itself patches. */
  readonly patched: readonly string[];
}

export function seenBy(document: ModelDocument, id: string, registry: Forms): SeenDocument {
  const chain = ancestry(document, id);
  const scenarios = chain.ok ? chain.value : document.scenarios.filter((scenario) => scenario.id === id);
  const patches = scenarios.flatMap(patchesOf);
  const foreign = patches.filter(({ scenario }) => scenario !== id);
  const [parent, moved] = [foreign, [...foreign, ...patches.filter(({ path }) => path === START)]].map(
    (some) => patchedWith(document, some, registry).document,
  ) as [ModelDocument, ModelDocument];
  return {
    document: patchedWith(document, patches, registry).document,
    // A moved start moves what it moves whether or not something else is patched; taken out it goes back to the parent's.
    inherited: { ...moved, timeline: { ...moved.timeline, start: parent.timeline.start } },
    patched: patches.filter(({ scenario }) => scenario === id).map(({ path }) => path),
  };
}

/** Scenario ids a user can ask for, the base first. */
export function scenarioIds(document: Pick<ModelDocument, "scenarios">): readonly string[] {
  const declared = document.scenarios.map(({ id }) => id);
  return declared.includes(BASE_SCENARIO) ? declared : [BASE_SCENARIO, ...declared];
}

/** Root ancestor first. */
export function ancestry(document: ModelDocument, id: string): Result<readonly ScenarioSpec[]> {
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

/** What the base scenario, of which the others are variants, writes over the file itself: the file says one thing and its verdicts stand on another. */
export function overwrittenByBase(document: ModelDocument, id: string | undefined): readonly Problem[] {
  const chain = ancestry(document, id ?? BASE_SCENARIO);
  if (!chain.ok) return [];
  // What the base itself rests on is as much the base.
  const last = chain.value.findIndex((scenario) => scenario.id === BASE_SCENARIO);
  const patches = chain.value.slice(0, last + 1).flatMap(patchesOf);
  const written = new Map(patches.map(({ path, value }) => [path, value]));
  return [...written].flatMap(([path, value]) => {
    const stands = readPath(document, path);
    const before = stands.ok ? stands.value : undefined;
    if (canonicalText(before) === canonicalText(value)) return [];
    const args = { path, before: before === undefined ? "–" : show(before), after: show(value) };
    return [documentProblem("document.base_overwrites", path, args)];
  });
}

/** What the base, or what it rests on, counts although nobody has granted it: its verdicts would stand on hopes. */
export function countedByBase(document: ModelDocument, id: string | undefined): readonly Problem[] {
  const chain = ancestry(document, id ?? BASE_SCENARIO);
  if (!chain.ok) return [];
  const last = chain.value.findIndex((scenario) => scenario.id === BASE_SCENARIO);
  const counting = chain.value.findLast((scenario) => scenario.counts !== undefined);
  const hoped = counting?.counts?.filter((status) => !COUNTED_BY_DEFAULT.includes(status)) ?? [];
  if (counting === undefined || hoped.length === 0 || chain.value.indexOf(counting) > last) return [];
  const args = { statuses: { zh: namesOf(hoped, "zh"), en: namesOf(hoped, "en") } };
  return [documentProblem(BASE_COUNTS, `scenarios/${counting.id}/counts`, args)];
}

const namesOf = (statuses: readonly Status[], lang: "zh" | "en"): string =>
  statuses.map((status) => STATUS_WORDS[status][lang]).join(lang === "zh" ? "、" : ", ");

/** A number says the same however it is written. */
export function canonicalText(value: Json | undefined): string {
  const number = typeof value === "string" || typeof value === "number" ? readDecimal(String(value)) : undefined;
  return number === undefined ? JSON.stringify(value ?? null) : writeDecimal(number);
}

export interface Patch {
  readonly scenario: string;
  readonly path: string;
  readonly value: Json;
}

function patchesOf(scenario: ScenarioSpec): readonly Patch[] {
  return Object.entries(scenario.set).map(([path, value]) => ({ scenario: scenario.id, path, value: value as Json }));
}

export function patchedWith(
  document: ModelDocument,
  patches: readonly Patch[],
  registry: Forms,
): { readonly document: ModelDocument; readonly problems: readonly Problem[] } {
  let patched = shiftedStart(document, patches, registry);
  const problems: Problem[] = [];
  for (const { scenario, path, value } of patches) {
    const written = isPatchable(path)
      ? writePath(patched, path, value, registry)
      : fail(documentProblem("document.path_fixed", path, { path }));
    if (written.ok) patched = written.value;
    else
      problems.push(
        ...written.problems.map((problem) => ({ ...problem, path: `scenarios/${scenario}/set/${problem.path}` })),
      );
  }
  return { document: patched, problems };
}

/** A scenario that moves the start moves the project. */
export const START = "timeline/start";

/** Moves the project when a scenario moves its start; patches written afterwards say what they mean literally. */
function shiftedStart(document: ModelDocument, patches: readonly Patch[], registry: Forms): ModelDocument {
  const start = patches.findLast(({ path }) => path === START)?.value;
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
