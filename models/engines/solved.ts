import type { Bindings, Graph, GraphLine } from "../language/graph.ts";
import type { Solved } from "../language/line.ts";
import { linesRead } from "../language/nodes.ts";
import { compileKernel, type Kernel } from "./kernel/kernel.ts";
import { Reach } from "./kernel/reach.ts";
import { visitNodes } from "./nodes.ts";
import { type Scan, scanCrossings } from "./roots.ts";

export interface Search {
  readonly root: number;
  readonly solved: Solved;
  readonly vary: number;
  readonly target: number;
  /** Whether any formula reads what is moved. */
  readonly moves: boolean;
}

/** All searches of a graph, and code for every target from every factor; none where nothing is moved. */
export interface Searches {
  readonly roots: readonly number[];
  readonly searches: readonly Search[];
  readonly code: Kernel | undefined;
}

const known = new WeakMap<Graph, Searches>();

/** All searches of a graph. */
export function searchesOf(graph: Graph): Searches {
  const found = known.get(graph) ?? prepare(graph);
  known.set(graph, found);
  return found;
}

function prepare(graph: Graph): Searches {
  const roots = graph.lines.filter(({ solved }) => solved !== undefined);
  const read = linesReadBy(graph);
  const searches = roots.flatMap(({ index, solved }) => {
    const [vary, target] = [graph.indexById.get(solved?.vary ?? ""), graph.indexById.get(solved?.target ?? "")];
    if (vary === undefined || target === undefined || solved === undefined) return [];
    return [{ root: index, solved, vary, target, moves: read.has(vary) }];
  });
  const moving = searches.filter(({ moves }) => moves);
  const outputs = moving.map(({ target }) => target);
  const varying = moving.map(({ vary }) => vary);
  const code = moving.length === 0 ? undefined : compileKernel(graph, { outputs, varying });
  return { roots: roots.map(({ index }) => index), searches, code };
}

/** Input lines that formulas read. */
function linesReadBy(graph: Graph): ReadonlySet<number> {
  const lines = new Set<number>();
  const formulas = graph.lines.flatMap(({ node }) => node ?? []);
  visitNodes(formulas, (node) => {
    for (const line of linesRead(node)) lines.add(line);
  });
  return lines;
}

/** Ends of the ids of the lines a search gives values to (see `Solved`). */
const ASIDES = ["", ".state", ".lowest", ".residual"] as const;

/** What a line that is searched for rests on: what is moved and what is to be met; a line beside it rests on it. */
export function besideSearch(graph: Graph): (line: GraphLine) => readonly number[] {
  const indexOf = (id: string): readonly number[] => [graph.indexById.get(id) ?? []].flat();
  return ({ id, source, solved }) => {
    if (solved !== undefined) return [...indexOf(solved.vary), ...indexOf(solved.target)];
    const aside = source === "input" ? ASIDES.find((end) => end !== "" && id.endsWith(end)) : undefined;
    return aside === undefined ? [] : indexOf(id.slice(0, -aside.length));
  };
}

/** Whether a line rests on one that is searched for. */
export function restsOnSearch(graph: Graph, line: number): boolean {
  const { roots } = searchesOf(graph);
  if (roots.length === 0) return false;
  const reach = new Reach(graph, { outputs: [line] });
  return roots.some((root) =>
    ASIDES.some((aside) => {
      const found = graph.indexById.get((graph.lines[root]?.id ?? "") + aside);
      return found !== undefined && reach.wants(found);
    }),
  );
}

/** Bindings with the roots of all searched lines: the same for both engines, found with the fast one. */
export function bindSolved(graph: Graph, bindings: Bindings): Bindings {
  const { roots, searches, code } = searchesOf(graph);
  if (roots.length === 0) return bindings;
  const scalars = new Map(bindings.scalars);
  const start = code?.run(bindings);
  const planned = new Map(searches.filter(({ moves }) => moves).map(({ target }) => [target, start?.scalar(target)]));
  for (const root of roots) {
    const search = searches.find((one) => one.root === root);
    const answer =
      search?.moves === false ? UNMOVED : answerOf(search && code && scan(search, code, planned.get(search.target)));
    for (const [name, value] of Object.entries(answer)) {
      const line = graph.indexById.get((graph.lines[root]?.id ?? "") + name);
      if (line !== undefined) scalars.set(line, String(value));
    }
  }
  return { ...bindings, scalars };
}

function scan({ solved, vary, target }: Search, code: Kernel, asPlanned: number | undefined): Scan {
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
  const scanned = scanCrossings({ from, to, points: [from, ...between, to], excess });
  code.setScalar(vary, 1);
  return scanned;
}

/** Multiples of the plan's own value tried first, closer together where break-even points are found; crossings between them are then narrowed. */
const NEAR: readonly number[] = [0.25, 0.5, 0.7, 0.85, 0.95, 1, 1.05, 1.15, 1.3, 1.6, 2.5];

const UNMOVED = { "": 0, ".state": -2, ".lowest": 0, ".residual": 0 } as const;

/** Values of the lines of a search, by the end of their id (see `Solved`). */
function answerOf(scanned: Scan | undefined): Readonly<Record<(typeof ASIDES)[number], number>> {
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
