import type { Decimal } from "decimal.js";
import type { Bindings, Graph } from "../language/graph.ts";
import type { Cells } from "../operations/operation.ts";
import { decimalArithmetic } from "./arithmetic/decimal.ts";
import { cellsOf } from "./cell.ts";
import { clockOf, type Evaluation, EvaluationStopped, type Gaps } from "./evaluation.ts";
import { findGaps } from "./gaps.ts";
import { buildMemo } from "./memo.ts";
import { isScalarLine, lineAt, linesUnder } from "./nodes.ts";
import { restsOf, stands } from "./standing.ts";

/** Hooks of a long evaluation. */
export interface RecordOptions {
  /** Called now and then with the number of cells done and to do. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Asked now and then; once it says yes the evaluation throws `EvaluationStopped`. */
  readonly shouldStop?: () => boolean;
  /** Compute only these lines and what they rest on; all lines if absent. */
  readonly outputs?: readonly number[];
}

/** Periods between two calls of the hooks. */
const HOOK_EVERY = 16;

/**
 * The book of record: every line of the graph in decimal arithmetic with 28 significant digits. Undefined cells are reported in `gaps`;
 * a missing input makes its cells undefined, a binding that is not a number or has the wrong length throws.
 */
export function evaluateRecord(graph: Graph, bindings: Bindings, options: RecordOptions = {}): Evaluation<Decimal> {
  const cells = bindInputs(graph, bindings);
  const read = (line: number, t: number): Decimal => {
    const values = cells[line] as Decimal[];
    return (values.length === 1 ? values[0] : values[t]) as Decimal;
  };
  const context = cellsOf({ arithmetic: decimalArithmetic, ...clockOf(bindings), read }, buildMemo(graph));
  const needed = options.outputs === undefined ? undefined : linesUnder(graph, options.outputs);
  const levels = needed === undefined ? graph.levels : graph.levels.map((level) => within(level, needed));
  const rests = restsOf(graph);
  const progress = progressCounter(levels, bindings.periods, options);
  for (const level of levels) {
    for (const line of level.scalars) setCell(cells, line, 0, graph, context);
    for (const line of level.periods) {
      const { opening } = lineAt(graph, line);
      if (opening !== undefined) (cells[line] as Decimal[])[0] = context.value(opening, 0);
    }
    for (let t = 1; t <= bindings.periods && level.periods.length > 0; t++) {
      for (const line of level.periods) {
        const on = t === 1 ? undefined : rests[line];
        if (on !== undefined && stands(on, t, cells)) repeat(cells, line, t);
        else setCell(cells, line, t, graph, context);
      }
      progress(level.periods.length);
    }
  }
  return recordEvaluation(graph, bindings, cells, needed);
}

type Level = Graph["levels"][number];

const within = ({ scalars, periods }: Level, needed: ReadonlySet<number>): Level => ({
  scalars: scalars.filter((line) => needed.has(line)),
  periods: periods.filter((line) => needed.has(line)),
});

function setCell(cells: readonly Decimal[][], line: number, t: number, graph: Graph, context: Cells<Decimal>): void {
  const { node } = lineAt(graph, line);
  // Inputs may be listed in a level; their cells are bound already.
  if (node === undefined) return;
  const values = cells[line] as Decimal[];
  const value = context.value(node, t);
  const before = values[t - 1];
  values[t] = before !== undefined && isSame(value, before) ? before : value;
}

/** What rests on the same as a period earlier is the same. */
function repeat(cells: readonly Decimal[][], line: number, t: number): void {
  const values = cells[line] as Decimal[];
  values[t] = values[t - 1] as Decimal;
}

/** Rates, indices and balances often stand still: equal neighbours are kept as one object. */
function isSame(a: Decimal, b: Decimal): boolean {
  if (a === b) return true;
  if (a.e !== b.e || a.s !== b.s || a.d === null || b.d === null || a.d.length !== b.d.length) return false;
  for (let i = 0; i < a.d.length; i++) if (a.d[i] !== b.d[i]) return false;
  return true;
}

function progressCounter(levels: readonly Level[], periods: number, options: RecordOptions): (cells: number) => void {
  const total = levels.reduce((sum, level) => sum + level.periods.length * periods, 0);
  let done = 0;
  let calls = 0;
  return (cells) => {
    done += cells;
    if (calls++ % HOOK_EVERY !== 0 && done < total) return;
    options.onProgress?.(done, total);
    if (options.shouldStop?.() === true) throw new EvaluationStopped();
  };
}

function bindInputs(graph: Graph, bindings: Bindings): Decimal[][] {
  const { literal, nothing, zero } = decimalArithmetic;
  const parse = (text: string, id: string): Decimal => {
    const value = literal(text);
    if (!value.isFinite()) throw new RangeError(`input ${id}: ${JSON.stringify(text)} is not a number`);
    return value;
  };
  return graph.lines.map((line) => {
    const scalar = isScalarLine(graph, line.index);
    const size = scalar ? 1 : bindings.periods + 1;
    if (line.source !== "input") {
      const values = new Array<Decimal>(size).fill(graph.broken.has(line.index) ? nothing : zero);
      return values;
    }
    if (scalar) {
      const text = bindings.scalars.get(line.index);
      return [text === undefined ? nothing : parse(text, line.id)];
    }
    const texts = bindings.series.get(line.index);
    if (texts === undefined) return [zero, ...new Array<Decimal>(bindings.periods).fill(nothing)];
    if (texts.length !== bindings.periods)
      throw new RangeError(`input ${line.id}: ${texts.length} values for ${bindings.periods} periods`);
    const values = [zero];
    texts.forEach((text, i) => {
      values.push(i > 0 && text === texts[i - 1] ? (values[i] as Decimal) : parse(text, line.id));
    });
    return values;
  });
}

function recordEvaluation(
  graph: Graph,
  bindings: Bindings,
  cells: readonly Decimal[][],
  needed: ReadonlySet<number> | undefined,
): Evaluation<Decimal> {
  const computed = (line: number): boolean => needed?.has(line) !== false || lineAt(graph, line).source === "input";
  const defined = (value: Decimal | undefined): Decimal | undefined => (value?.isFinite() === true ? value : undefined);
  const value = (line: number, t: number): Decimal | undefined => {
    const values = cells[lineAt(graph, line).index] as Decimal[];
    if (!computed(line)) throw new RangeError(`line ${lineAt(graph, line).id} was not asked for`);
    if (t < 0 || t > bindings.periods) throw new RangeError(`period ${t} is outside 0..${bindings.periods}`);
    return defined(values.length === 1 ? values[0] : values[t]);
  };
  let gaps: Gaps | undefined;
  const evaluation: Evaluation<Decimal> = {
    graph,
    clock: bindings,
    periods: bindings.periods,
    arithmetic: decimalArithmetic,
    value,
    scalar: (line) => value(line, 0),
    series: (line) => Array.from({ length: bindings.periods }, (_, i) => value(line, i + 1)),
    computed,
    get gaps() {
      gaps ??= findGaps(evaluation);
      return gaps;
    },
  };
  return evaluation;
}
