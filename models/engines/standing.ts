import type { Graph, Node } from "../language/graph.ts";
import { linesRead } from "../language/nodes.ts";
import { readsWhole } from "../operations/operation.ts";
import { operations } from "../operations/table.ts";
import { isScalarLine, visitNodes } from "./nodes.ts";

/** The cells that decide the value of a line in a period, where they are the period's own and those of the one before. */
interface Rests {
  /** Read in the same period. */
  readonly same: readonly number[];
  /** Read in the period before. */
  readonly before: readonly number[];
}

/**
 * What the formula of each line rests on in a period. A line is left out if it also reads cells that move with the period in another way; what a
 * reducer adds up and scalar lines are the same in every period.
 */
export function restsOf(graph: Graph): readonly (Rests | undefined)[] {
  return graph.lines.map(({ node, axis }) =>
    node === undefined || axis === "scalar" ? undefined : restsOn(graph, node),
  );
}

function restsOn(graph: Graph, root: Node): Rests | undefined {
  const found = { same: new Set<number>(), before: new Set<number>() };
  let elsewhere = false;
  visitNodes([root], (node) => {
    const { reads } = operations[node.op];
    if (reads === "none" || readsWhole(reads)) return;
    if (reads !== "same" && reads !== "prev") elsewhere = true;
    else
      for (const line of linesRead(node))
        if (!isScalarLine(graph, line)) found[reads === "same" ? "same" : "before"].add(line);
  });
  return elsewhere ? undefined : { same: [...found.same], before: [...found.before] };
}

/** Whether everything a line rests on in period `t` is as it was a period earlier; equal neighbours are one object. */
export function stands<V>({ same, before }: Rests, t: number, cells: readonly (readonly V[])[]): boolean {
  for (const line of same) if (!isAsBefore(cells[line], t)) return false;
  for (const line of before) if (!isAsBefore(cells[line], t - 1)) return false;
  return true;
}

function isAsBefore<V>(values: readonly V[] | undefined, t: number): boolean {
  return values !== undefined && values[t] === values[t - 1];
}
