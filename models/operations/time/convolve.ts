import type { Arithmetic } from "../../engines/arithmetic/arithmetic.ts";
import type { Value } from "../../engines/kernel/machine/value.ts";
import type { Machine } from "../../engines/kernel/machine.ts";
import type { Node } from "../../language/graph.ts";
import { printed } from "../excel.ts";
import type { CellRead, Cells, Operation } from "../operation.ts";
import { calledWith, LOOSEST } from "../writing.ts";
import { lineOf, reading } from "./reading.ts";

/** Σ_k weight_k · line[t−k], k from 0 (按曲线分布); a weight of zero reads nothing (but its cell must have a value in a spreadsheet). */
export const convolve: Operation = {
  ...reading,
  signature: { units: "mw.. -> m*w", arity: [2, 100], flow: "first" },
  reads: "convolve",
  ...calledWith("按曲线分布", "convolve", (node, to) => [
    to.line(lineOf(node), LOOSEST),
    to.column(node.lists?.[0] ?? []),
  ]),
  value: (node, t, cells) => {
    const { arithmetic } = cells;
    const weights = node.lists?.[0] ?? [];
    const count = Math.min(weights.length, t);
    let sum = arithmetic.zero;
    for (let k = 0; k < count; k++) {
      const weight = cells.value(weights[k] as Node, t);
      if (isZero(weight, arithmetic)) continue;
      sum = arithmetic.add(sum, arithmetic.mul(weight, cells.read(lineOf(node), t - k)));
    }
    return sum;
  },
  inUse: (node, t) => weightsBy(node, t),
  cells: weighted,
  adjoint: (node, t, adjoint, tape) => {
    for (const [k, weight] of weightsBy(node, t).entries()) {
      const [share, cell] = [tape.value(weight, t), tape.read(lineOf(node), t - k)];
      if (share !== 0) tape.giveCell(lineOf(node), t - k, adjoint * share);
      // A weight of zero did not read the cell, which need have no value.
      if (Number.isFinite(cell)) tape.give(weight, t, adjoint * cell);
      else tape.kink(weight, t, "corner");
    }
  },
  ...printed((node, sheet) => {
    const weights = node.lists?.[0] ?? [];
    const [profile, row] = [sheet.reversed(weights), sheet.row(lineOf(node))];
    const count = `MIN(${sheet.t},${weights.length})`;
    const last = (range: string, end: string | number): string =>
      `INDEX(${range},${end}-${count}+1):INDEX(${range},${end})`;
    return `SUMPRODUCT(${last(profile, weights.length)},${last(row, sheet.t)})`;
  }),
  machine: convolved,
};

function convolved(node: Node, m: Machine): Value {
  const { code } = m;
  const zero = code.constant(0);
  const terms = weightsBy(node, m.cells.periods).map((weighing, k) => {
    const inside = k === 0 ? code.yes : code.apply("lt", code.constant(k), code.time());
    const term = m.under(inside, () => {
      const weight = m.value(weighing).number;
      const product = code.apply("mul", weight, m.cells.before(lineOf(node), k).number);
      const none = code.apply("eq", weight, zero);
      return m.open(m.careful || none === code.yes ? code.pick(none, zero, product) : product);
    });
    return code.pick(inside, term.number, zero);
  });
  return m.open(terms.reduce((sum, term) => code.apply("add", sum, term), zero));
}

/** The weights that reach back no further than the first period. */
function weightsBy(node: Node, t: number): readonly Node[] {
  return node.lists?.[0]?.slice(0, t) ?? [];
}

function weighted<V>(node: Node, t: number, cells: Cells<V>): readonly CellRead[] {
  return weightsBy(node, t).flatMap((weight, k) =>
    isZero(cells.value(weight, t), cells.arithmetic) ? [] : [{ line: lineOf(node), period: t - k, weight }],
  );
}

function isZero<V>(weight: V, { zero, toNumber }: Arithmetic<V>): boolean {
  return weight === zero || toNumber(weight) === 0;
}
