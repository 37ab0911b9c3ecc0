import type { Graph, Node } from "../language/graph.ts";
import { childrenOf } from "../language/nodes.ts";
import { lineExpressions, scalarTest } from "./nodes.ts";

/** Values of shared and scalar sub-expressions, so that they are worked out once. */
export type Memo<V> = ReadonlyMap<Node, MemoSlot<V>>;

interface MemoSlot<V> {
  /** Scalar nodes keep one value for all periods. */
  readonly scalar: boolean;
  period: number;
  value: V | undefined;
}

/**
 * Decides which sub-expressions are worth remembering: literals and scalar expressions (one value for the whole evaluation) and
 * everything used more than once (one value a period).
 */
export function buildMemo<V>(graph: Graph): Memo<V> {
  const isScalar = scalarTest(graph);
  const uses = new Map<Node, number>();
  const slots = new Map<Node, MemoSlot<V>>();
  const count = (node: Node): void => {
    const seen = uses.get(node) ?? 0;
    uses.set(node, seen + 1);
    if (seen === 0) for (const operand of childrenOf(node)) count(operand);
  };
  for (const line of graph.lines) for (const root of lineExpressions(graph, line.index)) count(root);
  for (const [node, used] of uses) {
    const scalar = isScalar(node);
    if (scalar || used > 1) slots.set(node, { scalar, period: -1, value: undefined });
  }
  return slots;
}
