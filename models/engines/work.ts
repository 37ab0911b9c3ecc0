import type { Graph, Node } from "../language/graph.ts";
import { childrenOf } from "../language/nodes.ts";
import { readsWhole } from "../operations/operation.ts";
import { operations } from "../operations/table.ts";
import { lineExpressions, scalarTest, visitNodes } from "./nodes.ts";

/** What an operation costs in decimals, an addition being 1: measured, and on the careful side. */
const COSTS: Readonly<Partial<Record<Node["op"], number>>> = { pow: 60, exp: 60, ln: 60, sqrt: 20 };
const SPREADSHEET = 200;
/** Above this much work nothing is run: minutes of a core, far beyond what a project asks. */
export const WORK_MAX = 100_000_000;

const known = new WeakMap<Graph, { readonly periods: number; readonly work: number }>();

/** What computing a graph once with the book of record costs: nodes × periods × the cost of their operations. */
export function workOf(graph: Graph, periods: number): number {
  const found = known.get(graph);
  if (found?.periods === periods) return found.work;
  const work = counted(graph, periods);
  known.set(graph, { periods, work });
  return work;
}

function counted(graph: Graph, periods: number): number {
  const isScalar = scalarTest(graph);
  let work = 0;
  const roots = graph.lines.flatMap(({ index }) => lineExpressions(graph, index));
  visitNodes(roots, (node) => {
    work += costOf(node, periods) * (isScalar(node) ? 1 : periods);
  });
  return work;
}

function costOf(node: Node, periods: number): number {
  const { reads } = operations[node.op];
  const parts = childrenOf(node).length;
  const own = SPREADSHEETS[node.op] === true ? SPREADSHEET : (COSTS[node.op] ?? 1);
  if (reads === "convolve" || !readsWhole(reads)) return own + parts;
  return own + parts + Math.max(1, node.lines?.length ?? 1) * periods;
}

const SPREADSHEETS: Readonly<Partial<Record<Node["op"], true>>> = {
  pmt: true,
  ipmt: true,
  ppmt: true,
  nper: true,
  pv: true,
  fv: true,
  effect: true,
  nominal: true,
};
