/** Changes to an example file, each with what the review must say of it. */
export interface Entry {
  readonly name: string;
  readonly topic: string;
  readonly kind: "evasion" | "sound";
  readonly base: string;
  readonly patch: readonly Operation[];
  /** The places of `patch` with items of lists by their id, so that an entry outlives a change of its example. */
  readonly ids: readonly string[];
  readonly expect: {
    readonly ids?: readonly string[];
    readonly severity?: "R" | "Q" | "N";
    readonly undecided?: boolean;
  };
}

interface Operation {
  readonly op: "add" | "remove" | "replace";
  readonly path: string;
  readonly value?: unknown;
}

export interface Sentence {
  readonly text: string;
  readonly flag: boolean;
  readonly group: string;
}

type Holder = Record<string, unknown> | unknown[];

/** The example after the changes of an entry; a place that is there no more throws, so that the entry is expressed anew. */
export function applied(example: unknown, { name, patch, ids }: Pick<Entry, "name" | "patch" | "ids">): unknown {
  const draft = structuredClone(example) as Holder;
  patch.forEach(({ op, path, value }, index) => {
    const place = ids[index] ?? path.slice(1);
    const steps = place.split("/");
    const last = steps.pop() ?? "";
    const holder = steps.reduce<unknown>((at, step) => child(at, step), draft);
    if (typeof holder !== "object" || holder === null) throw new Error(`${name}: ${place} leads nowhere`);
    change(holder as Holder, last, op, structuredClone(value), `${name}: ${place}`);
  });
  return draft;
}

/** Key of a step: in a list the position of the item with that id, or the number itself. */
function keyIn(list: readonly unknown[], step: string): number {
  const found = list.findIndex((item) => typeof item === "object" && item !== null && "id" in item && item.id === step);
  return found >= 0 ? found : /^\d+$/.test(step) ? Number(step) : -1;
}

function child(at: unknown, step: string): unknown {
  if (Array.isArray(at)) return at[keyIn(at, step)];
  return typeof at === "object" && at !== null ? (at as Record<string, unknown>)[step] : undefined;
}

function change(holder: Holder, step: string, op: Operation["op"], value: unknown, place: string): void {
  if (Array.isArray(holder)) {
    const key = keyIn(holder, step);
    if (op === "remove" && key in holder) holder.splice(key, 1);
    else if (op === "replace" && key in holder) holder[key] = value;
    else if (op === "add" && key in holder && /^\d+$/.test(step)) holder.splice(key, 0, value);
    else if (op === "add" && !(key in holder)) holder.push(value);
    else throw new Error(`${place}: nothing to ${op}`);
    return;
  }
  const old = holder[step];
  if (op !== "add" && old === undefined) throw new Error(`${place}: nothing to ${op}`);
  if (op === "remove") delete holder[step];
  else holder[step] = Array.isArray(old) && Array.isArray(value) && op === "add" ? [...old, ...value] : value;
}
