import type { Graph, Node } from "../../language/graph.ts";
import { childrenOf, linesRead } from "../../language/nodes.ts";
import { readsWhole } from "../../operations/operation.ts";
import { operations } from "../../operations/table.ts";
import { isScalarLine, lineAt, lineExpressions, scalarTest, visitNodes } from "../nodes.ts";

/** One thing the kernel stores: a line of the graph, or a part of its expression that is worth a place of its own. */
export interface KernelCell {
  readonly kind: "line" | "part";
  /** One value rather than one a period. */
  readonly scalar: boolean;
  /** Absent for inputs and broken lines. */
  readonly node?: Node;
  readonly opening?: Node;
  /** A scalar condition without which the cell is 0 in every period, and what it is otherwise. */
  readonly gate?: { readonly condition: Node; readonly node: Node };
  /** Calls a function in every period; to be run in order, so that a call is spared where no argument has changed. */
  readonly calls: boolean;
  /** May be undefined in a sound model, because a line it rests on says `none`. */
  readonly nullable: boolean;
  /** Cells this one reads, in any period. */
  readonly reads: readonly number[];
  /** Rough size of the code it takes. */
  readonly weight: number;
}

/** What to compute, in order; cell numbers below `graph.lines.length` are the lines. */
export interface Plan {
  readonly graph: Graph;
  readonly cells: readonly KernelCell[];
  readonly levels: readonly PlanLevel[];
  /** Sub-expressions that have a cell of their own. */
  readonly cellOfNode: ReadonlyMap<Node, number>;
}

export interface PlanLevel {
  readonly scalars: readonly number[];
  readonly periods: readonly number[];
}

/** Lays out the cells of a graph: its lines, and before their first user the parts that are hoisted, shared or dear. */
export function planKernel(graph: Graph): Plan {
  const known = plans.get(graph);
  if (known !== undefined) return known;
  const plan = new Planner(graph).plan();
  plans.set(graph, plan);
  return plan;
}

/** Several kernels may serve one graph: each input varied has its own. */
const plans = new WeakMap<Graph, Plan>();

class Planner {
  private readonly graph: Graph;
  private readonly cells: KernelCell[] = [];
  private readonly cellOfNode = new Map<Node, number>();
  private readonly isScalar: (node: Node) => boolean;
  private scalars: number[] = [];
  private periods: number[] = [];

  constructor(graph: Graph) {
    this.graph = graph;
    this.isScalar = scalarTest(graph);
  }

  plan(): Plan {
    const { graph, cells, cellOfNode } = this;
    const nullable = nullableLines(graph);
    for (const { axis, index } of graph.lines) {
      const scalar = axis === "scalar";
      cells.push({ kind: "line", scalar, calls: false, nullable: nullable.has(index), reads: [], weight: 1 });
    }
    const levels = graph.levels.map((level) => {
      this.scalars = [];
      this.periods = [];
      for (const line of level.scalars) this.addLine(line, this.scalars);
      for (const line of level.periods) this.addLine(line, this.periods);
      return { scalars: this.scalars, periods: this.periods };
    });
    return { graph, cells, levels, cellOfNode };
  }

  private addLine(index: number, order: number[]): void {
    const { node, opening } = lineAt(this.graph, index);
    if (node === undefined) return;
    const scalar = isScalarLine(this.graph, index);
    const roots = opening === undefined ? [node] : [node, opening];
    for (const root of roots) this.promote(root, scalar || root === opening);
    const gate = scalar ? undefined : this.gateOf(node);
    const { nullable = false } = this.cells[index] ?? {};
    const options = { ...(opening === undefined ? {} : { opening }), ...(gate === undefined ? {} : { gate }) };
    this.cells[index] = { kind: "line", scalar, node, ...options, calls: false, nullable, ...this.extent(roots) };
    order.push(index);
  }

  /** Gives cells to the parts of an expression that deserve one: whole-horizon reads, and calls outside scalar lines. */
  private promote(node: Node, insideScalar: boolean): void {
    if (this.cellOfNode.has(node)) return;
    const scalar = this.isScalar(node);
    for (const operand of childrenOf(node)) this.promote(operand, insideScalar);
    const { reads, calls } = operations[node.op];
    if (!readsWhole(reads) && (insideScalar || !calls(node))) return;
    (scalar ? this.scalars : this.periods).push(this.cells.length);
    const extent = this.extent([node]);
    this.cellOfNode.set(node, this.cells.length);
    this.cells.push({ kind: "part", scalar, node, calls: !scalar, nullable: false, ...extent });
  }

  private gateOf(node: Node): KernelCell["gate"] {
    const [condition, taken, other] = node.args;
    if (node.op !== "if" || condition === undefined || taken === undefined) return undefined;
    if (other?.op !== "const" || Number(other.text) !== 0) return undefined;
    return this.isScalar(condition) ? { condition, node: taken } : undefined;
  }

  /** The cells some expressions read, and how many nodes they have besides. */
  private extent(roots: readonly Node[]): { readonly reads: readonly number[]; readonly weight: number } {
    const reads = new Set<number>();
    let weight = 0;
    const seen = new Set<Node>();
    const walk = (node: Node): void => {
      const own = this.cellOfNode.get(node);
      if (own !== undefined) reads.add(own);
      if (own !== undefined || seen.has(node)) return;
      seen.add(node);
      weight++;
      for (const line of linesRead(node)) reads.add(line);
      for (const operand of childrenOf(node)) walk(operand);
    };
    for (const root of roots) walk(root);
    return { reads: [...reads], weight };
  }
}

/** Lines that may have no value by their nature, because they say so or ask for what may not exist, and all that rest on them. */
function nullableLines(graph: Graph): Set<number> {
  const readers = new Map<number, number[]>();
  const found = new Set<number>();
  for (const { index } of graph.lines) {
    visitNodes(lineExpressions(graph, index), (node) => {
      if (node.op === "none" || operations[node.op].reads === "whole") found.add(index);
      for (const line of linesRead(node)) {
        const known = readers.get(line);
        if (known === undefined) readers.set(line, [index]);
        else known.push(index);
      }
    });
  }
  for (const line of found) for (const reader of readers.get(line) ?? []) found.add(reader);
  return found;
}
