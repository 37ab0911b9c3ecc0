import { show } from "../../../models/document/issues.ts";
import { type Json, locate, valueAt, withValue } from "../../../models/document/location.ts";
import { parseDocument, valueProblems } from "../../../models/document/parse.ts";
import { BASE_SCENARIO, isPatchable } from "../../../models/document/scenario.ts";
import type { ComponentSpec, ModelDocument } from "../../../models/document/schema.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";
import { suggestion } from "../../../models/wording/document.ts";
import { fail, type Problem, type Result, succeed } from "../../../models/wording/problem.ts";
import { sheetProblem } from "../../../models/wording/sheet.ts";
import { MARKS } from "../../exports/template/kinds.ts";
import type { Edit } from "./edits.ts";
import { beginsWith } from "./entry.ts";
import { changedCells, mergedRows } from "./mergedRows.ts";

/** What the edits are carried out on. */
export interface Aim {
  /** The document that is changed. */
  readonly target: ModelDocument;
  /** The same as the sheets see it: of a scenario, with its patches. */
  readonly shown: ModelDocument;
  /** The scenario whose patches are written; the document itself where there is none. */
  readonly scenario: string | undefined;
}

/** Codes of what is only still missing: a value may be taken out of a sheet as in a form. */
const MISSING: ReadonlySet<string> = new Set([
  "document.input_missing",
  "document.input_missing_parameter",
  "document.table_empty",
]);

/**
 * The document with all edits carried out and judged as when it is opened: an edit that makes something unusable is a fault at its cell.
 * @param cells the cell of every place that was read
 */
export function applied(aim: Aim, asked: readonly Edit[], cells: ReadonlyMap<string, string>): Result<ModelDocument> {
  const { target, scenario } = aim;
  const settled = asked.map((edit) => settledTable(edit, aim, cells));
  const edits = settled.map(({ edit }) => edit);
  const judged = edits.map((edit) => ({ edit, refusal: refusalOf(edit, aim) }));
  const conflicts = [
    ...settled.flatMap(({ conflicts: own }) => own),
    ...judged.flatMap(({ refusal }) => refusal ?? []),
  ];
  const sound = judged.flatMap(({ edit, refusal }) => (refusal === undefined ? [edit] : []));
  if (sound.length === 0) return conflicts.length > 0 ? fail(...conflicts) : succeed(target);
  const next = sound.reduce(
    (document, edit) => (isOwn(edit, aim) ? edited(document, edit) : patched(document, edit, scenario ?? "")),
    target,
  );
  const parsed = parseDocument(next, mechanisms);
  const fault = (problem: Problem): Problem => placed(problem, edits, cells) ?? problem;
  if (!parsed.ok) return fail(...conflicts, ...parsed.problems.map(fault));
  const known = new Set(valueProblems(target, mechanisms).map(({ code, path }) => `${code} ${path}`));
  const fresh = parsed.value.problems.filter(({ code, path }) => !MISSING.has(code) && !known.has(`${code} ${path}`));
  const faults = [...conflicts, ...fresh.flatMap((problem) => placed(problem, edits, cells) ?? [])];
  return faults.length > 0 ? fail(...faults) : succeed(parsed.value.document);
}

/** An edit of a whole table that others have changed too, brought together with theirs cell by cell. */
function settledTable(
  edit: Edit,
  { shown }: Aim,
  cells: ReadonlyMap<string, string>,
): { readonly edit: Edit; readonly conflicts: readonly Problem[] } {
  const located = locate(shown, edit.place);
  const own = (located.found && !isSourcePlace(edit.place) ? valueAt(shown, located.steps) : undefined) as
    | Json
    | undefined;
  const merged = mergedRows(edit.before, edit.after, own);
  if (merged === undefined) return { edit, conflicts: [] };
  const said = (value: unknown) => (value === undefined ? "–" : show(value));
  const conflicts = merged.conflicts.map(({ row, column, own: theirs, before }) =>
    sheetProblem(
      "conflict",
      cells.get(`${edit.place}/${row}/${column}`) ?? cells.get(`${edit.place}/${row}`) ?? edit.at,
      {
        own: said(theirs),
        found: said(before),
      },
    ),
  );
  return { edit: { ...edit, before: own, after: merged.rows }, conflicts };
}

