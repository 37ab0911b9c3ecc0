import { isRefusal } from "../finance/refusal.ts";
import type { Node } from "../language/graph.ts";
import type { Arithmetic } from "./arithmetic/arithmetic.ts";
import type { Clock } from "./evaluation.ts";
import type { NodeOf } from "./nodes.ts";
import { type Answer, reduce } from "./reducers/reduce.ts";
import { stepsOf } from "./reducers/steps.ts";
import { PURE_TIE } from "./ties.ts";

/** Where a cell's expression finds the values of other lines, and when. */
export interface CellContext<V> extends Clock {
  readonly arithmetic: Arithmetic<V>;
  /** Value of a line in slot `t`; scalar lines answer slot 0 whatever `t` is. */
  read(line: number, t: number): V;
  /** Values of shared and scalar sub-expressions, so that they are worked out once. */
  readonly memo?: Memo<V>;
}

export interface Memo<V> {
  /** The slot to keep this node's value in, if it is worth keeping. */
  find(node: Node): MemoSlot<V> | undefined;
}

export interface MemoSlot<V> {
  /** Scalar nodes keep one value for all periods. */
  readonly scalar: boolean;
  period: number;
  value: V | undefined;
}

/**
 * Value of one expression in period `t` (0 for scalar expressions), in any number system: the meaning of every operation, written once and
 * read by the book of record, by explanations and by the search for the cause of an undefined cell. Undefined operands give an undefined
 * value, except in what is not read: the branch a condition leaves out, convolution weights of zero, rows of a table not looked up.
 */
export function evaluateNode<V>(node: Node, t: number, context: CellContext<V>): V {
  if (node.op === "line") return context.read(node.line, t);
  if (node.op === "prev") return context.read(node.line, t - 1);
  const slot = context.memo?.find(node);
  if (slot === undefined) return compute(node, t, context);
  const period = slot.scalar ? 0 : t;
  if (slot.value !== undefined && slot.period === period) return slot.value;
  const value = compute(node, t, context);
  slot.period = period;
  slot.value = value;
  return value;
}

function compute<V>(node: Exclude<Node, { readonly op: "line" | "prev" }>, t: number, context: CellContext<V>): V {
  const { arithmetic } = context;
  switch (node.op) {
    case "const":
      return arithmetic.literal(node.text);
    case "lag":
      return lag(node, t, context);
    case "total":
      return total(node, context);
    case "none":
      return arithmetic.nothing;
    case "reduce": {
      const answer = reduceNode(node, context);
      return answer?.ok === true ? answer.value : arithmetic.nothing;
    }
    case "at":
      return valueAt(node, context);
    case "convolve":
      return convolve(node, t, context);
    case "lookup":
      return lookup(node, t, context);
    case "brackets":
      return brackets(node, t, context);
    case "add":
    case "min":
    case "max":
      return fold(node, t, context);
    case "if":
      return choose(node, t, context);
    case "call":
      return arithmetic.call(node.fn, evaluateAll(node.args, t, context));
    case "finance": {
      const result = arithmetic.finance(node.fn, evaluateAll(node.args, t, context));
      return isRefusal(result) ? arithmetic.nothing : result;
    }
    default:
      return operate(node, t, context);
  }
}

function operate<V>(
  node: NodeOf<"sub" | "mul" | "div" | "pow" | "neg" | "not" | "and" | "or" | "cmp">,
  t: number,
  context: CellContext<V>,
): V {
  const { arithmetic } = context;
  const a = evaluateNode(node.a, t, context);
  if (!("b" in node))
    return node.op === "neg" ? arithmetic.neg(a) : flag(arithmetic, arithmetic.truth(a), (yes) => !yes);
  const b = evaluateNode(node.b, t, context);
  switch (node.op) {
    case "sub":
      return arithmetic.sub(a, b);
    case "mul":
      return arithmetic.mul(a, b);
    case "div":
      return arithmetic.div(a, b);
    case "pow":
      return arithmetic.pow(a, b);
    case "cmp":
      return arithmetic.compare(node.rel, a, b, node.absTol);
    default: {
      const right = arithmetic.truth(b);
      if (right === undefined) return arithmetic.nothing;
      return flag(arithmetic, arithmetic.truth(a), (left) => (node.op === "and" ? left && right : left || right));
    }
  }
}

function flag<V>(arithmetic: Arithmetic<V>, truth: boolean | undefined, decide: (truth: boolean) => boolean): V {
  if (truth === undefined) return arithmetic.nothing;
  return decide(truth) ? arithmetic.one : arithmetic.zero;
}

/** Values of several expressions in the same period. */
export function evaluateAll<V>(nodes: readonly Node[], t: number, context: CellContext<V>): V[] {
  return nodes.map((node) => evaluateNode(node, t, context));
}

function fold<V>(node: NodeOf<"add" | "min" | "max">, t: number, context: CellContext<V>): V {
  const { arithmetic } = context;
  const [first, ...rest] = node.args;
  if (first === undefined) return node.op === "add" ? arithmetic.zero : arithmetic.nothing;
  let result = evaluateNode(first, t, context);
  for (const arg of rest) result = arithmetic[node.op](result, evaluateNode(arg, t, context));
  return result;
}

function choose<V>(node: NodeOf<"if">, t: number, context: CellContext<V>): V {
  const truth = context.arithmetic.truth(evaluateNode(node.cond, t, context));
  if (truth === undefined) return context.arithmetic.nothing;
  return evaluateNode(truth ? node.yes : node.no, t, context);
}

/** The period a lag reads: 0 when it lies before the first one, NaN when `n` is undefined. */
export function lagPeriod<V>(node: NodeOf<"lag">, t: number, context: CellContext<V>): number {
  const n = context.arithmetic.nearest(evaluateNode(node.n, t, context));
  return Number.isNaN(n) ? n : Math.max(t - Math.max(n, 0), 0);
}

