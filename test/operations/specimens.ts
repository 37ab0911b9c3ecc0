import type { Node } from "../../models/language/graph.ts";
import type { OperationName } from "../../models/operations/table.ts";

/** Draws a number between two bounds. */
export type Draw = (low: number, high: number) => number;

/** One use of an operation at a random place where its value is smooth in everything but `steps`. */
export interface Specimen {
  readonly node: Node;
  readonly t?: number;
  /** Slots 0..T of each line; a line of one slot is a scalar. */
  readonly lines: readonly (readonly number[])[];
  /** Lines in which the value moves in steps. */
  readonly steps?: readonly number[];
}

/** Five half-years from July 2026: statement years of one, two and two periods. */
export const clock = {
  periods: 5,
  periodMonths: [24318, 24324, 24330, 24336, 24342],
  stepMonths: 6,
  yearOfPeriod: [2026, 2027, 2027, 2028, 2028],
  indicatorBasis: "year",
} as const;

const leaf = (line: number): Node => ({ op: "line", args: [], line });
const series = (draw: Draw, low: number, high: number): number[] => Array.from({ length: 6 }, () => draw(low, high));

/** Operands are lines of one value. */
function of(
  op: OperationName,
  values: readonly number[],
  more: Partial<Specimen> & { readonly held?: Partial<Node> } = {},
) {
  const { held, ...rest } = more;
  return { node: { op, args: values.map((_, i) => leaf(i)), ...held }, lines: values.map((value) => [value]), ...rest };
}

/** An operation that reads line 0, five periods. */
function reading(op: OperationName, draw: Draw, more: Partial<Node> = {}, others: readonly (readonly number[])[] = []) {
  return { node: { op, args: [], line: 0, ...more }, lines: [series(draw, -50, 50), ...others] };
}

function table(draw: Draw, x: number): Pick<Specimen, "lines"> {
  return { lines: [[x], [draw(0, 9)], [draw(11, 19)], [draw(21, 29)], [draw(1, 5)], [draw(1, 5)], [draw(1, 5)]] };
}

const columns = [[1, 2, 3].map(leaf), [4, 5, 6].map(leaf)];

function reducing(op: OperationName, lines: readonly (readonly number[])[], more: Partial<Node> = {}): Specimen {
  return { node: { op, args: [], lines: lines.map((_, i) => i), by: "period", absTol: 1e-9, ...more }, lines };
}

/** First an outlay, then returns. */
const flow = (draw: Draw): number[] => [0, draw(-150, -100), ...[1, 2, 3, 4].map(() => draw(30, 60))];
const condition = [0, 1, 0, 1, 1, 0];
/** Money, a rate, a number of periods, whether due at the beginning. */
const money = (draw: Draw): number => draw(100, 1000);
const due = (draw: Draw): number => Number(draw(0, 1) > 0.5);

