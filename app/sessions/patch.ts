import type { Json } from "../contract.ts";

type Steps = readonly (string | number)[];

/** One small change of plain JSON, at a place given by keys and list positions. */
export type Change =
  | { readonly op: "set"; readonly at: Steps; readonly value: Json }
  | { readonly op: "remove"; readonly at: Steps }
  | {
      readonly op: "splice";
      readonly at: Steps;
      readonly index: number;
      readonly remove: number;
      readonly insert: readonly Json[];
    };

/**
 * The changes that make `from` into `to`. Parts both share are not looked into, so that comparing two states of one document costs what
 * was changed, not what there is.
 */
export function changesBetween(from: unknown, to: unknown): readonly Change[] {
  const changes: Change[] = [];
  compare(from, to, [], changes);
  return changes;
}

function compare(from: unknown, to: unknown, at: Steps, changes: Change[]): void {
  if (Object.is(from, to)) return;
  if (Array.isArray(from) && Array.isArray(to)) compareLists(from, to, at, changes);
  else if (isObject(from) && isObject(to)) compareObjects(from, to, at, changes);
  else changes.push({ op: "set", at, value: to as Json });
}

function compareObjects(
  from: Readonly<Record<string, unknown>>,
  to: Readonly<Record<string, unknown>>,
  at: Steps,
  changes: Change[],
): void {
  for (const key of Object.keys(from))
    if (to[key] === undefined && from[key] !== undefined) changes.push({ op: "remove", at: [...at, key] });
  for (const [key, value] of Object.entries(to)) {
    if (value === undefined) continue;
    if (from[key] === undefined) changes.push({ op: "set", at: [...at, key], value: value as Json });
    else compare(from[key], value, [...at, key], changes);
  }
}

/** Items that were taken out or put in stand together in the middle; what is before and after them is shared. */
function compareLists(from: readonly unknown[], to: readonly unknown[], at: Steps, changes: Change[]): void {
  if (from.length === to.length) {
    for (const [index, item] of to.entries()) compare(from[index], item, [...at, index], changes);
    return;
  }
  const shorter = Math.min(from.length, to.length);
  let head = 0;
  while (head < shorter && from[head] === to[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail += 1;
  changes.push({
    op: "splice",
    at,
    index: head,
    remove: from.length - head - tail,
    insert: to.slice(head, to.length - tail) as readonly Json[],
  });
}

/** The value after the changes, sharing what they do not touch; undefined where they do not fit the value. */
export function applyChanges(value: unknown, changes: readonly Change[]): unknown {
  return changes.reduce<unknown>(
    (current, change) => (current === undefined ? undefined : applyOne(current, change, 0)),
    value,
  );
}

function applyOne(value: unknown, change: Change, depth: number): unknown {
  if (depth === change.at.length) return replaced(value, change);
  const step = change.at[depth] as string | number;
  const last = depth === change.at.length - 1;
  if (Array.isArray(value)) {
    if (typeof step !== "number" || step < 0 || step >= value.length) return undefined;
    const inner = applyOne(value[step], change, depth + 1);
    return inner === undefined ? undefined : value.with(step, inner);
  }
  if (!isObject(value) || typeof step !== "string" || step === "__proto__") return undefined;
  if (last && change.op === "remove") {
    const { [step]: _gone, ...rest } = value;
    return rest;
  }
  if (!last && !Object.hasOwn(value, step)) return undefined;
  const inner = applyOne(Object.hasOwn(value, step) ? value[step] : undefined, change, depth + 1);
  return inner === undefined ? undefined : { ...value, [step]: inner };
}

function replaced(value: unknown, change: Change): unknown {
  if (change.op === "set") return change.value;
  if (change.op === "remove" || !Array.isArray(value)) return undefined;
  if (change.index + change.remove > value.length) return undefined;
  return value.toSpliced(change.index, change.remove, ...change.insert);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
