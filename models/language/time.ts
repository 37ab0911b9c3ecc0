import { type OperationName, operations } from "../operations/table.ts";
import type { CallExpression, Expression } from "./expression.ts";
import type { Node } from "./graph.ts";
import { LIMITS } from "./limits.ts";
import { recursion, ytdTerm } from "./recursion.ts";
import { refuse } from "./refuse.ts";
import { columnOf } from "./scan.ts";
import { lineOf, type Site, sourceOf, type Term } from "./site.ts";
import { profileWeights } from "./table.ts";
import { needUnit, type Part, partOf, typeOf } from "./typing.ts";
import { absoluteTolerance, one } from "./unit.ts";
import { ofYear, yearsTerm } from "./years.ts";

type Rule = (site: Site, x: Expression, n: Expression, e: CallExpression) => Term;

/** A function that has no meaning in a formula of one value; the number of its arguments was checked when the formula was read. */
const inTime =
  (rule: Rule) =>
  (site: Site, e: CallExpression): Term => {
    if (site.axis === "scalar") return refuse("timeInScalar", { fn: e.fn, column: columnOf(e.span) });
    const [x, n] = e.args as [Expression, Expression];
    return site.byYear === true ? ofYear(site, rule({ ...site, byYear: false }, x, n, e)) : rule(site, x, n, e);
  };

/** Functions over time. Everything that needs memory becomes a hidden line that reads its own previous value. */
export const timeRules = {
  prev: inTime(prevTerm),
  lag: inTime(lagTerm),
  window: inTime(windowTerm),
  running: inTime((site, x) => runningTerm(site, partOf(site, x).term)),
  convolve: inTime(convolveTerm),
  ytd: inTime((site, x, _, e) => {
    if (site.axis === "year") return refuse("ytdInYear", { column: columnOf(e.span) });
    return ytdTerm(site, partOf(site, x).term);
  }),
  yearly: inTime(yearlyTerm),
  cummin: inTime((site, x) => extremeTerm(site, "min", partOf(site, x).term)),
  cummax: inTime((site, x) => extremeTerm(site, "max", partOf(site, x).term)),
  years: inTime(yearsTerm),
  basis: inTime((_site, _x, _n, e) => refuse("basisOutsideReducer", { column: columnOf(e.span) })),
  since: inTime((site, x) => sinceTerm(site, partOf(site, x))),
  total: (site: Site, e: CallExpression) => wholeTerm(site, e, "total"),
  at: (site: Site, e: CallExpression) => wholeTerm(site, e, "at"),
};

function prevTerm(site: Site, x: Expression): Term {
  const term = site.lower(x, { ...site, shifted: true });
  return { ...term, node: site.draft.nodes.read("prev", lineOf(site, term)), scalar: false };
}

/** The value n periods before; 0 before the first. */
function lagTerm(site: Site, x: Expression, n: Expression): Term {
  const literal = literalCount(site, n);
  if (literal === 0) return site.lower(x, site);
  const term = site.lower(x, { ...site, shifted: site.shifted || literal !== undefined });
  return { ...term, node: lagNode(site, lineOf(site, term), distance(site, n)), scalar: false };
}

/** A distance written as a number: whole and not negative. Undefined when it is computed. */
function literalCount(site: Site, n: Expression): number | undefined {
  const negative = n.kind === "prefix" && n.a.kind === "number";
  if (n.kind !== "number" && !negative) return undefined;
  const count = n.kind === "number" ? Number(n.text) : -1;
  if (Number.isInteger(count) && count >= 0 && count <= LIMITS.lagPeriods) return count;
  return refuse("lagCount", { text: sourceOf(n, site), column: columnOf(n.span) });
}

function distance(site: Site, n: Expression): { readonly node: Node; readonly literal: number | undefined } {
  if (n.kind === "number") return { node: site.draft.nodes.constant(String(Number(n.text))), literal: Number(n.text) };
  const part = partOf(site, n);
  needUnit(site, part, one);
  return { node: part.term.node, literal: undefined };
}

/**
 * In a yearly line the distance counts calendar years. Seen from the year's last period, n years back are n times the periods
 * of a year, less the periods still missing to December where the horizon ends within a year.
 */
function lagNode(site: Site, line: number, n: { readonly node: Node; readonly literal: number | undefined }): Node {
  const { draft } = site;
  const { nodes } = draft;
  if (site.axis !== "year") return nodes.read("lag", line, n.node);
  const perYear = draft.clock("periodsperyear");
  const months = nodes.constant("12");
  const of = (op: OperationName, a: Node, b: Node): Node => nodes.make(op, [a, b]);
  const monthOfYear = of("sub", draft.clock("month"), of("mul", draft.clock("year"), months));
  const left = of("div", of("mul", of("sub", months, monthOfYear), perYear), months);
  const missing = of("sub", left, nodes.one);
  const node = nodes.read("lag", line, of("sub", of("mul", n.node, perYear), missing));
  if (n.literal !== undefined && n.literal >= 1) draft.shiftedLags.add(node);
  return node;
}

/** The last n periods, this one included: running total now less running total n periods ago. */
function windowTerm(site: Site, x: Expression, n: Expression): Term {
  literalCount(site, n);
  const running = runningTerm(site, partOf(site, x).term);
  const before = lagNode(site, lineOf(site, running), distance(site, n));
  return { ...running, node: site.draft.nodes.make("sub", [running.node, before]) };
}

