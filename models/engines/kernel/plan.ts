import type { Graph, Node } from "../../language/graph.ts";
import { childrenOf, linesRead } from "../../language/nodes.ts";
import { readsWhole } from "../../operations/operation.ts";
import { type OperationName, operations } from "../../operations/table.ts";
import { isScalarLine, lineAt, scalarTest } from "../nodes.ts";

/**
 * One thing the kernel stores: a line of the graph, a sub-expression worth keeping (a scalar hoisted out of the period loop, or a costly
 * expression several lines share), or a table of scalar expressions (profile, lookup keys …).
 */
export interface KernelCell {
  readonly kind: "line" | "shared" | "table";
  /** One value rather than one a period; tables are scalar too. */
  readonly scalar: boolean;
  /** Formula of a line or the shared expression; absent for inputs, broken lines and tables. */
  readonly node?: Node;
  readonly opening?: Node;
  /** Entries of a table. One whose entries move with time is filled in the loop, wherever it is used. */
  readonly entries?: readonly Node[];
  /** The table's entries must ascend (lookup keys, lower ends of brackets). */
  readonly ordered?: boolean;
  /** Cells this one reads, in any period. */
  readonly reads: ReadonlySet<number>;
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
  /** The table of each list of expressions. */
  readonly cellOfTable: ReadonlyMap<readonly Node[], number>;
  readonly isScalar: (node: Node) => boolean;
}

export interface PlanLevel {
  readonly scalars: readonly number[];
  readonly periods: readonly number[];
}

/** Operations dear enough to be stored once a period when several lines share them. */
const costly: ReadonlySet<OperationName> = new Set<OperationName>([
  ...(["pow", "exp", "ln", "sqrt", "lookup", "brackets", "convolve"] as const),
  ...(["pmt", "ipmt", "ppmt", "nper", "pv", "fv", "effect", "nominal", "sln", "syd", "ddb"] as const),
]);

/** The operands of a node apart from the lists that have a table. */
export function untabledOperands(node: Node, hasTable: (list: readonly Node[]) => boolean): readonly Node[] {
  return [...node.args, ...(node.lists ?? []).filter((list) => !hasTable(list)).flat()];
}

/** Lays out the cells of a graph: its lines, and before their first user what is hoisted or shared. */
export function planKernel(graph: Graph): Plan {
  return new Planner(graph).plan();
}

class Planner {
  private readonly graph: Graph;
  private readonly cells: KernelCell[] = [];
  private readonly cellOfNode = new Map<Node, number>();
  private readonly cellOfTable = new Map<readonly Node[], number>();
  private readonly isScalar: (node: Node) => boolean;
  private readonly uses = new Map<Node, number>();
  private scalars: number[] = [];
  private periods: number[] = [];

  constructor(graph: Graph) {
    this.graph = graph;
    this.isScalar = scalarTest(graph);
  }

  plan(): Plan {
    const { graph } = this;
    for (const line of graph.lines) {
      if (line.node !== undefined) this.countUses(line.node);
      this.cells.push({ kind: "line", scalar: line.axis === "scalar", reads: new Set(), weight: 1 });
    }
    const levels = graph.levels.map((level) => {
      this.scalars = [];
      this.periods = [];
      for (const line of level.scalars) this.addLine(line, this.scalars);
      for (const line of level.periods) this.addLine(line, this.periods);
      return { scalars: this.scalars, periods: this.periods };
    });
    const { cells, cellOfNode, cellOfTable, isScalar } = this;
    return { graph, cells, levels, cellOfNode, cellOfTable, isScalar };
  }

  private countUses(node: Node): void {
    const seen = this.uses.get(node) ?? 0;
    this.uses.set(node, seen + 1);
    if (seen === 0) for (const operand of childrenOf(node)) this.countUses(operand);
  }

  private addLine(index: number, order: number[]): void {
    const { node, opening } = lineAt(this.graph, index);
    if (node === undefined) return;
    const scalar = isScalarLine(this.graph, index);
    const roots = opening === undefined ? [node] : [node, opening];
    for (const root of roots) this.promote(root, scalar || root === opening);
    const reads = new Set<number>();
    let weight = 1;
    for (const root of roots) weight += this.collect(root, reads);
    this.cells[index] = { kind: "line", scalar, node, ...(opening === undefined ? {} : { opening }), reads, weight };
    order.push(index);
  }

  /** Gives cells to the parts of an expression that deserve one. */
  private promote(node: Node, insideScalar: boolean): void {
    if (node.op === "const" || node.op === "line" || this.cellOfNode.has(node)) return;
    const scalar = this.isScalar(node);
    for (const [i, list] of (node.lists ?? []).entries()) this.promoteTable(list, i === 0 && node.op !== "convolve");
    for (const operand of this.untabled(node)) this.promote(operand, insideScalar || scalar);
    const hoisted = readsWhole(operations[node.op].reads) || (scalar && !insideScalar);
    if (hoisted || (!scalar && costly.has(node.op) && (this.uses.get(node) ?? 0) > 1)) this.addShared(node, scalar);
  }

  private untabled(node: Node): readonly Node[] {
    return untabledOperands(node, (list) => this.scalarTable(list) !== undefined);
  }

  private scalarTable(list: readonly Node[]): number | undefined {
    const table = this.cellOfTable.get(list);
    return table !== undefined && this.cells[table]?.scalar === true ? table : undefined;
  }

  private addShared(node: Node, scalar: boolean): void {
    const reads = new Set<number>();
    const weight = 1 + this.collect(node, reads);
    this.cellOfNode.set(node, this.cells.length);
    (scalar ? this.scalars : this.periods).push(this.cells.length);
    this.cells.push({ kind: "shared", scalar, node, reads, weight });
  }

  private promoteTable(entries: readonly Node[], ordered: boolean): void {
    if (this.cellOfTable.has(entries)) return;
    if (!entries.every(this.isScalar)) {
      this.cellOfTable.set(entries, this.cells.length);
      this.cells.push({ kind: "table", scalar: false, entries, ordered, reads: new Set(), weight: 0 });
      return;
    }
    for (const entry of entries) this.promote(entry, true);
    const reads = new Set<number>();
    let weight = 1;
    for (const entry of entries) if (entry.op !== "const") weight += 1 + this.collect(entry, reads);
    this.cellOfTable.set(entries, this.cells.length);
    this.scalars.push(this.cells.length);
    this.cells.push({ kind: "table", scalar: true, entries, ordered, reads, weight });
  }

  /** Adds the cells an expression reads to `into`; returns how many nodes it has besides. */
  private collect(root: Node, into: Set<number>): number {
    let count = 0;
    const walk = (node: Node): void => {
      const own = this.cellOfNode.get(node);
      if (own !== undefined) {
        into.add(own);
        return;
      }
      count++;
      for (const line of linesRead(node)) into.add(line);
      for (const list of node.lists ?? []) {
        const table = this.scalarTable(list);
        if (table !== undefined) into.add(table);
      }
      for (const operand of this.untabled(node)) walk(operand);
    };
    walk(root);
    return count;
  }
}
