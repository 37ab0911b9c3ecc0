import { needUnit, type Part, partOf } from "./arithmetic.ts";
import type { Expression, TimeFunction } from "./expression.ts";
import type { Node } from "./graph.ts";
import { LIMITS } from "./limits.ts";
import { refuse } from "./refuse.ts";
import { renderIds } from "./render.ts";
import { columnOf } from "./scan.ts";
import { hiddenLine, lineOf, type Site, sourceOf, type Term } from "./site.ts";
import { profileWeights } from "./table.ts";
import { absoluteTolerance, one, timesUnit } from "./unit.ts";
import { ofYear, SUM_OF_YEAR, yearsTerm } from "./years.ts";

type Call = Extract<Expression, { kind: "call" }>;

/** Functions over time. Everything that needs memory becomes a hidden line that reads its own previous value. */
export function timeTerm(site: Site, e: Call, fn: TimeFunction): Term {
  const [x, n] = e.args;
  if (x === undefined) throw new Error(`${fn} without argument`);
  if (fn === "total") return totalTerm(site, e, x);
  if (fn === "at") return atTerm(site, e, x, argument(n));
  if (site.axis === "scalar") return refuse("timeInScalar", { fn, column: columnOf(e.span) });
  if (site.byYear === true) return ofYear(site, timeTerm({ ...site, byYear: false }, e, fn));
  switch (fn) {
    case "years":
      return yearsTerm(site, e, x);
    case "basis":
      return refuse("basisOutsideReducer", { column: columnOf(e.span) });
    case "prev":
      return prevTerm(site, x);
    case "lag":
      return lagTerm(site, x, argument(n));
    case "window":
      return windowTerm(site, x, argument(n));
    case "running":
      return runningTerm(site, partOf(site, x).term);
    case "convolve":
      return convolveTerm(site, x, e.args.slice(1));
    case "ytd":
      if (site.axis === "year") return refuse("ytdInYear", { column: columnOf(e.span) });
      return ytdTerm(site, partOf(site, x).term);
    case "yearly":
      return yearlyTerm(site, e, x);
    case "cummin":
      return extremeTerm(site, "min", partOf(site, x).term);
    case "cummax":
      return extremeTerm(site, "max", partOf(site, x).term);
    case "since":
      return sinceTerm(site, partOf(site, x));
  }
}

function argument(e: Expression | undefined): Expression {
  if (e === undefined) throw new Error("the number of arguments is checked when a formula is read");
  return e;
}

function prevTerm(site: Site, x: Expression): Term {
  const term = site.lower(x, { ...site, shifted: true });
  return { ...term, node: site.draft.nodes.prev(lineOf(site, term)), scalar: false };
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
  if (site.axis !== "year") return nodes.lag(line, n.node);
  const perYear = draft.clock("periodsperyear");
  const months = nodes.constant("12");
  const monthOfYear = nodes.pair("sub", draft.clock("month"), nodes.pair("mul", draft.clock("year"), months));
  const left = nodes.pair("div", nodes.pair("mul", nodes.pair("sub", months, monthOfYear), perYear), months);
  const missing = nodes.pair("sub", left, nodes.one);
  const node = nodes.lag(line, nodes.pair("sub", nodes.pair("mul", n.node, perYear), missing));
  if (n.literal !== undefined && n.literal >= 1) draft.shiftedLags.add(node);
  return node;
}

/** The last n periods, this one included: running total now less running total n periods ago. */
function windowTerm(site: Site, x: Expression, n: Expression): Term {
  literalCount(site, n);
  const running = runningTerm(site, partOf(site, x).term);
  const before = lagNode(site, lineOf(site, running), distance(site, n));
  return { ...running, node: site.draft.nodes.pair("sub", running.node, before) };
}

function runningTerm(site: Site, x: Term): Term {
  return recursion(site, "running", x, (before) => site.draft.nodes.add(before, x.node));
}

/** Sum since the first period of the year, of the calendar or of the statements. */
export function ytdTerm(site: Site, x: Term, clock: "yearstart" | "statementstart" = "yearstart"): Term {
  const { draft } = site;
  const { nodes } = draft;
  const start = draft.clock(clock);
  return recursion(site, clock === "yearstart" ? "ytd" : "years", x, (before) =>
    nodes.add(nodes.choose(start, nodes.zero, before), x.node),
  );
}

function extremeTerm(site: Site, op: "min" | "max", x: Term): Term {
  const { nodes } = site.draft;
  const first = isFirst(site);
  return recursion(site, `cum${op}`, x, (before) => nodes.choose(first, x.node, nodes.many(op, [before, x.node])));
}

