import { MESSAGES } from "../finance/messages.ts";
import { isRefusal } from "../finance/refusal.ts";
import type { Node } from "../language/graph.ts";
import { childrenOf } from "../language/nodes.ts";
import type { Text } from "../wording/text.ts";
import {
  ascending,
  type CellContext,
  evaluateAll,
  evaluateNode,
  lagPeriod,
  lookupRows,
  periodOfMonth,
  reduceNode,
} from "./cell.ts";
import type { NodeOf } from "./nodes.ts";
import type { NoAnswerCode } from "./reducers/reduce.ts";
import { stepsAreYears, yearEnds } from "./reducers/steps.ts";
import { PURE_TIE } from "./ties.ts";

/** Why an expression has no value: because it reads a cell without one, or by itself. */
export type Blame =
  | { readonly kind: "inherits"; readonly line: number; readonly period: number }
  | {
      readonly kind:
        | "divisionByZero"
        | "powerUndefined"
        | "logUndefined"
        | "rootUndefined"
        | "tooLarge"
        | "tableOrder"
        | "noOperand";
    }
  /** By its nature: the literal `none` with its word for the reason, or a reducer that has no answer. */
  | { readonly kind: "none"; readonly reason: string }
  | { readonly kind: "noAnswer"; readonly code: NoAnswerCode; readonly roots: readonly number[] }
  | { readonly kind: "finance"; readonly fn: string; readonly reason: Text };

/** The innermost reason why an expression has no value in period `t`; undefined if it has one. */
export function blame<V>(node: Node, t: number, context: CellContext<V>): Blame | undefined {
  const { arithmetic } = context;
  if (arithmetic.isDefined(evaluateNode(node, t, context))) return undefined;
  switch (node.op) {
    case "line":
      return { kind: "inherits", line: node.line, period: t };
    case "prev":
      return { kind: "inherits", line: node.line, period: t - 1 };
    case "lag":
      return blame(node.n, t, context) ?? { kind: "inherits", line: node.line, period: lagPeriod(node, t, context) };
    case "at": {
      const month = arithmetic.nearest(evaluateNode(node.month, 0, context));
      const period = periodOfMonth(month, context.periodMonths, context.stepMonths);
      return blame(node.month, 0, context) ?? { kind: "inherits", line: node.line, period };
    }
    case "total":
      return firstGap(node.line, 1, context.periods, context) ?? { kind: "tooLarge" };
    case "none":
      return { kind: "none", reason: node.text };
    case "reduce":
      return blameFirst(node.args, 0, context) ?? blameReducer(node, context);
    case "convolve":
      return blameConvolve(node, t, context);
    case "if":
      return (
        blame(node.cond, t, context) ??
        blame(arithmetic.truth(evaluateNode(node.cond, t, context)) === true ? node.yes : node.no, t, context)
      );
    case "lookup":
      return (
        blameFirst([node.x, ...node.keys], t, context) ??
        (ascending(evaluateAll(node.keys, t, context), arithmetic)
          ? (blameFirst(
              lookupRows(node, t, context).flatMap((row) => node.values[row] ?? []),
              t,
              context,
            ) ?? { kind: "tooLarge" })
          : { kind: "tableOrder" })
      );
    default:
      return blameFirst(childrenOf(node), t, context) ?? ownFault(node, t, context);
  }
}

function blameFirst<V>(nodes: readonly Node[], t: number, context: CellContext<V>): Blame | undefined {
  for (const node of nodes) {
    const found = blame(node, t, context);
    if (found !== undefined) return found;
  }
  return undefined;
}

function firstGap<V>(line: number, from: number, to: number, context: CellContext<V>): Blame | undefined {
  for (let t = from; t <= to; t++) {
    if (!context.arithmetic.isDefined(context.read(line, t))) return { kind: "inherits", line, period: t };
  }
  return undefined;
}

function blameReducer<V>(node: NodeOf<"reduce">, context: CellContext<V>): Blame {
  const answer = reduceNode(node, context);
  if (answer === undefined || answer.ok) return { kind: "tooLarge" };
  if (answer.code !== "missing") {
    return { kind: "noAnswer", code: answer.code, roots: (answer.roots ?? []).map(context.arithmetic.toNumber) };
  }
  const byYear = stepsAreYears(node, context);
  const line = (byYear ? node.yearly : node.series)[answer.series] as number;
  return { kind: "inherits", line, period: byYear ? (yearEnds(context)[answer.step] as number) : answer.step + 1 };
}

function blameConvolve<V>(node: Extract<Node, { readonly op: "convolve" }>, t: number, context: CellContext<V>): Blame {
  for (const [k, weight] of node.weights.slice(0, t).entries()) {
    const found = blame(weight, t, context);
    if (found !== undefined) return found;
    if (context.arithmetic.toNumber(evaluateNode(weight, t, context)) === 0) continue;
    const gap = firstGap(node.line, t - k, t - k, context);
    if (gap !== undefined) return gap;
  }
  return { kind: "tooLarge" };
}

/** The fault of an operation whose operands are all defined. */
function ownFault<V>(node: Node, t: number, context: CellContext<V>): Blame {
  const { arithmetic } = context;
  const number = (operand: Node): number => arithmetic.toNumber(evaluateNode(operand, t, context));
  switch (node.op) {
    case "div":
      return { kind: Math.abs(number(node.b)) <= PURE_TIE ? "divisionByZero" : "tooLarge" };
    case "pow":
      return {
        kind:
          number(node.a) > 0 || (number(node.a) < 0 && Number.isInteger(number(node.b)))
            ? "tooLarge"
            : "powerUndefined",
      };
    case "brackets":
      return { kind: ascending(evaluateAll(node.from, t, context), arithmetic) ? "tooLarge" : "tableOrder" };
    case "call":
      return { kind: node.fn === "ln" ? "logUndefined" : node.fn === "sqrt" ? "rootUndefined" : "tooLarge" };
    case "finance": {
      const result = arithmetic.finance(node.fn, evaluateAll(node.args, t, context));
      return isRefusal(result) && result.code !== "overflow"
        ? { kind: "finance", fn: node.fn, reason: MESSAGES[result.code](result.argument ?? "") }
        : { kind: "tooLarge" };
    }
    case "min":
    case "max":
      return { kind: node.args.length === 0 ? "noOperand" : "tooLarge" };
    default:
      return { kind: "tooLarge" };
  }
}
