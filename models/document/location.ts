import { z } from "zod";
import { isHostileKey } from "./ids.ts";
import { documentSchema } from "./schema.ts";

/** A place in the document: keys and list positions from the root. */
export type Steps = readonly (string | number)[];

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A PATH that leads nowhere: how far it went, and the names there are to go on with. */
export interface Lost {
  readonly word: string;
  readonly known: readonly string[];
}

export type Located = { readonly found: true; readonly steps: Steps } | { readonly found: false; readonly lost: Lost };

const STEPS_MAX = 12;

/**
 * Follows a PATH (`components/loan_1/inputs/tranches/t2/amount`): items of lists are called by their id, values of a profile by position from 0.
 * The last step may name something that is not there yet, so that it can be written.
 */
export function locate(root: unknown, path: string): Located {
  const words = path.split("/");
  if (words.length > STEPS_MAX) return { found: false, lost: { word: words.at(-1) ?? "", known: [] } };
  const steps: (string | number)[] = [];
  let value = root;
  for (const [index, word] of words.entries()) {
    const last = index === words.length - 1;
    const step = stepInto(value, word, last);
    if (step === undefined && !isOpened([...steps, word]))
      return { found: false, lost: { word, known: namesIn(value) } };
    steps.push(step ?? word);
    value = step === undefined ? {} : childOf(value, step);
  }
  return { found: true, steps };
}

function stepInto(value: unknown, word: string, last: boolean): string | number | undefined {
  if (word === "" || isHostileKey(word)) return undefined;
  if (Array.isArray(value)) {
    const index = value.findIndex((item) => childOf(item, "id") === word);
    if (index >= 0) return index;
    const named = value.length > 0 && value.every((item) => typeof childOf(item, "id") === "string");
    if (!named && /^\d{1,5}$/.test(word) && Number(word) < value.length) return Number(word);
    return last && (named || value.length === 0) ? word : undefined;
  }
  if (typeof value !== "object" || value === null) return undefined;
  return Object.hasOwn(value, word) || last ? word : undefined;
}

/** Lists and records of names that a document may leave out: writing into one makes it. */
function isOpened(steps: Steps): boolean {
  const schema = schemaAt(steps);
  return schema instanceof z.ZodOptional && bare(schema) instanceof z.ZodRecord;
}

function childOf(value: unknown, step: string | number): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
  return (value as Record<string | number, unknown>)[step];
}

function namesIn(value: unknown): readonly string[] {
  if (Array.isArray(value))
    return value.flatMap((item) => {
      const id = childOf(item, "id");
      return typeof id === "string" ? [id] : [];
    });
  return typeof value === "object" && value !== null ? Object.keys(value) : [];
}

export function valueAt(root: unknown, steps: Steps): unknown {
  return steps.reduce<unknown>((value, step) => childOf(value, step), root);
}

/**
 * A copy with one place changed; everything else is shared with the original. `undefined` removes a key or a list item. A list step that is a
 * word appends an item with that id.
 */
export function withValue(root: unknown, steps: Steps, value: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  const inner = withValue(childOf(root, step), rest, value);
  if (Array.isArray(root)) {
    if (typeof step === "string") return inner === undefined ? root : [...root, inner];
    return inner === undefined ? root.toSpliced(step, 1) : root.with(step, inner);
  }
  const copy: Record<string, unknown> = { ...(root as Record<string, unknown> | undefined) };
  if (inner === undefined) delete copy[step];
  else copy[step] = inner;
  return copy;
}

/** What the document's schema says of a place; undefined where it knows nothing of it. */
export function schemaAt(steps: Steps): z.ZodType | undefined {
  let schema: unknown = documentSchema;
  for (const step of steps) schema = within(bare(schema), step);
  return schema instanceof z.ZodType ? schema : undefined;
}

/** One step further in; of what may be one value or several, such as an amount for all years or by year, into those that have parts. */
function within(outer: unknown, step: string | number): unknown {
  if (outer instanceof z.ZodObject) return Object.hasOwn(outer.shape, step) ? outer.shape[step] : undefined;
  if (outer instanceof z.ZodArray) return outer.element;
  if (outer instanceof z.ZodRecord)
    return z.safeParse(outer.keyType, String(step)).success ? outer.valueType : undefined;
  if (!(outer instanceof z.ZodUnion)) return undefined;
  return outer.options.map((option) => within(bare(option), step)).find((found) => found !== undefined);
}

/** Keys the schema knows at a place, for "did you mean". */
export function knownKeys(steps: readonly PropertyKey[]): readonly string[] {
  const found = bare(schemaAt(steps.map((step) => (typeof step === "symbol" ? "" : step))));
  return found instanceof z.ZodObject ? Object.keys(found.shape) : [];
}

/** A schema without optional and default around it. */
export function bare(schema: unknown): unknown {
  let inner = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault || inner instanceof z.ZodPrefault)
    inner = inner.unwrap();
  return inner;
}
