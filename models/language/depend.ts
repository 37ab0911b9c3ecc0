import { readsWhole } from "../operations/operation.ts";
import { operations } from "../operations/table.ts";
import type { Draft } from "./draft.ts";
import type { Node } from "./graph.ts";
import { childrenOf, linesRead } from "./nodes.ts";

/** What one line reads. A line may appear in several lists. */
export interface Reads {
  /** In the same period (or the one value of a scalar). */
  readonly same: readonly number[];
  /** At least one period earlier. */
  readonly earlier: readonly number[];
  /** All periods at once (`total`, `at`): every value must be there first. */
  readonly whole: readonly number[];
}

/** Lines read by a line's formula and opening value. */
export function readsOf(draft: Draft, index: number): Reads {
  const { node, opening } = draft.at(index);
  const same = new Set<number>();
  const earlier = new Set<number>();
  const whole = new Set<number>();
  const seen = new Set<Node>();
  const pending: Node[] = [];
  if (node !== undefined) pending.push(node);
  if (opening !== undefined) pending.push(opening);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const { reads } = operations[next.op];
    if (reads !== "none") {
      const before = reads === "prev" || (reads === "lag" && isShifted(draft, next));
      const into = readsWhole(reads) ? whole : before ? earlier : same;
      for (const line of linesRead(next)) into.add(line);
    }
    for (const child of childrenOf(next)) pending.push(child);
  }
  return { same: [...same], earlier: [...earlier], whole: [...whole] };
}

/** A lag by a literal of 1 or more never reads the same period. */
function isShifted(draft: Draft, node: Node): boolean {
  return draft.shiftedLags.has(node) || Number(node.args[0]?.text) >= 1;
}
