import { buildGraph } from "../../models/language/build.ts";
import type { Graph, Node } from "../../models/language/graph.ts";
import type { FormulaDecl, InputDecl, LineDecl, LineMeta } from "../../models/language/line.ts";

type Extra = Partial<Omit<FormulaDecl, "id" | "formula" | "source">>;

function meta(id: string, extra: Extra): LineMeta {
  const base = {
    label: { zh: `行${id}`, en: `Line ${id}` },
    unit: "CNY",
    kind: "flow",
    axis: "period",
    path: `lines/${id}`,
  } as const;
  return { ...base, tags: {}, clauses: [], ...extra, id };
}

/** A formula line, a CNY flow per period unless said otherwise. */
export function formula(id: string, text: string, extra: Extra = {}): FormulaDecl {
  return { ...meta(id, extra), source: "formula", formula: text, scope: extra.scope ?? {} };
}

/** An input line, a CNY flow per period unless said otherwise. */
export function input(id: string, extra: Extra = {}): InputDecl {
  return { ...meta(id, extra), source: "input" };
}

export const scalar = { kind: "scalar", axis: "scalar" } as const;
export const plain = { unit: "1", kind: "rate" } as const;
export const yearly = { axis: "year" } as const;

/** The lines every document binds: clock, calendar and unit constants. */
export const clock: readonly InputDecl[] = [
  ...["t", "year", "yearstart", "yearend"].map((id) => input(id, plain)),
  input("month", { unit: "mo", kind: "rate" }),
  input("dtmonths", { ...scalar, unit: "mo" }),
  input("dtyears", { ...scalar, unit: "a" }),
  input("daysinperiod", { unit: "d", kind: "rate" }),
  input("daysinyear", { unit: "d", kind: "rate" }),
  input("periodsperyear", { ...scalar, unit: "1/a" }),
  ...["startmonth", "endmonth"].map((id) => input(id, { ...scalar, unit: "mo" })),
  input("periodcount", { ...scalar, unit: "1" }),
  input("oneyear", { ...scalar, unit: "a" }),
  input("onemonth", { ...scalar, unit: "mo" }),
  input("monthsperyear", { ...scalar, unit: "mo/a" }),
  input("daysperyear", { ...scalar, unit: "d/a" }),
];

/** Builds the lines together with the clock; parameters named in `params` exist. */
export function build(decls: readonly LineDecl[], params: Readonly<Record<string, string>> = {}): Graph {
  return buildGraph([...clock, ...decls], {
    param: (id, axis) => {
      if (!Object.hasOwn(params, id)) return undefined;
      const unit = params[id] ?? "1";
      if (axis === "scalar") return input(`param.${id}@base`, { ...scalar, unit });
      return input(`param.${id}`, { kind: "rate", unit });
    },
  });
}

/** The core node of a line that must not be broken. */
export function nodeOf(graph: Graph, id: string): Node {
  const index = graph.indexById.get(id);
  const line = index === undefined ? undefined : graph.lines[index];
  if (index === undefined || line?.node === undefined) {
    const problem = index === undefined ? undefined : graph.broken.get(index);
    throw new Error(`line ${id} is not usable: ${problem?.message.en}`);
  }
  return line.node;
}

/** Code of the problem that makes a line unusable. */
export function brokenCode(graph: Graph, id: string): string | undefined {
  const index = graph.indexById.get(id);
  return index === undefined ? undefined : graph.broken.get(index)?.code;
}