/** Every operation, several ways where it has several. */
export const specimens: Readonly<Record<OperationName, (draw: Draw) => readonly Specimen[]>> = {
  const: () => [{ node: { op: "const", args: [], text: "3.5" }, lines: [] }],
  none: () => [],
  line: (draw) => [
    { ...reading("line", draw), t: 3 },
    { node: leaf(0), lines: [[draw(-5, 5)]], t: 2 },
  ],
  prev: (draw) => [
    { ...reading("prev", draw), t: 1 },
    { ...reading("prev", draw), t: 4 },
  ],
  lag: (draw) =>
    [0, 2, 4].map((n) => ({ ...reading("lag", draw, { args: [leaf(1)] }, [[n + draw(-0.4, 0.4)]]), t: 3, steps: [1] })),
  convolve: (draw) =>
    [1, 2, 5].map((t) => ({
      ...reading("convolve", draw, { lists: [[1, 2, 3].map(leaf)] }, [[draw(0, 1)], [0], [draw(0, 1)]]),
      t,
    })),
  total: (draw) => [reading("total", draw)],
  at: (draw) =>
    [24310, 24325, 24333, 24360].map((month) => ({
      ...reading("at", draw, { args: [leaf(1)] }, [[month + draw(-0.4, 0.4)]]),
      steps: [1],
    })),
  add: (draw) => [of("add", [draw(-9, 9), draw(-9, 9), draw(-9, 9)])],
  sub: (draw) => [of("sub", [draw(-9, 9), draw(-9, 9)])],
  mul: (draw) => [of("mul", [draw(-9, 9), draw(-9, 9)])],
  div: (draw) => [of("div", [draw(-9, 9), draw(1, 9)]), of("div", [draw(-9, 9), draw(-9, -1)])],
  pow: (draw) => [
    of("pow", [draw(0.1, 3), draw(-3, 3)]),
    of("pow", [draw(-3, -0.5), 3], { steps: [1] }),
    of("pow", [draw(-3, -0.5), -2], { steps: [1] }),
  ],
  neg: (draw) => [of("neg", [draw(-9, 9)])],
  min: (draw) => [of("min", [draw(0, 3), draw(4, 6), draw(7, 9)]), of("min", [draw(4, 6), draw(0, 3)])],
  max: (draw) => [of("max", [draw(0, 3), draw(4, 6), draw(7, 9)]), of("max", [draw(4, 6), draw(0, 3)])],
  abs: (draw) => [of("abs", [draw(-9, -1)]), of("abs", [draw(1, 9)])],
  sqrt: (draw) => [of("sqrt", [draw(0.5, 90)])],
  exp: (draw) => [of("exp", [draw(-3, 3)])],
  ln: (draw) => [of("ln", [draw(0.1, 90)])],
  floor: (draw) => [of("floor", [4 + draw(0.1, 0.9)], { steps: [0] })],
  ceil: (draw) => [of("ceil", [-4 + draw(0.1, 0.9)], { steps: [0] })],
  round: (draw) => [
    of("round", [4 + draw(0.1, 0.4)], { steps: [0] }),
    of("round", [-1.21 - draw(0.001, 0.004), 2], { steps: [0, 1] }),
  ],
  cmp: (draw) => [of("cmp", [draw(1, 2), draw(3, 4)], { steps: [0, 1], held: { rel: "<", absTol: 0.005 } })],
  and: (draw) => [of("and", [draw(1, 2), 0], { steps: [0, 1] }), of("and", [1, draw(1, 2)], { steps: [0, 1] })],
  or: (draw) => [of("or", [draw(1, 2), 0], { steps: [0, 1] }), of("or", [0, 0], { steps: [0, 1] })],
  not: (draw) => [of("not", [draw(1, 2)], { steps: [0] })],
  if: (draw) => [1, 0].map((truth) => of("if", [truth, draw(1, 5), draw(1, 5)], { steps: [0] })),
  lookup: (draw) => [
    ...[-5, 15, 40].map((x): Specimen => {
      const node: Node = { op: "lookup", args: [leaf(0)], lists: columns, mode: "step" };
      return { node, ...table(draw, x === 15 ? 20 : x), steps: [0, 1, 2, 3] };
    }),
    ...[-5, 10, 20, 40].map((x): Specimen => {
      return { node: { op: "lookup", args: [leaf(0)], lists: columns, mode: "linear" }, ...table(draw, x) };
    }),
  ],
  brackets: (draw) =>
    [-5, 10, 20, 40].map((x) => ({ node: { op: "brackets", args: [leaf(0)], lists: columns }, ...table(draw, x) })),
  pmt: (draw) => [
    of("pmt", [draw(0.001, 0.1), draw(5, 30), money(draw), money(draw), due(draw)], { steps: [4] }),
    of("pmt", [0, draw(5, 30), money(draw)]),
  ],
  ipmt: (draw) => [
    of("ipmt", [draw(0.001, 0.1), draw(1.5, 4), draw(5, 30), money(draw), 0, due(draw)], { steps: [5] }),
  ],
  ppmt: (draw) => [
    of("ppmt", [draw(0.001, 0.1), draw(1.5, 4), draw(5, 30), money(draw), money(draw), 0], { steps: [5] }),
  ],
  nper: (draw) => [of("nper", [draw(0.01, 0.05), -draw(100, 200), money(draw), 0, due(draw)], { steps: [4] })],
  pv: (draw) => [
    of("pv", [draw(0.001, 0.1), draw(5, 30), money(draw), money(draw), due(draw)], { steps: [4] }),
    of("pv", [0, draw(5, 30), money(draw)]),
  ],
  fv: (draw) => [of("fv", [draw(0.001, 0.1), draw(5, 30), money(draw), money(draw), due(draw)], { steps: [4] })],
  effect: (draw) => [of("effect", [draw(0.01, 0.2), 4 + draw(0.1, 0.9)], { steps: [1] })],
  nominal: (draw) => [of("nominal", [draw(0.01, 0.2), 12 + draw(0.1, 0.9)], { steps: [1] })],
  sln: (draw) => [of("sln", [money(draw), draw(1, 50), draw(5, 30)])],
  syd: (draw) => [of("syd", [money(draw), draw(1, 50), draw(8, 30), draw(1, 7)])],
  ddb: (draw) => [
    of("ddb", [money(draw), draw(1, 10), draw(8, 30), draw(1.5, 4), draw(1.2, 2)]),
    of("ddb", [money(draw), 0.5, draw(8, 30), 1.5]),
  ],
  npv: (draw) => [
    { ...reducing("npv", [flow(draw)], { args: [leaf(1)] }), lines: [flow(draw), [draw(0.01, 0.2)]] },
    { ...reducing("npv", [flow(draw)], { args: [leaf(1)], by: "year" }), lines: [flow(draw), [draw(0.01, 0.2)]] },
  ],
  irr: (draw) => [reducing("irr", [flow(draw)]), reducing("irr", [flow(draw), flow(draw)], { by: "basis" })],
  payback: (draw) => [reducing("payback", [[0, draw(-105, -95), ...[1, 2, 3, 4].map(() => draw(38, 42))]])],
  lowest: (draw) => [
    reducing("lowest", [series(draw, -50, 50)]),
    { ...reducing("lowest", [series(draw, -50, 50), condition]), steps: [1] },
  ],
  highest: (draw) => [
    reducing("highest", [series(draw, -50, 50)], { by: "year" }),
    { ...reducing("highest", [series(draw, -50, 50), condition]), steps: [1] },
  ],
  average: (draw) => [
    reducing("average", [series(draw, -50, 50)]),
    { ...reducing("average", [series(draw, -50, 50), condition]), steps: [1] },
  ],
  first: (draw) => [{ ...reducing("first", [series(draw, -50, 50), [0, 0, 0, 1, 0, 1]]), steps: [1] }],
  when: () => [{ ...reducing("when", [[0, 0, 0, 1, 0, 1]]), steps: [0] }],
};