/** True in the first period or, in a yearly line, in the first year. */
function isFirst(site: Site): Node {
  const { draft } = site;
  const { nodes } = draft;
  const plain: Term = { node: nodes.one, unit: one, scalar: true, flow: false };
  const count = site.axis === "year" ? runningTerm(site, plain).node : draft.clock("t");
  return nodes.compare("==", count, nodes.one, absoluteTolerance(one));
}

/** 0 before the condition first holds, 1 in that period, then counting on whatever the condition does. */
function sinceTerm(site: Site, condition: Part): Term {
  needUnit(site, condition, one);
  const { nodes } = site.draft;
  const { node } = condition.term;
  return recursion(site, "since", { node, unit: one, scalar: false, flow: false }, (before) => {
    const latched = nodes.compare(">", before, nodes.zero, absoluteTolerance(one));
    return nodes.choose(nodes.pair("or", latched, node), nodes.add(before, nodes.one), nodes.zero);
  });
}

/** A hidden line computed from its own previous value. */
function recursion(site: Site, name: string, x: Term, next: (before: Node) => Node): Term {
  const { draft } = site;
  const { nodes } = draft;
  const key = `${name}:${nodes.numberOf(x.node)}`;
  const formula = `${name}(${renderIds(draft, x.node)})`;
  const summed = name === "years" && x.node.op === "line" ? draft.at(x.node.line).meta.id : undefined;
  const tags = summed === undefined ? {} : { [SUM_OF_YEAR]: summed };
  const spec = { key, unit: x.unit, kind: "stock", formula, tags } as const;
  const line = hiddenLine(site, spec, (self) => next(nodes.prev(self)));
  return { node: nodes.line(line), unit: x.unit, scalar: false, flow: false };
}

/** In the year's last period an amount's year-to-date sum is the year's; stocks, rates and flags are read as they are then. */
function yearlyTerm(site: Site, e: Call, x: Expression): Term {
  if (site.axis !== "year") return refuse("yearlyOutsideYear", { column: columnOf(e.span) });
  const periods: Site = { ...site, axis: "period" };
  const term = periods.lower(x, periods);
  return term.flow ? { ...ytdTerm(periods, term), flow: true } : term;
}

/** Where the operand of a reducer stands: on the periods, whatever the formula around it. */
export function periodSite(site: Site): Site {
  return { ...site, axis: "period", shifted: false, byYear: false };
}

function totalTerm(site: Site, e: Call, x: Expression): Term {
  const periods = periodSite(site);
  const term = periods.lower(x, periods);
  if (term.scalar && term.unit !== undefined) {
    return refuse("constantOverTime", { fn: "total", text: sourceOf(x, site), column: columnOf(e.span) });
  }
  return { node: site.draft.nodes.total(lineOf(periods, term)), unit: term.unit, scalar: true, flow: false };
}

function atTerm(site: Site, e: Call, x: Expression, date: Expression): Term {
  const periods = periodSite(site);
  const term = periods.lower(x, periods);
  if (term.scalar && term.unit !== undefined) {
    return refuse("constantOverTime", { fn: "at", text: sourceOf(x, site), column: columnOf(e.span) });
  }
  // Dates are absolute months: a number of months or, computed from years, a plain number.
  const month = partOf({ ...site, axis: "scalar" }, date);
  if (month.term.unit?.text !== "mo") needUnit(site, month, one);
  return {
    node: site.draft.nodes.at(lineOf(periods, term), month.term.node),
    unit: term.unit,
    scalar: true,
    flow: false,
  };
}

/** Σ weight_k · x, k periods (in a yearly line: years) ago. */
function convolveTerm(site: Site, x: Expression, profile: readonly Expression[]): Term {
  const { nodes } = site.draft;
  const term = site.lower(x, site);
  const { weights, unit: weightUnit } = profileWeights(site, profile);
  const unit = term.unit === undefined || weightUnit === undefined ? undefined : timesUnit(term.unit, weightUnit);
  if (weights.length === 0) return { node: nodes.zero, unit: undefined, scalar: false, flow: term.flow };
  const line = lineOf(site, term);
  if (site.axis !== "year") return { node: nodes.convolve(line, weights), unit, scalar: false, flow: term.flow };
  const parts = weights.map((weight, years) => {
    const n = { node: nodes.constant(String(years)), literal: years };
    return nodes.pair("mul", weight, years === 0 ? nodes.line(line) : lagNode(site, line, n));
  });
  return { node: nodes.many("add", parts), unit, scalar: false, flow: term.flow };
}
