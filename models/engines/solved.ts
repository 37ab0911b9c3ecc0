import type { Bindings, Graph } from "../language/graph.ts";
import type { Solved } from "../language/line.ts";
import { compileKernel, type Kernel } from "./kernel/kernel.ts";
import { type Scan, scanCrossings } from "./roots.ts";

interface Search {
  readonly root: number;
  readonly solved: Solved;
  /** Indices of the line moved and the line watched, and code for the one from the other; absent where the model lacks one. */
  readonly kernel?: { readonly vary: number; readonly target: number; readonly code: Kernel };
}

const known = new WeakMap<Graph, readonly Search[]>();

/** Lines of a graph whose value is searched for. */
function searchesOf(graph: Graph): readonly Search[] {
  const found =
    known.get(graph) ??
    graph.lines.flatMap((line) => (line.solved === undefined ? [] : [searchOf(graph, line.index, line.solved)]));
  known.set(graph, found);
  return found;
}

function searchOf(graph: Graph, root: number, solved: Solved): Search {
  const [vary, target] = [graph.indexById.get(solved.vary), graph.indexById.get(solved.target)];
  if (vary === undefined || target === undefined || graph.broken.has(target)) return { root, solved };
  return { root, solved, kernel: { vary, target, code: compileKernel(graph, { outputs: [target], varying: [vary] }) } };
}

/** Bindings with the roots of all searched lines: the same for both engines, found with the fast one. */
export function bindSolved(graph: Graph, bindings: Bindings): Bindings {
  const searches = searchesOf(graph);
  if (searches.length === 0) return bindings;
  const scalars = new Map(bindings.scalars);
  for (const search of searches) {
    const id = graph.lines[search.root]?.id ?? "";
    for (const [name, value] of Object.entries(answerOf(scan(search, bindings)))) {
      const line = graph.indexById.get(id + name);
      if (line !== undefined) scalars.set(line, String(value));
    }
  }
  return { ...bindings, scalars };
}

function scan({ solved, kernel }: Search, bindings: Bindings): Scan | undefined {
  if (kernel === undefined) return undefined;
  const { vary, target, code } = kernel;
  const asPlanned = code.run(bindings).scalar(target);
  const known = new Map<number, number | undefined>([[1, asPlanned]]);
  const excess = (x: number): number | undefined => {
    if (known.has(x)) return known.get(x);
    code.setScalar(vary, x);
    const value = code.update().scalar(target);
    known.set(x, value);
    return value;
  };
  const { from, to } = solved;
  const moves = excess(from) !== asPlanned || excess(to) !== asPlanned;
  const between = moves ? NEAR.filter((x) => x > from && x < to) : [];
  return scanCrossings({ from, to, points: [from, ...between, to], excess });
}

/** Multiples of the plan's own value tried first, closer together where break-even points are found; crossings between them are then narrowed. */
const NEAR: readonly number[] = [0.25, 0.5, 0.7, 0.85, 0.95, 1, 1.05, 1.15, 1.3, 1.6, 2.5];

/** Values of the lines of a search, by the end of their id (see `Solved`). */
function answerOf(scanned: Scan | undefined): Readonly<Record<string, number>> {
  if (scanned === undefined || scanned.empty) return { "": 0, ".state": 2, ".lowest": 0, ".residual": 0 };
  const [first, ...more] = scanned.crossings;
  const last = more.at(-1) ?? first;
  if (first === undefined || last === undefined)
    return { "": 0, ".state": scanned.metAtEnds[0] ? -1 : 1, ".lowest": 0, ".residual": 0 };
  return {
    "": last.value,
    ".state": more.length === 0 ? 0 : more.length + 2,
    ".lowest": first.value,
    ".residual": last.residual,
  };
}
