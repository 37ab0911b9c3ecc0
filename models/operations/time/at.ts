import type { Node } from "../../language/graph.ts";
import type { Cells, Operation } from "../operation.ts";
import { operand } from "../pointwise.ts";
import { called } from "../writing.ts";
import { cellValue, oneCell, reading } from "./reading.ts";

/** A line's value in the period that contains an absolute month (year·12 + month − 1); 0 outside the horizon. */
export const at: Operation = {
  ...reading,
  signature: { units: "md -> m", arity: [2, 2], flow: "never" },
  reads: "at",
  opening: "itself",
  ...called("时点值", "at"),
  value: (node, _t, cells) => cellValue(node, periodRead(node, cells), cells),
  cells: (node, _t, cells) => oneCell(node, periodRead(node, cells)),
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
