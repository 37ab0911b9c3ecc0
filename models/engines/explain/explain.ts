import type { Graph, Node } from "../../language/graph.ts";
import { type RenderStyle, renderFormula } from "../../language/render.ts";
import type { ReadKind } from "../../operations/operation.ts";
import type { Problem } from "../../wording/problem.ts";
import type { Lang, Text } from "../../wording/text.ts";
import { contextOf } from "../context.ts";
import type { Evaluation } from "../evaluation.ts";
import { isScalarLine, lineAt } from "../nodes.ts";
import { type Reading, readingsOf } from "./reading.ts";
import { sourceOf } from "./source.ts";
import { substitutedFormula } from "./substitute.ts";

/** One precedent of a cell, with the value it had where it was read. */
export interface ExplainedTerm<V> {
  /** Line index, for an explanation of the term itself. */
  readonly line: number;
  /** Line id; for a sum or a hidden line its formula, such as `total(cost.paid)` or `running(cost.paid)`. */
  readonly ref: string;
  readonly label: Text;
  readonly how: ReadKind;
  /** 1..T; 0 for a scalar line, an opening value or the time before the first period; for a total the last period summed. */
  readonly period: number;
  readonly value: V | undefined;
  readonly unit: string;
  /** Weight of the cell in a convolution. */
  readonly weight?: V;
}

/** Why a cell has its value. */
export interface Explanation<V> {
  readonly line: number;
  readonly id: string;
  readonly label: Text;
  readonly source: "formula" | "input" | "hidden";
  /** The period asked for; of a yearly line the year end its value dates from; 0 for a scalar line or an opening value. */
  readonly period: number;
  readonly value: V | undefined;
  readonly unit: string;
  /** The formula with line ids, or labels where a language was asked for; empty for inputs. */
  readonly formula: string;
  /** The same with the values of this period put in. */
  readonly substituted: string;
  /** The expression of an opening value, where that is what is explained. */
  readonly opening?: Node;
  /** As the author wrote it. */
  readonly written: string;
  readonly terms: readonly ExplainedTerm<V>[];
  /** Terms left out because there are too many. */
  readonly omitted: number;
  readonly clauses: readonly string[];
  readonly convention?: Text;
  /** Why there is no value, where there is none. */
  readonly problem?: Problem;
}

/** A convolution over the whole horizon has many terms; nobody reads more. */
const MAX_TERMS = 400;

/**
 * Explains one cell: its formula, the formula with values put in, and the cells it was computed from with the period each was read in.
 * `t` is 1..T; a scalar line is explained whatever `t` is, slot 0 of a period line by its opening formula, a yearly line by the year end its
 * value dates from.
 */
export function explain<V>(
  graph: Graph,
  evaluation: Evaluation<V>,
  line: number,
  t: number,
  lang?: Lang,
): Explanation<V> {
  const { id, label, source, unit, formula, clauses, convention } = lineAt(graph, line);
  const context = contextOf(evaluation);
  const cell = sourceOf(graph, line, t, context);
  const period = cell?.period ?? (isScalarLine(graph, line) ? 0 : t);
  const value = evaluation.value(line, period);
  const style = lang ?? "id";
  const readings = cell === undefined ? [] : readingsOf(graph, cell.node, period, context);
  const problem =
    graph.broken.get(line) ?? (value === undefined ? evaluation.gaps.lines.get(line)?.problem : undefined);
  return {
    line,
    id,
    label,
    source,
    period,
    value,
    unit,
    formula: cell === undefined ? "" : renderFormula(graph, isOpening(graph, line, period) ? cell.node : line, style),
    substituted: cell === undefined ? "" : substitutedFormula(graph, cell.node, period, context, style),
    ...(cell !== undefined && isOpening(graph, line, period) ? { opening: cell.node } : {}),
    written: formula,
    terms: readings.slice(0, MAX_TERMS).map((reading) => termOf(graph, evaluation, reading)),
    omitted: Math.max(readings.length - MAX_TERMS, 0),
    clauses,
    ...(convention === undefined ? {} : { convention }),
    ...(problem === undefined ? {} : { problem }),
  };
}

function isOpening(graph: Graph, line: number, period: number): boolean {
  return period === 0 && !isScalarLine(graph, line);
}

function termOf<V>(graph: Graph, evaluation: Evaluation<V>, reading: Reading<V>): ExplainedTerm<V> {
  const { line, how, period, value, weight } = reading;
  const { id, label, unit, source } = lineAt(graph, line);
  // Sums and hidden lines have no name of their own: they are called by their formula.
  const unnamed: Node | number | undefined =
    how === "total" ? { op: "total", args: [], line } : source === "hidden" ? line : undefined;
  const render = (style: RenderStyle): string => renderFormula(graph, unnamed ?? line, style);
  return {
    line,
    ref: unnamed === undefined ? id : render("id"),
    label: unnamed === undefined ? label : { zh: render("zh"), en: render("en") },
    how,
    period,
    value: evaluation.arithmetic.isDefined(value) ? value : undefined,
    unit,
    ...(weight === undefined ? {} : { weight }),
  };
}