function lag<V>(node: NodeOf<"lag">, t: number, context: CellContext<V>): V {
  const period = lagPeriod(node, t, context);
  if (Number.isNaN(period)) return context.arithmetic.nothing;
  return period === 0 ? context.arithmetic.zero : context.read(node.line, period);
}

function total<V>(node: NodeOf<"total">, context: CellContext<V>): V {
  let sum = context.arithmetic.zero;
  for (let t = 1; t <= context.periods; t++) sum = context.arithmetic.add(sum, context.read(node.line, t));
  return sum;
}

/** What a reducer answers; undefined where a scalar it takes has no value. */
export function reduceNode<V>(node: NodeOf<"reduce">, context: CellContext<V>): Answer<V> | undefined {
  const { arithmetic } = context;
  const args = evaluateAll(node.args, 0, context);
  if (!args.every(arithmetic.isDefined)) return undefined;
  const steps = stepsOf(node, context, context.read, arithmetic.one);
  return reduce(node.fn, args, steps, node.absTol, arithmetic);
}

/** The period that contains an absolute month: 0 outside the horizon, NaN for an undefined month. */
export function periodOfMonth(month: number, periodMonths: readonly number[], stepMonths: number): number {
  if (Number.isNaN(month)) return month;
  let low = 0;
  let high = periodMonths.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((periodMonths[middle] ?? Number.NaN) <= month) low = middle + 1;
    else high = middle;
  }
  const start = periodMonths[low - 1];
  return start !== undefined && month < start + stepMonths ? low : 0;
}

function valueAt<V>(node: NodeOf<"at">, context: CellContext<V>): V {
  const { arithmetic } = context;
  const month = arithmetic.nearest(evaluateNode(node.month, 0, context));
  const period = periodOfMonth(month, context.periodMonths, context.stepMonths);
  if (Number.isNaN(period)) return arithmetic.nothing;
  return period === 0 ? arithmetic.zero : context.read(node.line, period);
}

function convolve<V>(node: NodeOf<"convolve">, t: number, context: CellContext<V>): V {
  const { arithmetic } = context;
  let sum = arithmetic.zero;
  const count = Math.min(node.weights.length, t);
  for (let k = 0; k < count; k++) {
    const weight = evaluateNode(node.weights[k] as Node, t, context);
    if (weight === arithmetic.zero || arithmetic.toNumber(weight) === 0) continue;
    sum = arithmetic.add(sum, arithmetic.mul(weight, context.read(node.line, t - k)));
  }
  return sum;
}

/** Keys in ascending order (ties allowed), all defined. */
export function ascending<V>(keys: readonly V[], arithmetic: Arithmetic<V>): boolean {
  return keys.every((key, i) => {
    const before = keys[i - 1];
    return before === undefined
      ? arithmetic.isDefined(key)
      : arithmetic.truth(arithmetic.compare("<=", before, key, PURE_TIE)) === true;
  });
}

/** Index of the last key ≤ x, ties included; -1 below the first. */
function lastKeyAtMost<V>(keys: readonly V[], x: V, arithmetic: Arithmetic<V>): number {
  let found = -1;
  for (const [i, key] of keys.entries()) {
    if (arithmetic.truth(arithmetic.compare("<=", key, x, PURE_TIE)) !== true) break;
    found = i;
  }
  return found;
}

/** The rows whose values a lookup uses: none below the first key of a step table, two between the keys of a linear one. */
export function lookupRows<V>(node: NodeOf<"lookup">, t: number, context: CellContext<V>): number[] {
  const keys = evaluateAll(node.keys, t, context);
  const i = lastKeyAtMost(keys, evaluateNode(node.x, t, context), context.arithmetic);
  if (i >= 0) return node.mode === "linear" && i + 1 < keys.length ? [i, i + 1] : [i];
  return node.mode === "linear" && keys.length > 0 ? [0] : [];
}

function lookup<V>(node: NodeOf<"lookup">, t: number, context: CellContext<V>): V {
  const { arithmetic } = context;
  const keys = evaluateAll(node.keys, t, context);
  const x = evaluateNode(node.x, t, context);
  if (!arithmetic.isDefined(x) || !ascending(keys, arithmetic)) return arithmetic.nothing;
  const [row, next] = lookupRows(node, t, context);
  if (row === undefined) return arithmetic.zero;
  const value = (i: number): V => evaluateNode(node.values[i] as Node, t, context);
  if (next === undefined) return value(row);
  const from = keys[row] as V;
  const share = arithmetic.div(arithmetic.sub(x, from), arithmetic.sub(keys[next] as V, from));
  const start = value(row);
  return arithmetic.add(start, arithmetic.mul(share, arithmetic.sub(value(next), start)));
}

function brackets<V>(node: NodeOf<"brackets">, t: number, context: CellContext<V>): V {
  const { arithmetic } = context;
  const from = evaluateAll(node.from, t, context);
  const x = evaluateNode(node.x, t, context);
  if (!arithmetic.isDefined(x) || !ascending(from, arithmetic)) return arithmetic.nothing;
  let sum = arithmetic.zero;
  for (const [i, start] of from.entries()) {
    const rate = node.rates[i];
    if (rate === undefined) return arithmetic.nothing;
    const next = from[i + 1];
    const top = next === undefined ? x : arithmetic.min(x, next);
    const part = arithmetic.max(arithmetic.sub(top, start), arithmetic.zero);
    sum = arithmetic.add(sum, arithmetic.mul(evaluateNode(rate, t, context), part));
  }
  return sum;
}
