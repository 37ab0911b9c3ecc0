import { unitLetters } from "../operations/signature.ts";
import { type OperationName, operations } from "../operations/table.ts";
import type { CallExpression, Expression } from "./expression.ts";
import type { ReducerBasis } from "./graph.ts";
import { refuse } from "./refuse.ts";
import { columnOf } from "./scan.ts";
import { lineOf, type Site, sourceOf, type Term } from "./site.ts";
import { periodSite } from "./time.ts";
import { commonUnit, type Part, partOf, typeOf } from "./typing.ts";
import { absoluteTolerance } from "./unit.ts";

/** npv, irr, payback, lowest …: one number from whole series, by period, by statement year or by what the file measures indicators by. */
export function reducerTerm(site: Site, e: CallExpression, op: OperationName): Term {
  const { signature } = operations[op];
  const { letterOf } = unitLetters(signature);
  const scalars = e.args.filter((_, i) => letterOf(i) === "1");
  const args = scalars.map((arg) => partOf({ ...site, axis: "scalar", byYear: false }, arg));
  const { by, series } = seriesOf(e.args.slice(scalars.length));
  const read = (byYear: boolean): readonly Part[] => {
    const parts = series.map((each) => partOf({ ...periodSite(site), byYear }, each));
    for (const [i, part] of parts.entries()) if (letterOf(args.length + i) !== "c") needSeries(site, op, part);
    return parts;
  };
  const byPeriod = by === "year" ? [] : read(false);
  const yearly = by === "period" ? [] : read(true);
  const parts = byPeriod.length > 0 ? byPeriod : yearly;
  const [main, other] = [parts[0], yearly[0]];
  if (main === undefined) throw new Error(`${op} without a series`);
  const type = typeOf(site, e, signature, [...args, ...parts]);
  const absTol = absoluteTolerance(other === undefined ? main.term.unit : commonUnit(site, e, main, other));
  const lines = [...byPeriod, ...yearly].map(({ term }) => lineOf(periodSite(site), term));
  const node = site.draft.nodes.make(
    op,
    args.map(({ term }) => term.node),
    { lines, by, absTol },
  );
  return { ...type, node, scalar: true };
}

/** `years(x)` or `basis(x)` around the first series says what the steps are. */
function seriesOf([e, ...more]: readonly Expression[]): {
  readonly by: ReducerBasis;
  readonly series: readonly Expression[];
} {
  if (e === undefined) return { by: "period", series: [] };
  const [x] = e.kind === "call" ? e.args : [];
  if (e.kind !== "call" || x === undefined || (e.fn !== "years" && e.fn !== "basis"))
    return { by: "period", series: [e, ...more] };
  return { by: e.fn === "years" ? "year" : "basis", series: [x, ...more] };
}

function needSeries(site: Site, fn: string, { expression, term }: Part): void {
  if (!term.scalar || term.unit === undefined) return;
  refuse("constantOverTime", { fn, text: sourceOf(expression, site), column: columnOf(expression.span) });
}
