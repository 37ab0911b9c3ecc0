import { z } from "zod";
import { loadPacks } from "../policy/load.ts";
import type { Forms, InputSpec } from "../terms/inputs.ts";
import { documentProblem, suggestion } from "../wording/document.ts";
import { fail, type Problem, type Result, succeed } from "../wording/problem.ts";
import { readComponent } from "./component.ts";
import { inputSchema } from "./inputSchema.ts";
import { show, structureProblems } from "./issues.ts";
import { bare, type Json, knownKeys, locate, type Steps, schemaAt, valueAt, withValue } from "./location.ts";
import type { ComponentSpec, ModelDocument } from "./schema.ts";

/** The value at a PATH; undefined for an input that is known but not given. */
export function readPath(document: ModelDocument, path: string): Result<Json | undefined> {
  const steps = findSteps(document, path);
  return steps.ok ? succeed(valueAt(document, steps.value) as Json | undefined) : steps;
}

/**
 * The document with the value at a PATH replaced; null leaves the input (or row) out. The value is checked as it would be when the file is
 * opened, and refused with the same words. The given document is not changed.
 */
export function writePath(document: ModelDocument, path: string, value: Json, registry: Forms): Result<ModelDocument> {
  const opened = withRoot(document, path);
  const found = findSteps(opened, path);
  if (!found.ok) return found;
  const steps = found.value;
  const [root, item, field, name] = steps;
  if (root === "format" || root === "version" || steps.length < 2 || steps.at(-1) === "id")
    return fail(documentProblem("document.path_fixed", path, { path }));
  if (root === "components" && typeof item === "number" && field === "inputs" && name !== undefined)
    return writeInput(document, path, steps, value, registry);
  if (value === null) return removeValue(opened, path, steps);
  const schema = schemaAt(steps);
  if (schema === undefined) return unknownPath(path, String(steps.at(-1)), knownKeys(steps.slice(0, -1)));
  const checked = schema.safeParse(named(opened, path, steps, value));
  if (!checked.success)
    return fail(...structureProblems(value, checked.error.issues, knownKeys).map((problem) => below(path, problem)));
  return succeed(withValue(opened, steps, checked.data) as ModelDocument);
}

/** The document with the list or the part a PATH leads into, where it may be left out and is. */
function withRoot(document: ModelDocument, path: string): ModelDocument {
  const [root = ""] = path.split("/");
  if (Object.hasOwn(document, root) && document[root as keyof ModelDocument] !== undefined) return document;
  const schema = schemaAt([root]);
  if (bare(schema) instanceof z.ZodArray) return { ...document, [root]: [] };
  const empty = bare(schema) instanceof z.ZodObject ? schema?.safeParse({}) : undefined;
  return empty?.success === true ? { ...document, [root]: empty.data } : document;
}

function findSteps(document: ModelDocument, path: string): Result<Steps> {
  const located = locate(document, path);
  return located.found ? succeed(located.steps) : unknownPath(path, located.lost.word, located.lost.known);
}

function unknownPath(path: string, word: string, known: readonly string[]): ReturnType<typeof fail> {
  return fail(documentProblem("document.path_unknown", path, { path, suggestion: suggestion(word, known) }));
}

/** A problem found in a value on its own, put at the place the value has in the document. */
function below(path: string, problem: Problem): Problem {
  return { ...problem, path: problem.path === "" ? path : `${path}/${problem.path}` };
}

/** An item of a list of named things keeps, or when appended gets, the name its path gives it. */
function named(document: ModelDocument, path: string, steps: Steps, value: Json): Json {
  const word = path.slice(path.lastIndexOf("/") + 1);
  const current = valueAt(document, steps);
  const isItem = Array.isArray(valueAt(document, steps.slice(0, -1))) && (current === undefined || hasId(current));
  return isItem && isPlain(value) ? { ...value, id: word } : value;
}

