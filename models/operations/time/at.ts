import type { Node } from "../../language/graph.ts";
import { printed, whole } from "../excel.ts";
import type { Cells, Operation } from "../operation.ts";
import { operand } from "../pointwise.ts";
import { called } from "../writing.ts";
import { cellValue, giveOne, lineOf, oneCell, reading } from "./reading.ts";

/** A line's value in the period that contains an absolute month (year·12 + month − 1); 0 outside the horizon. */
export const at: Operation = {
  ...reading,
  signature: { units: "md -> m", arity: [2, 2], flow: "never" },
  reads: "at",
  opening: "itself",
  ...called("时点值", "at"),
  value: (node, _t, cells) => cellValue(node, periodRead(node, cells), cells),
  cells: (node, _t, cells) => oneCell(node, periodRead(node, cells)),
  adjoint: (node, _t, adjoint, tape) => {
    tape.kink(operand(node, 0), 0, "step");
    giveOne(node, periodRead(node, tape), adjoint, tape);
  },
  ...printed((node, sheet) => {
    const { months, stepMonths } = sheet;
    const month = whole(operand(node, 0), sheet);
    const value = `INDEX(${sheet.row(lineOf(node))},MATCH(${month},${months},1))`;
    return `IF(OR(${month}<MIN(${months}),${month}>=MAX(${months})+${stepMonths}),0,${value})`;
  }),
  machine: (node, m) => m.host(node),
};

function periodRead<V>(node: Node, cells: Cells<V>): number {
  const month = cells.arithmetic.nearest(cells.value(operand(node, 0), 0));
  return periodOfMonth(month, cells.periodMonths, cells.stepMonths);
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
