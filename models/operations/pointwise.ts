import type { Arithmetic, Meaning } from "../engines/arithmetic/arithmetic.ts";
import type { Instruction, NumberOperation } from "../engines/kernel/ir.ts";
import type { Node } from "../language/graph.ts";
import { childrenOf } from "../language/nodes.ts";
import type { Operation } from "./operation.ts";

type Value = Operation["value"];

/** An operand by position; the builder saw to it that there are enough. */
export const operand = (node: Node, i: number): Node => node.args[i] as Node;

/** What operations have in common that need the values of all their operands in the same period, and nothing else. */
export const pointwise = {
  reads: "none",
  opening: "filled",
  inUse: childrenOf,
  cells: () => [],
  fault: () => ({ kind: "tooLarge" }),
  remark: () => undefined,
  decisive: () => [],
  machine: (node, m) => m.host(node),
  calls: () => true,
} as const satisfies Partial<Operation>;

/** Instructions that call no function. */
export function inline(machine: Operation["machine"]): Pick<Operation, "machine" | "calls"> {
  return { machine, calls: () => false };
}

/** One instruction for one or two operands; the result may be too large to hold. */
export function instruction(operation: NumberOperation): Pick<Operation, "machine" | "calls"> {
  return inline(({ args }, m) => {
    const [a, b] = args.map((arg) => m.value(arg).number);
    return m.open(m.code.apply(operation, a as Instruction, b));
  });
}

/** A meaning from one operand. */
export function unary(apply: <V>(arithmetic: Arithmetic<V>, a: V) => V): Value {
  return (node, t, cells) => apply(cells.arithmetic, cells.value(operand(node, 0), t));
}

/** A meaning from two operands. */
export function binary(apply: <V>(arithmetic: Arithmetic<V>, a: V, b: V, node: Node) => V): Value {
  return (node, t, cells) =>
    apply(cells.arithmetic, cells.value(operand(node, 0), t), cells.value(operand(node, 1), t), node);
}

/** A meaning given separately for decimals and for doubles. */
export function native(meaning: Meaning): Value {
  return (node, t, cells) =>
    cells.arithmetic.apply(
      meaning,
      node.args.map((arg) => cells.value(arg, t)),
    );
}

/** Any number of operands put together two at a time; `none` is the value of none. */
export function folded(
  step: <V>(arithmetic: Arithmetic<V>, a: V, b: V) => V,
  none: <V>(arithmetic: Arithmetic<V>) => V,
): Value {
  return (node, t, cells) => {
    const { args } = node;
    if (args.length === 0) return none(cells.arithmetic);
    let result = cells.value(operand(node, 0), t);
    for (let i = 1; i < args.length; i++) result = step(cells.arithmetic, result, cells.value(operand(node, i), t));
    return result;
  };
}

/** 1 or 0; undefined stays undefined. */
export function flag<V>(arithmetic: Arithmetic<V>, truth: boolean | undefined): V {
  return truth === undefined ? arithmetic.nothing : truth ? arithmetic.one : arithmetic.zero;
}
