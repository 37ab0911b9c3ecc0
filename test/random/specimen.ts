import type { Decimal } from "decimal.js";
import type { Prepared } from "../../models/compile/prepare.ts";
import { parseDocument } from "../../models/document/parse.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { type Evaluation, evaluateRecord, type KernelEvaluation } from "../../models/engines/index.ts";
import type { Graph } from "../../models/language/graph.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { preparedOf } from "../support/prepared.ts";

export type Line = Graph["lines"][number];

/** A document computed by both engines, with what the identities need to read. */
export interface Specimen {
  readonly name: string;
  readonly document: ModelDocument;
  readonly prepared: Prepared;
  readonly graph: Graph;
  readonly periods: number;
  readonly record: Evaluation<Decimal>;
  readonly kernel: KernelEvaluation;
  /** Lines that move money, with their amounts by period. */
  readonly payments: readonly Payment[];
}

export interface Payment {
  readonly line: Line;
  readonly payer: string;
  readonly payee: string;
  readonly amounts: readonly number[];
}

export function specimenOf(json: unknown, scenario: string | undefined, name: string): Specimen {
  const parsed = parseDocument(json, mechanisms);
  if (!parsed.ok) throw new Error(`${name}: ${parsed.problems.map(({ message }) => message.en).join("\n")}`);
  const prepared = preparedOf(parsed.value.document, scenario);
  const { graph } = prepared;
  const record = evaluateRecord(graph, prepared.bindings);
  return {
    name,
    document: prepared.document,
    prepared,
    graph,
    periods: record.periods,
    record,
    // Documents of one structure share their kernel, and its next run would take the place of this one.
    kernel: prepared.kernel().run(prepared.bindings).snapshot(),
    payments: paymentsOf(graph, record),
  };
}

/** What the book of record says of every line with a payer and a payee; a yearly amount is paid in the year's last period. */
function paymentsOf(graph: Graph, record: Evaluation<Decimal>): readonly Payment[] {
  const yearend = numbersOf(record, graph.indexById.get("yearend"));
  return graph.lines.flatMap((line) => {
    if (line.source === "hidden" || line.payer === undefined || line.payee === undefined) return [];
    const values = numbersOf(record, line.index);
    const amounts = line.axis === "year" ? values.map((value, at) => (yearend[at] === 1 ? value : 0)) : values;
    return [{ line, payer: line.payer, payee: line.payee, amounts }];
  });
}

function numbersOf(record: Evaluation<Decimal>, index: number | undefined): readonly number[] {
  if (index === undefined) throw new Error("no such line");
  return record.series(index).map((value) => value?.toNumber() ?? Number.NaN);
}

/** Values of a line in periods 1, 2, … */
export function seriesOf({ graph, record }: Specimen, id: string): readonly number[] {
  const index = graph.indexById.get(id);
  if (index === undefined) throw new Error(`no line ${id}`);
  return numbersOf(record, index);
}

export function scalarOf({ graph, record }: Specimen, id: string): number {
  const index = graph.indexById.get(id);
  if (index === undefined) throw new Error(`no line ${id}`);
  return record.scalar(index)?.toNumber() ?? Number.NaN;
}

/** Lines of a role, `a.*` for every role below `a`. */
export function linesOf({ graph }: Specimen, role: string): readonly Line[] {
  const below = role.endsWith(".*") ? role.slice(0, -1) : undefined;
  const fits = (own: string): boolean => (below === undefined ? own === role : own.startsWith(below));
  return graph.lines.filter((line) => line.source !== "hidden" && line.role !== undefined && fits(line.role));
}

/** Adds period by period. */
export function addUp(periods: number, lists: readonly (readonly number[])[]): readonly number[] {
  return Array.from({ length: periods }, (_, at) => lists.reduce((sum, list) => sum + (list[at] ?? 0), 0));
}

export function cumulate(values: readonly number[], opening = 0): readonly number[] {
  let total = opening;
  return values.map((value) => {
    total += value;
    return total;
  });
}

/** Half a fen, or what float64 cannot resolve any more. */
export function sameMoney(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.max(0.005, 1e-12 * Math.max(Math.abs(a), Math.abs(b)));
}

/** Periods in which two lists of money differ, told with both values. */
export function differences(what: string, shown: readonly number[], expected: readonly number[]): readonly string[] {
  return shown.flatMap((value, at) =>
    sameMoney(value, expected[at] ?? Number.NaN) ? [] : [`${what} in period ${at + 1}: ${value}, not ${expected[at]}`],
  );
}
