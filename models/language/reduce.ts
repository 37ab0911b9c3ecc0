import { commonUnit, needUnit, type Part, partOf } from "./arithmetic.ts";
import type { Expression } from "./expression.ts";
import type { Node, ReducerBasis, ReducerFunction } from "./graph.ts";
import { refuse } from "./refuse.ts";
import { columnOf } from "./scan.ts";
import { lineOf, type Site, sourceOf, type Term } from "./site.ts";
import { periodSite } from "./time.ts";
import { absoluteTolerance, one, type Unit } from "./unit.ts";

type Call = Extract<Expression, { kind: "call" }>;

/** What each reducer takes before its series, what its series are, and the unit of its result: that of its first series, or a number. */
const SHAPES: Readonly<
  Record<ReducerFunction, { readonly scalars: number; readonly condition: number; readonly result: "x" | "1" }>
> = {
  npv: { scalars: 1, condition: -1, result: "x" },
  irr: { scalars: 0, condition: -1, result: "1" },
  payback: { scalars: 0, condition: -1, result: "1" },
  lowest: { scalars: 0, condition: 1, result: "x" },
  highest: { scalars: 0, condition: 1, result: "x" },
  average: { scalars: 0, condition: 1, result: "x" },
  first: { scalars: 0, condition: 1, result: "x" },
  when: { scalars: 0, condition: 0, result: "1" },
};

/** npv, irr, payback, lowest …: one number from whole series, by period, by statement year or by what the file measures indicators by. */
export function reducerTerm(site: Site, e: Call, fn: ReducerFunction): Term {
  const { scalars, condition, result } = SHAPES[fn];
  const args = e.args.slice(0, scalars).map((arg) => partOf({ ...site, axis: "scalar", byYear: false }, arg));
  for (const arg of args) needUnit(site, arg, one);
  const [first, ...more] = e.args.slice(scalars);
  if (first === undefined) throw new Error(`${fn} without a series`);
  const { by, inner } = basisOf(first);
  const expressions = [inner, ...more];
  const read = (byYear: boolean): readonly Part[] =>
    expressions.map((each) => partOf({ ...periodSite(site), byYear }, each));
  const byPeriod = by === "year" ? [] : read(false);
  const yearly = by === "period" ? [] : read(true);
  for (const parts of [byPeriod, yearly]) {
    for (const [index, part] of parts.entries()) checkSeries(site, fn, part, index === condition);
  }
  const main = (byPeriod[0] ?? yearly[0]) as Part;
  const unit: Unit | undefined = result === "1" ? one : main.term.unit;
  const lines = (parts: readonly Part[]): readonly number[] => parts.map(({ term }) => lineOf(periodSite(site), term));
  const node: Node = site.draft.nodes.reduce({
    fn,
    by,
    series: lines(byPeriod),
    yearly: lines(yearly),
    args: args.map(({ term }) => term.node),
    absTol: absoluteTolerance(main.term.unit),
  });
  if (byPeriod.length > 0 && yearly.length > 0) commonUnit(site, e, byPeriod[0] as Part, yearly[0] as Part);
  return { node, unit, scalar: true, flow: false };
}

/** `years(x)` or `basis(x)` around the first series says what the steps are. */
function basisOf(e: Expression): { readonly by: ReducerBasis; readonly inner: Expression } {
  const [x] = e.kind === "call" ? e.args : [];
  if (e.kind !== "call" || x === undefined || (e.fn !== "years" && e.fn !== "basis")) return { by: "period", inner: e };
  return { by: e.fn === "years" ? "year" : "basis", inner: x };
}

function checkSeries(site: Site, fn: ReducerFunction, part: Part, isCondition: boolean): void {
  if (isCondition) {
    needUnit(site, part, one);
    return;
  }
  if (part.term.scalar && part.term.unit !== undefined) {
    const { expression } = part;
    refuse("constantOverTime", { fn, text: sourceOf(expression, site), column: columnOf(expression.span) });
  }
}