function runningTerm(site: Site, x: Term): Term {
  return recursion(site, "running", x, (before) => site.draft.nodes.many("add", [before, x.node]));
}

function extremeTerm(site: Site, op: "min" | "max", x: Term): Term {
  const { nodes } = site.draft;
  const first = isFirst(site);
  return recursion(site, `cum${op}`, x, (before) =>
    nodes.make("if", [first, x.node, nodes.many(op, [before, x.node])]),
  );
}

/** True in the first period or, in a yearly line, in the first year. */
function isFirst(site: Site): Node {
  const { draft } = site;
  const { nodes } = draft;
  const plain: Term = { node: nodes.one, unit: one, scalar: true, flow: false };
  const count = site.axis === "year" ? runningTerm(site, plain).node : draft.clock("t");
  return nodes.make("cmp", [count, nodes.one], { rel: "==", absTol: absoluteTolerance(one) });
}

/** 0 before the condition first holds, 1 in that period, then counting on whatever the condition does. */
function sinceTerm(site: Site, condition: Part): Term {
  needUnit(site, condition, one);
  const { nodes } = site.draft;
  const { node } = condition.term;
  return recursion(site, "since", { node, unit: one, scalar: false, flow: false }, (before) => {
    const latched = nodes.make("cmp", [before, nodes.zero], { rel: ">", absTol: absoluteTolerance(one) });
    const counted = nodes.many("add", [before, nodes.one]);
    return nodes.make("if", [nodes.make("or", [latched, node]), counted, nodes.zero]);
  });
}

/** In the year's last period an amount's year-to-date sum is the year's; stocks, rates and flags are read as they are then. */
function yearlyTerm(site: Site, x: Expression, _: Expression, e: CallExpression): Term {
  if (site.axis !== "year") return refuse("yearlyOutsideYear", { column: columnOf(e.span) });
  const periods: Site = { ...site, axis: "period" };
  const term = periods.lower(x, periods);
  return term.flow ? { ...ytdTerm(periods, term), flow: true } : term;
}

/** Where the operand of a reducer stands: on the periods, whatever the formula around it. */
export function periodSite(site: Site): Site {
  return { ...site, axis: "period", shifted: false, byYear: false };
}

/** One value from all periods of a line: their sum, or the one a date names. */
function wholeTerm(site: Site, e: CallExpression, op: "total" | "at"): Term {
  const [x, ...others] = e.args as [Expression, ...Expression[]];
  const periods = periodSite(site);
  const read = periods.lower(x, periods);
  if (read.scalar && read.unit !== undefined) {
    return refuse("constantOverTime", { fn: op, text: sourceOf(x, site), column: columnOf(e.span) });
  }
  const year = op === "at" ? yearWritten(others[0]) : undefined;
  // An amount of a year is what its periods add up to, read in the last of them.
  const term = year !== undefined && read.flow ? ytdTerm(periods, read) : read;
  const parts = others.map((other) =>
    partOf({ ...site, axis: "scalar" }, year === undefined ? other : december(year, other)),
  );
  const type = typeOf(site, e, operations[op].signature, [{ expression: x, term }, ...parts]);
  const args = parts.map((part) => dated(site, part.term.node));
  return { ...type, node: site.draft.nodes.read(op, lineOf(periods, term), ...args), scalar: true };
}

/** `at(x, 2031)`: a calendar year, which no absolute month of a timeline can be mistaken for. */
function yearWritten(date: Expression | undefined): number | undefined {
  const year = date?.kind === "number" && date.unit === undefined ? Number(date.text) : Number.NaN;
  return Number.isInteger(year) && year >= 1900 && year <= 2300 ? year : undefined;
}

/** Dates that users write stand on lines of their own, which have a value where the timeline has the date: a date outside it is a slip. */
export const DATE = "date.";

function dated(site: Site, node: Node): Node {
  if (node.op !== "const" || node.text === undefined || site.decl.literal !== true) return node;
  const { draft } = site;
  const id = `${DATE}${node.text}`;
  const known = draft.indexById.get(id);
  const label = { zh: "公式中写明的日期", en: "date written in a formula" };
  const path = draft.at(site.owner).meta.path;
  const decl = {
    source: "input",
    id,
    label,
    unit: "mo",
    kind: "scalar",
    axis: "scalar",
    tags: {},
    clauses: [],
    path,
  } as const;
  return draft.nodes.read("line", known ?? draft.declare(decl).index);
}

function december(year: number, written: Expression): Expression {
  return { kind: "number", text: String(year * 12 + 11), span: written.span };
}

/** Σ weight_k · x, k periods (in a yearly line: years) ago. */
function convolveTerm(site: Site, x: Expression, _: Expression, e: CallExpression): Term {
  const { nodes } = site.draft;
  const term = site.lower(x, site);
  const profile = profileWeights(site, e.args.slice(1));
  const parts = [{ expression: x, term }, ...profile];
  const type = { ...typeOf(site, e, operations.convolve.signature, parts), scalar: false };
  if (profile.length === 0) return { ...type, node: nodes.zero };
  const weights = profile.map((part) => part.term.node);
  const line = lineOf(site, term);
  if (site.axis !== "year") return { ...type, node: nodes.make("convolve", [], { line, lists: [weights] }) };
  const shares = weights.map((weight, years) => {
    const n = { node: nodes.constant(String(years)), literal: years };
    return nodes.make("mul", [weight, years === 0 ? nodes.read("line", line) : lagNode(site, line, n)]);
  });
  return { ...type, node: nodes.many("add", shares) };
}
