import { expect } from "vitest";
import { agree, compileKernel, evaluateRecord } from "../../models/engines/index.ts";
import type { Bindings, Graph, Node } from "../../models/language/graph.ts";
import { bind, GraphWriter, lineOf } from "./graphs.ts";

export interface BothResults {
  /** Values of the record as text, "-" where undefined: T periods, or one value for a scalar line. */
  show(line: Node): string;
  readonly problems: readonly string[];
}

/** Runs both engines, requires them to agree (also on what is undefined, and why), and gives the record's values. */
export function runBoth(graph: Graph, bindings: Bindings): BothResults {
  const record = evaluateRecord(graph, bindings);
  const kernel = compileKernel(graph).run(bindings);
  expect(agree(record, kernel)).toEqual([]);
  expect(kernel.gaps.problems).toEqual(record.gaps.problems);
  const { toText } = record.arithmetic;
  return {
    show: (node) => {
      const line = lineOf(node);
      const values = graph.lines[line]?.axis === "scalar" ? [record.scalar(line)] : record.series(line);
      return values.map((value) => (value === undefined ? "-" : toText(value))).join(" ");
    },
    problems: record.gaps.problems.map(({ code, path }) => `${code} ${path}`),
  };
}

/** One period line over given inputs: what the expression gives in each period. */
export function valuesOf(
  inputs: Readonly<Record<string, string | readonly string[]>>,
  write: (names: (id: string) => Node, writer: GraphWriter) => Node,
  options: { readonly periods?: number; readonly stepMonths?: number } = {},
): string {
  const writer = new GraphWriter();
  const nodes = new Map<string, Node>();
  for (const [id, value] of Object.entries(inputs)) {
    nodes.set(id, writer.input(id, typeof value === "string" ? "scalar" : "period"));
  }
  const name = (id: string): Node => {
    const node = nodes.get(id);
    if (node === undefined) throw new Error(`no input ${id}`);
    return node;
  };
  const line = writer.period("result", write(name, writer));
  const graph = writer.graph();
  const lengths = Object.values(inputs).flatMap((value) => (typeof value === "string" ? [] : [value.length]));
  const periods = options.periods ?? lengths[0] ?? 1;
  return runBoth(graph, bind(graph, periods, inputs, options.stepMonths ?? 1)).show(line);
}
