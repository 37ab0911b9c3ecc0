import type { GraphLine } from "../../../models/language/graph.ts";
import type { BookName } from "./book.ts";
import type { Places } from "./places.ts";

/** Names hold letters, digits, dots and underscores; a prefix keeps them from being read as cells. */
const PREFIX = "in_";
const UNFIT = /[^\p{L}\p{N}._]/gu;
const LONGEST = 255;

/** A name for the value of every scalar input that may be changed, so that own formulas can use it: `in_` and its id. */
export function namesOf(lines: readonly GraphLine[], places: Places): readonly BookName[] {
  const taken = new Set<string>();
  return lines.flatMap(({ id, index, source, axis, path, label }): readonly BookName[] => {
    if (source !== "input" || axis !== "scalar" || path === "timeline") return [];
    const name = `${PREFIX}${id.replace(UNFIT, "_")}`.slice(0, LONGEST);
    if (taken.has(name.toLowerCase())) return [];
    taken.add(name.toLowerCase());
    return [{ name, range: places.value(index, ""), comment: label.zh.slice(0, LONGEST) }];
  });
}
