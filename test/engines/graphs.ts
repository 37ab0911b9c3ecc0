import { isScalarLine, lineExpressions, visitNodes } from "../../models/engines/nodes.ts";
import type { Bindings, Graph, GraphLine, Level, Node } from "../../models/language/graph.ts";
import type { Axis, LineKind } from "../../models/language/line.ts";
import { linesRead } from "../../models/language/nodes.ts";
import { readsWhole } from "../../models/operations/operation.ts";
import { operations } from "../../models/operations/table.ts";

/** A line of a test graph; lines may read lines before them in the same period and any line in earlier ones. */
export interface TestLine {
  readonly id: string;
  readonly axis?: Axis;
  readonly kind?: LineKind;
  readonly unit?: string;
  readonly node?: Node;
  readonly opening?: Node;
  readonly hidden?: boolean;
  readonly clauses?: readonly string[];
  readonly formula?: string;
}

/** Lines by name while a graph is being written down, and short forms of the nodes. */
export class GraphWriter {
  private readonly written: TestLine[] = [];

  input(id: string, axis: Axis = "scalar", unit = "CNY"): Node {
    return this.line({ id, axis, unit });
  }

  line(line: TestLine): Node {
    this.written.push(line);
    return { op: "line", args: [], line: this.written.length - 1 };
  }

  scalar(id: string, node: Node): Node {
    return this.line({ id, node, axis: "scalar", kind: "scalar" });
  }

  period(id: string, node: Node, opening?: Node): Node {
    return this.line({ id, node, ...(opening === undefined ? {} : { opening }) });
  }

  /** Index the next line will have, for lines that read their own past. */
  get next(): number {
    return this.written.length;
  }

  graph(): Graph {
    return graphOf(this.written);
  }
}

export const num = (value: number | string): Node => ({ op: "const", args: [], text: String(value) });

/** The line a `line` node reads. */
export function lineOf(node: Node): number {
  if (node.op !== "line" || node.line === undefined) throw new Error("not a line");
  return node.line;
}

export function graphOf(lines: readonly TestLine[]): Graph {
  const graphLines = lines.map((line, index): GraphLine => {
    const axis = line.axis ?? "period";
    return {
      index,
      id: line.id,
      label: { zh: `行${line.id}`, en: `line ${line.id}` },
      unit: line.unit ?? "CNY",
      kind: line.kind ?? (axis === "scalar" ? "scalar" : "flow"),
      axis,
      tags: {},
      clauses: line.clauses ?? [],
      path: `lines/${line.id}`,
      source: line.hidden === true ? "hidden" : line.node === undefined ? "input" : "formula",
      formula: line.formula ?? "",
      ...(line.node === undefined ? {} : { node: line.node }),
      ...(line.opening === undefined ? {} : { opening: line.opening }),
    };
  });
  const graph: Graph = {
    lines: graphLines,
    indexById: new Map(graphLines.map((line) => [line.id, line.index])),
    levels: [],
    problems: [],
    broken: new Map(),
  };
  return { ...graph, levels: levelsOf(graph) };
}

/** Levels by the number of barriers (total, at) before a line; inside a level the lines keep the order they were written in. */
function levelsOf(graph: Graph): Level[] {
  const level = new Array<number>(graph.lines.length).fill(0);
  for (let changed = true, rounds = 0; changed; rounds++) {
    if (rounds > graph.lines.length) throw new Error("a barrier lies on a cycle");
    changed = false;
    for (const { index } of graph.lines) {
      visitNodes(lineExpressions(graph, index), (node) => {
        for (const read of linesRead(node)) {
          const above = (level[read] as number) + (readsWhole(operations[node.op].reads) ? 1 : 0);
          if (above <= (level[index] as number)) continue;
          level[index] = above;
          changed = true;
        }
      });
    }
  }
  const formulas = graph.lines.filter((line) => line.node !== undefined).map((line) => line.index);
  return Array.from({ length: Math.max(0, ...level) + 1 }, (_, number) => {
    const members = formulas.filter((line) => level[line] === number);
    return {
      scalars: members.filter((line) => isScalarLine(graph, line)),
      periods: members.filter((line) => !isScalarLine(graph, line)),
    };
  });
}

/** Bindings by line id; periods start in January 2026. */
export function bind(
  graph: Graph,
  periods: number,
  inputs: Readonly<Record<string, string | readonly string[]>>,
  stepMonths = 1,
): Bindings {
  const scalars = new Map<number, string>();
  const series = new Map<number, readonly string[]>();
  for (const [id, value] of Object.entries(inputs)) {
    const line = graph.indexById.get(id);
    if (line === undefined) throw new Error(`no line ${id}`);
    if (typeof value === "string") scalars.set(line, value);
    else series.set(line, value);
  }
  return {
    periods,
    scalars,
    series,
    periodMonths: Array.from({ length: periods }, (_, i) => 2026 * 12 + i * stepMonths),
    stepMonths,
  };
}
