import type { Value } from "../../engines/kernel/machine/value.ts";
import type { Machine } from "../../engines/kernel/machine.ts";
import type { Node } from "../../language/graph.ts";
import { printed, whole } from "../excel.ts";
import type { Cells, Operation } from "../operation.ts";
import { operand } from "../pointwise.ts";
import { called } from "../writing.ts";
import { cellValue, giveOne, lineOf, oneCell, reading } from "./reading.ts";

/** A line's value `n` periods before (滞后), n rounded to an integer and at least 0; 0 before the first period. */
export const lag: Operation = {
  ...reading,
  signature: { units: "m1 -> m", arity: [2, 2], flow: "first" },
  reads: "lag",
  ...called("滞后", "lag"),
  value: (node, t, cells) => cellValue(node, periodRead(node, t, cells), cells),
  cells: (node, t, cells) => oneCell(node, periodRead(node, t, cells)),
  adjoint: (node, t, adjoint, tape) => {
    tape.kink(operand(node, 0), t, "step");
    giveOne(node, periodRead(node, t, tape), adjoint, tape);
  },
  ...printed((node, sheet) => {
    const n =
      operand(node, 0).text === undefined ? `MAX(${whole(operand(node, 0), sheet)},0)` : whole(operand(node, 0), sheet);
    return `IF(${sheet.t}>${n},INDEX(${sheet.row(lineOf(node))},${sheet.t}-${n}),0)`;
  }),
  machine: lagged,
};

function lagged(node: Node, m: Machine): Value {
  const { code } = m;
  const count = code.apply("greatest", m.sound(m.round(m.value(operand(node, 0)), 0)), code.constant(0));
  const said = count.operation === "const" && count.value <= m.cells.periods;
  const time = code.time();
  const value = said
    ? m.cells.before(lineOf(node), count.value)
    : m.cells.inSlot(lineOf(node), code.apply("sub", time, count));
  if (said && count.value === 0) return value;
  const inside = code.pick(code.apply("lt", count, time), value.number, code.constant(0));
  return { number: m.careful ? m.where(m.finite(count), inside) : inside, bounded: value.bounded };
}

/** 0 where it lies before the first period, NaN when `n` is undefined. */
function periodRead<V>(node: Node, t: number, cells: Cells<V>): number {
  const n = cells.arithmetic.nearest(cells.value(operand(node, 0), t));
  return Number.isNaN(n) ? n : Math.max(t - Math.max(n, 0), 0);
}
