import { printed } from "../excel.ts";
import type { Operation } from "../operation.ts";
import { called } from "../writing.ts";
import { everyCell, lineOf, reading } from "./reading.ts";

/** Sum of a line over all periods (全期合计), without its opening value: one number. */
export const total: Operation = {
  ...reading,
  signature: { units: "m -> m", arity: [1, 1], flow: "never" },
  reads: "total",
  opening: "itself",
  ...called("全期合计", "total"),
  value: (node, _t, cells) => {
    let sum = cells.arithmetic.zero;
    for (let t = 1; t <= cells.periods; t++) sum = cells.arithmetic.add(sum, cells.read(lineOf(node), t));
    return sum;
  },
  cells: (node, _t, cells) => everyCell(node, cells),
  adjoint: (node, _t, adjoint, tape) => {
    for (let t = 1; t <= tape.periods; t++) tape.giveCell(lineOf(node), t, adjoint);
  },
  ...printed((node, sheet) => `SUM(${sheet.row(lineOf(node))})`),
  machine: (node, m) => m.cells.sum(lineOf(node)),
};
