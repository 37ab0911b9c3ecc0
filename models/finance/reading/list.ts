import type { Num } from "../arithmetic/num.ts";
import { isRefusal, type Refusal, refuse } from "../refusal.ts";
import { readNumber } from "./number.ts";

/** Sixty years of days, and then some: longer lists are a mistake. */
const MAX_LENGTH = 25_000;

/** Reads an array of amounts; text, blanks and holes are refused, not skipped as spreadsheet ranges do. */
export function readAmounts(given: unknown, name: string): Num[] | Refusal {
  return readEach(given, name, readNumber);
}

/** Reads an array element by element; the first bad one is the refusal. */
export function readEach<T>(
  given: unknown,
  name: string,
  read: (element: unknown, name: string) => T | Refusal,
): T[] | Refusal {
  if (given === undefined) return refuse("missing-argument", name);
  const elements = elementsOf(given, name);
  if (isRefusal(elements)) return elements;
  const list: T[] = [];
  for (const [index, element] of elements.entries()) {
    const value = read(element === undefined ? null : element, `${name}[${index}]`);
    if (isRefusal(value)) return value;
    list.push(value);
  }
  return list;
}

/** Copies once, so that an array which changes or throws while being read cannot upset a calculation. */
function elementsOf(given: unknown, name: string): unknown[] | Refusal {
  try {
    if (!Array.isArray(given)) return refuse("not-a-list", name);
    if (given.length === 0) return refuse("empty", name);
    if (given.length > MAX_LENGTH) return refuse("too-large", name);
    return Array.from({ length: given.length }, (_, index): unknown => given[index]);
  } catch {
    return refuse("unreadable", name);
  }
}
