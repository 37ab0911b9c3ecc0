import type { Json } from "../location.ts";
import type { ModelDocument } from "../schema.ts";
import { RENAMED, type Renaming } from "./formula.ts";
import { type Item, itemsOf } from "./rename.ts";
import { isPlain } from "./values.ts";

/** So much of an item is what it was where it only got another id; beyond, it is another item. */
const LIKENESS = 0.9;

/**
 * Items that got another id from one state of a document to a later one (改代码): one is gone, and one that is called and says the same has come. Where that can
 * be read in two ways it is not read at all.
 */
export function renamingsBetween(before: ModelDocument, after: ModelDocument): readonly Renaming[] {
  return RENAMED.flatMap((list) => {
    const [was, is] = [itemsOf(before, list), itemsOf(after, list)];
    const missing = (from: readonly Item[], others: readonly Item[]) =>
      from.filter(({ id }) => !others.some((other) => other.id === id));
    const [gone, come] = [missing(was, is), missing(is, was)];
    return gone.flatMap(({ id: from, ...own }) => {
      const alike = come.filter((other) => isAlike(own, other));
      const [only] = alike;
      if (only === undefined || alike.length > 1) return [];
      const sources = gone.filter(({ id: _id, ...other }) => isAlike(other, only));
      return sources.length === 1 ? [{ list, from, to: only.id }] : [];
    });
  });
}

function isAlike(own: object, { id: _id, ...other }: Item): boolean {
  const [left, right] = [leavesOf(own), leavesOf(other)];
  const label = (leaves: ReadonlyMap<string, string>) =>
    [...leaves].filter(([path]) => path.startsWith("/label")).join();
  if (label(left) !== label(right) || left.get("/mechanism") !== right.get("/mechanism")) return false;
  const same = [...left].filter(([path, value]) => right.get(path) === value).length;
  return same >= LIKENESS * Math.max(left.size, right.size, 1);
}

function leavesOf(value: unknown): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const walk = (path: string, one: Json): void => {
    if (Array.isArray(one)) for (const [index, item] of one.entries()) walk(`${path}/${index}`, item);
    else if (isPlain(one)) for (const [name, part] of Object.entries(one)) walk(`${path}/${name}`, part);
    else if (one !== undefined) found.set(path, JSON.stringify(one));
  };
  walk("", value as Json);
  return found;
}
