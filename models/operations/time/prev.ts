import { printed } from "../excel.ts";
import type { Operation } from "../operation.ts";
import { called } from "../writing.ts";
import { lineOf, reading } from "./reading.ts";

/** A line's value one period before (上期); its opening value in the first period. */
export const prev: Operation = {
  ...reading,
  signature: { units: "m -> m", arity: [1, 1], flow: "first" },
  reads: "prev",
  ...called("上期", "prev"),
  value: (node, t, cells) => cells.read(lineOf(node), t - 1),
  cells: (node, t) => [{ line: lineOf(node), period: t - 1 }],
  adjoint: (node, t, adjoint, tape) => tape.giveCell(lineOf(node), t - 1, adjoint),
  ...printed((node, sheet) => sheet.before(lineOf(node))),
  machine: (node, m) => m.cells.previous(lineOf(node)),
};
