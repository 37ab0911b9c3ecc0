import type { Json } from "./location.ts";
import type { ModelDocument } from "./schema.ts";

/** One place where two documents differ; `undefined` means it is not there. */
export interface Difference {
  /** PATH of the place. */
  readonly path: string;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

/**
 * What changed from one document to another, place by place. Items of named lists are compared by their id, so that a moved row is no change;
 * something added or removed is told as a whole.
 */
export function diffDocuments(before: ModelDocument, after: ModelDocument): readonly Difference[] {
  const found: Difference[] = [];
  compare("", before as unknown as Json, after as unknown as Json, found);
  return found;
}

function compare(path: string, before: Json | undefined, after: Json | undefined, found: Difference[]): void {
  if (before === after) return;
  const left = partsOf(before);
  const right = partsOf(after);
  if (left === undefined || right === undefined || left.list !== right.list) {
    if (JSON.stringify(before) !== JSON.stringify(after)) found.push({ path, before, after });
    return;
  }
  for (const name of new Set([...left.parts.keys(), ...right.parts.keys()])) {
    compare(path === "" ? name : `${path}/${name}`, left.parts.get(name), right.parts.get(name), found);
  }
}

/**
 * The first document with some of its differences from the second carried out, told by their paths: all of them give the second, none the first.
 * What is added to a named list follows what it follows in the second.
 */
export function mergeDocuments(
  before: ModelDocument,
  after: ModelDocument,
  isCarriedOut: (path: string) => boolean,
): unknown {
  return merged("", before as unknown as Json, after as unknown as Json, isCarriedOut);
}

function merged(
  path: string,
  before: Json | undefined,
  after: Json | undefined,
  isCarriedOut: (path: string) => boolean,
): Json | undefined {
  if (before === after) return before;
  const left = partsOf(before);
  const right = partsOf(after);
  if (left === undefined || right === undefined || left.list !== right.list) return isCarriedOut(path) ? after : before;
  const names = namesInOrder([...left.parts.keys()], [...right.parts.keys()]);
  const parts = names.flatMap((name) => {
    const place = path === "" ? name : `${path}/${name}`;
    const part = merged(place, left.parts.get(name), right.parts.get(name), isCarriedOut);
    return part === undefined ? [] : [[name, part] as const];
  });
  return left.list ? parts.map(([, part]) => part) : Object.fromEntries(parts);
}

function namesInOrder(before: readonly string[], after: readonly string[]): readonly string[] {
  const names = [...before];
  for (const [index, name] of after.entries()) {
    if (names.includes(name)) continue;
    names.splice(names.indexOf(after[index - 1] ?? "") + 1, 0, name);
  }
  return names;
}

interface Parts {
  readonly list: boolean;
  readonly parts: ReadonlyMap<string, Json>;
}

/** Parts of an object or of a list of named things; other lists and plain values are compared as a whole. */
function partsOf(value: Json | undefined): Parts | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (!Array.isArray(value))
    return { list: false, parts: new Map(Object.entries(value).filter(([, part]) => part !== undefined)) };
  const parts = new Map<string, Json>();
  for (const item of value as readonly Json[]) {
    const id = typeof item === "object" && item !== null && "id" in item ? item.id : undefined;
    if (typeof id !== "string" || parts.has(id)) return undefined;
    parts.set(id, item);
  }
  return { list: true, parts };
}