function isPlain(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function hasId(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.hasOwn(value, "id");
}

function removeValue(document: ModelDocument, path: string, steps: Steps): Result<ModelDocument> {
  const schema = schemaAt(steps);
  // Items of lists, and what stands under names of its own choice, may always go.
  const inList = typeof steps.at(-1) === "number" || bare(schemaAt(steps.slice(0, -1))) instanceof z.ZodRecord;
  if (!inList && schema?.safeParse(undefined).success !== true)
    return fail(documentProblem("document.missing_key", path, { key: String(steps.at(-1)) }));
  if (inList || schema === undefined) return succeed(withValue(document, steps, undefined) as ModelDocument);
  // A place with a default gets it back.
  return succeed(withValue(document, steps, schema.parse(undefined)) as ModelDocument);
}

function writeInput(
  document: ModelDocument,
  path: string,
  steps: Steps,
  value: Json,
  registry: Forms,
): Result<ModelDocument> {
  const [, item, , name] = steps;
  const component = document.components[Number(item)];
  if (component === undefined) throw new Error(`no component at ${path}`);
  const mechanism = registry.get(component.mechanism);
  const spec =
    mechanism !== undefined && Object.hasOwn(mechanism.inputs, String(name))
      ? mechanism.inputs[String(name)]
      : undefined;
  if (mechanism === undefined)
    return fail(
      documentProblem("document.mechanism_unknown", path, {
        mechanism: component.mechanism,
        suggestion: suggestion(component.mechanism, registry.keys()),
      }),
    );
  if (spec === undefined) return unknownPath(path, String(name), Object.keys(mechanism.inputs));
  const misplaced = checkColumn(spec, steps, path);
  if (misplaced !== undefined) return fail(misplaced);
  const own = steps.slice(0, 4);
  const written = withValue(document, steps, value === null ? undefined : named(document, path, steps, value));
  const whole = valueAt(written, own);
  const place = { component, name: String(name), path, registry };
  if (whole === undefined) return checkWritten(written as ModelDocument, document, place);
  const checked = inputSchema.safeParse(whole);
  if (!checked.success) return fail(documentProblem("document.bad_value", path, { found: show(value) }));
  return checkWritten(withValue(written, own, checked.data) as ModelDocument, document, place);
}

/** A column the table does not have must not be written: nothing would read it. */
function checkColumn(spec: InputSpec, steps: Steps, path: string): Problem | undefined {
  const column = steps[5];
  if (spec.type !== "table" || column === undefined || column === "id" || Object.hasOwn(spec.columns, column))
    return undefined;
  return documentProblem("document.column_unknown", path, {
    input: spec.label,
    column: String(column),
    suggestion: suggestion(String(column), Object.keys(spec.columns)),
  });
}

/** What is still to be filled in is the model's state, not a wrong value: a new row begins empty, and a value may be taken out. */
const MISSING: ReadonlySet<string> = new Set([
  "document.input_missing",
  "document.input_missing_parameter",
  "document.table_empty",
]);

interface WrittenPlace {
  readonly component: ComponentSpec;
  readonly name: string;
  readonly path: string;
  readonly registry: Forms;
}

/** Refuses a value that is unusable where it was written, or that spoils something beside it. */
function checkWritten(after: ModelDocument, before: ModelDocument, place: WrittenPlace): Result<ModelDocument> {
  const isBelow = ({ path }: Problem): boolean => path === place.path || path.startsWith(`${place.path}/`);
  const known = new Set(inputProblems(before, place).map(({ code, path }) => `${code} ${path}`));
  const refused = inputProblems(after, place).filter(
    (problem) => !MISSING.has(problem.code) && (isBelow(problem) || !known.has(`${problem.code} ${problem.path}`)),
  );
  return refused.length > 0 ? fail(...refused) : succeed(after);
}

function inputProblems(document: ModelDocument, place: WrittenPlace): readonly Problem[] {
  const component = document.components.find(({ id }) => id === place.component.id);
  const mechanism = place.registry.get(place.component.mechanism);
  if (component === undefined || mechanism === undefined) return [];
  const own = `components/${component.id}/inputs/${place.name}`;
  const { problems } = readComponent(component, mechanism, { document, packs: loadPacks(document) });
  return problems.filter(({ path }) => path === own || path.startsWith(`${own}/`));
}
