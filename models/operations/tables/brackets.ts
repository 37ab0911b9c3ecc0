import { order } from "../../engines/arithmetic/float.ts";
import type { Value } from "../../engines/kernel/machine/value.ts";
import type { Machine } from "../../engines/kernel/machine.ts";
import type { Node } from "../../language/graph.ts";
import { childrenOf } from "../../language/nodes.ts";
import { printed } from "../excel.ts";
import type { Operation } from "../operation.ts";
import { inline, operand, pointwise } from "../pointwise.ts";
import { PURE_TIE } from "../ties.ts";
import { calledWith, LOOSEST } from "../writing.ts";
import { column, keysInOrder, usable } from "./rows.ts";

/**
 * Marginal scale (分档计算): Σ rate_i · the part of x between from_i and from_{i+1}; 0 for x below the first bracket. The lower ends must
 * ascend and every rate must be defined, or there is no value.
 */
export const brackets: Operation = {
  ...pointwise,
  signature: { units: "mrm -> m*r", arity: [2, 2], flow: "any" },
  ...calledWith("分档计算", "brackets", (node, to) => [to.column(column(node, 1)), to.text(operand(node, 0), LOOSEST)]),
  value: (node, t, cells) => {
    const { arithmetic } = cells;
    const from = keysInOrder(node, t, cells);
    const x = cells.value(operand(node, 0), t);
    if (from === undefined || !arithmetic.isDefined(x)) return arithmetic.nothing;
    return from.reduce((sum, start, i) => {
      const next = from[i + 1];
      const part = arithmetic.sub(next === undefined ? x : arithmetic.min(x, next), start);
      const rate = cells.value(column(node, 1)[i] as Node, t);
      return arithmetic.add(sum, arithmetic.mul(rate, arithmetic.max(part, arithmetic.zero)));
    }, arithmetic.zero);
  },
  inUse: (node, t, cells) => {
    const { arithmetic } = cells;
    const x = cells.value(operand(node, 0), t);
    const [from, rates] = [column(node, 0), column(node, 1)];
    if (!arithmetic.isDefined(cells.value(node, t))) return childrenOf(node);
    const reached = from.flatMap((start, i) =>
      arithmetic.truth(arithmetic.compare("<", cells.value(start, t), x, 0)) === true ? [start, rates[i] as Node] : [],
    );
    return [operand(node, 0), ...reached];
  },
  fault: (node, t, cells) => ({ kind: keysInOrder(node, t, cells) === undefined ? "tableOrder" : "tooLarge" }),
  adjoint: (node, t, adjoint, tape) => {
    const x = operand(node, 0);
    const from = keysInOrder(node, t, tape) ?? [];
    const at = tape.value(x, t);
    for (const [i, start] of from.entries()) {
      const [end = at, rate] = [from[i + 1], tape.value(column(node, 1)[i] as Node, t)];
      if (order(at, start, PURE_TIE) === 0) tape.kink(x, t, "corner");
      if (at <= start) continue;
      tape.give(column(node, 1)[i] as Node, t, adjoint * (Math.min(at, end) - start));
      tape.give(column(node, 0)[i] as Node, t, -adjoint * rate);
      tape.give(i + 1 < from.length && end < at ? (column(node, 0)[i + 1] as Node) : x, t, adjoint * rate);
    }
  },
  ...printed((node, sheet) => {
    const [from, rates, x] = [
      sheet.ascending(column(node, 0)),
      sheet.list(column(node, 1)),
      sheet.text(operand(node, 0)),
    ];
    const count = column(node, 0).length;
    const above = (starts: string, of: string): string => `SUMPRODUCT((${x}>${starts})*(${x}-${starts})*${of})`;
    if (count === 1) return above(from, rates);
    // Each rate from its own start on, less the rate before from there on.
    const part = (range: string, first: number, last: number): string =>
      `(INDEX(${range},${first}):INDEX(${range},${last}))`;
    return `(${above(from, rates)}-${above(part(from, 2, count), part(rates, 1, count - 1))})`;
  }),
  ...inline(summedUp),
};

function summedUp(node: Node, m: Machine): Value {
  const { code } = m;
  const from = column(node, 0).map((key) => m.value(key));
  const x = m.sound(m.value(operand(node, 0)));
  const known = usable(from, x, m);
  const zero = code.constant(0);
  const parts = from.map((start, i) => {
    const next = from[i + 1];
    const top = next === undefined ? x : code.apply("least", x, next.number);
    const part = code.apply("greatest", code.apply("sub", top, start.number), zero);
    return code.apply("mul", m.value(column(node, 1)[i] as Node).number, part);
  });
  const sum = parts.reduce((a, b) => code.apply("add", a, b), zero);
  return m.open(m.careful ? m.where(known, sum) : sum);
}
