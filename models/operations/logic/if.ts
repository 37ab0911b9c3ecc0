import type { Node } from "../../language/graph.ts";
import { printed } from "../excel.ts";
import type { Cells, Operation } from "../operation.ts";
import { inline, operand, pointwise } from "../pointwise.ts";
import { LOOSEST, OR } from "../writing.ts";

/** `condition ? yes : no`; only the branch taken is read. */
export const choose: Operation = {
  ...pointwise,
  signature: { units: "1mm -> m", arity: "operator", flow: "branches" },
  opening: "branch",
  binds: LOOSEST,
  write: (node, to) => {
    const [condition, yes, no] = node.args.map((arg) => to.text(arg, OR));
    return `${condition} ? ${yes} : ${no}`;
  },
  value: (node, t, cells) => {
    const branch = taken(node, t, cells);
    return branch === undefined ? cells.arithmetic.nothing : cells.value(branch, t);
  },
  inUse: (node, t, cells) => {
    const branch = taken(node, t, cells);
    return branch === undefined ? [operand(node, 0)] : [operand(node, 0), branch];
  },
  adjoint: (node, t, adjoint, tape) => {
    tape.kink(operand(node, 0), t, "step");
    const branch = taken(node, t, tape);
    if (branch !== undefined) tape.give(branch, t, adjoint);
  },
  ...printed((node, sheet) => {
    const [yes, no] = [1, 2].map((i) => sheet.text(operand(node, i)));
    return `IF(${sheet.test(operand(node, 0))},${yes},${no})`;
  }),
  ...inline((node, m) => {
    const [yes, no] = [() => m.value(operand(node, 1)), () => m.value(operand(node, 2))];
    return m.choose(m.truthOf(operand(node, 0)), yes, no);
  }),
};

function taken<V>(node: Node, t: number, cells: Cells<V>): Node | undefined {
  const truth = cells.arithmetic.truth(cells.value(operand(node, 0), t));
  return truth === undefined ? undefined : operand(node, truth ? 1 : 2);
}