/** The problem at the cell it comes from; undefined where it comes from none. */
function placed(problem: Problem, edits: readonly Edit[], cells: ReadonlyMap<string, string>): Problem | undefined {
  const path = problem.path.replace(/^scenarios\/[^/]+\/set\//, "");
  const own = edits.find(({ place }) => path === place || path.startsWith(`${place}/`));
  if (own === undefined) return undefined;
  for (let place = path; place.length >= own.place.length; place = place.slice(0, place.lastIndexOf("/"))) {
    const at = cells.get(place);
    if (at !== undefined) return { ...problem, path: at };
  }
  return { ...problem, path: own.at };
}

/** Why an edit cannot be carried out: its place is not there, a scenario cannot write it, or somebody else has changed the value meanwhile. */
function refusalOf({ place, before, after, at, label }: Edit, { target, shown, scenario }: Aim): Problem | undefined {
  const isSource = isSourcePlace(place);
  if (isSource && typeof after === "string" && namesNothing(after))
    return sheetProblem("assumed_source", at, { found: after });
  const located = locate(shown, isSource ? place.split("/").slice(0, 2).join("/") : place);
  if (!located.found)
    return sheetProblem("row_unknown", at, {
      found: place,
      suggestion: suggestion(located.lost.word, located.lost.known),
    });
  // Papers are of the file: a template of a scenario changes that scenario alone.
  if (isSource && scenario !== undefined && scenario !== BASE_SCENARIO)
    return sheetProblem("not_patchable", at, { input: label });
  if (!isOwn({ place }, { target, scenario }) && !isPatchable(place))
    return sheetProblem("not_patchable", at, { input: label });
  const own = isSource ? sourceIn(shown, place) : [valueAt(shown, located.steps)];
  // Both have come to the same: there is nothing to decide.
  if (own.some((value) => [before, after].some((one) => JSON.stringify(value) === JSON.stringify(one))))
    return undefined;
  const said = (value: unknown) => (value === undefined ? "–" : show(value));
  return sheetProblem("conflict", at, { own: said(own[0]), found: said(before) });
}

/** 假定 without where it comes from, or with no sign between: neither an assumption nor a paper. */
function namesNothing(text: string): boolean {
  const source = beginsWith(text, MARKS.assumed);
  return source === undefined ? /^\s*(?:假定|假设|暂估|assumed|assumption)/iu.test(text) : source === "";
}

const isSourcePlace = (place: string): boolean => /^components\/[^/]+\/evidence\//.test(place);

type Source = NonNullable<ComponentSpec["evidence"]>[string];

/** The paper behind an input as a sheet has it, in either language. */
function sourceIn({ components }: ModelDocument, place: string): readonly (string | undefined)[] {
  const [, id, , name = ""] = place.split("/");
  const source = components.find((component) => component.id === id)?.evidence?.[name];
  if (source === undefined) return [undefined];
  if (!("assumed" in source)) return [source.document === "" ? undefined : source.document];
  return [`${MARKS.assumed.zh}${source.assumed}`, `${MARKS.assumed.en}${source.assumed}`];
}

/** Whether an edit is of the document itself: papers always are, and the base scenario has a value of its own only where it says so. */
function isOwn({ place }: Pick<Edit, "place">, { target, scenario }: Pick<Aim, "target" | "scenario">): boolean {
  if (scenario === undefined || isSourcePlace(place)) return true;
  const set = target.scenarios.find(({ id }) => id === scenario)?.set ?? {};
  return scenario === BASE_SCENARIO && !Object.keys(set).some((key) => key === place || key.startsWith(`${place}/`));
}

function edited(document: ModelDocument, edit: Edit): ModelDocument {
  const { place, after } = edit;
  if (isSourcePlace(place)) return withSource(document, edit);
  const located = locate(document, place);
  if (!located.found) throw new Error(`a template has the place ${place}, which the document has not`);
  return withValue(document, located.steps, after) as ModelDocument;
}

/** A patch of the scenario: of a table the cells that were changed, so that it goes on following the file in all others. */
function patched(document: ModelDocument, edit: Edit, id: string): ModelDocument {
  const { place, before, after } = edit;
  const cells = changedCells(before, after);
  const setIn = (set: ModelDocument["scenarios"][number]["set"]) =>
    cells === undefined
      ? { ...without(set, place), [place]: after ?? null }
      : { ...set, ...Object.fromEntries(cells.map(([path, value]) => [`${place}/${path}`, value])) };
  const scenarios = document.scenarios.map((scenario) =>
    scenario.id === id ? { ...scenario, set: setIn(scenario.set) } : scenario,
  );
  return { ...document, scenarios } as ModelDocument;
}

/** What was set below a place is covered by what is set at the place. */
const without = <V>(set: Readonly<Record<string, V>>, place: string): Readonly<Record<string, V>> =>
  Object.fromEntries(Object.entries(set).filter(([key]) => !key.startsWith(`${place}/`)));

function withSource(document: ModelDocument, { place, after }: Edit): ModelDocument {
  const [, id, , name = ""] = place.split("/");
  const components = document.components.map((component) => {
    if (component.id !== id) return component;
    const { [name]: held, ...rest } = component.evidence ?? {};
    const evidence = after === undefined ? rest : { ...rest, [name]: sourceFor(String(after), held) };
    const { evidence: _, ...bare } = component;
    return Object.keys(evidence).length === 0 ? bare : { ...bare, evidence };
  });
  return { ...document, components } as ModelDocument;
}

function sourceFor(text: string, held: Source | undefined): Source {
  const assumed = beginsWith(text, MARKS.assumed);
  if (assumed !== undefined) return { assumed };
  return held === undefined || "assumed" in held ? { document: text } : { ...held, document: text };
}
