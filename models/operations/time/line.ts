import { printed } from "../excel.ts";
import type { Operation } from "../operation.ts";
import { TIGHTEST } from "../writing.ts";
import { lineOf, reading } from "./reading.ts";

/** A line's value in the same period; the one value of a scalar line anywhere. */
export const line: Operation = {
  ...reading,
  signature: { units: "m -> m", arity: "operator", flow: "first" },
  reads: "same",
  opening: "line",
  binds: TIGHTEST,
  write: (node, to) => to.line(lineOf(node), to.place),
  value: (node, t, cells) => cells.read(lineOf(node), t),
  cells: (node, t) => [{ line: lineOf(node), period: t }],
  adjoint: (node, t, adjoint, tape) => tape.giveCell(lineOf(node), t, adjoint),
  ...printed((node, sheet) => sheet.cell(lineOf(node))),
  machine: (node, m) => m.cells.same(lineOf(node)),
};
