import type { Expression } from "./expression.ts";
import type { FinanceFunction, Node, ScalarFunction } from "./graph.ts";
import { refuse } from "./refuse.ts";
import { type Site, sourceOf, type Term } from "./site.ts";
import { absoluteTolerance, one, overUnit, powerUnit, requireUnit, sameUnit, timesUnit, type Unit } from "./unit.ts";

type Of<K extends Expression["kind"]> = Extract<Expression, { kind: K }>;

/** The common unit of two terms that are added, compared or chosen between. */
export function commonUnit(site: Site, whole: Expression, a: Part, b: Part): Unit | undefined {
  if (a.term.unit === undefined) return b.term.unit;
  if (b.term.unit === undefined || sameUnit(a.term.unit, b.term.unit)) return a.term.unit;
  return refuse("unitDiffers", {
    left: sourceOf(a.expression, site),
    right: sourceOf(b.expression, site),
    leftUnit: a.term.unit.text,
    rightUnit: b.term.unit.text,
    text: sourceOf(whole, site),
  });
}

/** Refuses a term that is not in the unit needed. */
export function needUnit(site: Site, { expression, term }: Part, needed: Unit): void {
  if (term.unit === undefined || sameUnit(term.unit, needed)) return;
  refuse("unitNeeded", { text: sourceOf(expression, site), needed: needed.text, found: term.unit.text });
}

/** An expression together with what it was lowered to. */
export interface Part {
  readonly expression: Expression;
  readonly term: Term;
}

export function partOf(site: Site, expression: Expression): Part {
  return { expression, term: site.lower(expression, site) };
}

/** A decimal literal in the unit written after it; without one, 0 fits any unit and every other number is a plain one. */
export function numberTerm(site: Site, e: Of<"number">): Term {
  const plain = Number(e.text) === 0 ? undefined : one;
  const unit = e.unit === undefined ? plain : requireUnit(e.unit);
  return { node: site.draft.nodes.constant(e.text), unit, scalar: true, flow: false };
}

export function binaryTerm(site: Site, e: Of<"binary">): Term {
  if (e.op === "+") return sumTerm(site, e);
  const { nodes } = site.draft;
  const a = partOf(site, e.a);
  const b = partOf(site, e.b);
  const scalar = a.term.scalar && b.term.scalar;
  const [x, y] = [a.term, b.term];
  // `* 1 a` and `/ 1 m2` only change the unit.
  switch (e.op) {
    case "-":
      return {
        node: nodes.pair("sub", x.node, y.node),
        unit: commonUnit(site, e, a, b),
        scalar,
        flow: x.flow || y.flow,
      };
    case "*":
      return {
        node: y.node === nodes.one ? x.node : nodes.pair("mul", x.node, y.node),
        unit: combine(x, y, timesUnit),
        scalar,
        flow: x.flow || y.flow,
      };
    case "/":
      return {
        node: y.node === nodes.one ? x.node : nodes.pair("div", x.node, y.node),
        unit: combine(x, y, overUnit),
        scalar,
        flow: x.flow && !y.flow,
      };
    case "^":
      return { node: nodes.pair("pow", x.node, y.node), unit: raised(site, e, a, b), scalar, flow: x.flow };
  }
}

/** `a + b + c` becomes one addition, so that long sums stay flat. */
function sumTerm(site: Site, e: Of<"binary">): Term {
  const parts: Part[] = [];
  const pending: Expression[] = [e];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.kind === "binary" && next.op === "+") pending.push(next.b, next.a);
    else parts.push(partOf(site, next));
  }
  return alike(site, e, parts, (args) => site.draft.nodes.many("add", args));
}

function combine(a: Term, b: Term, how: (a: Unit, b: Unit) => Unit): Unit | undefined {
  return a.unit === undefined || b.unit === undefined ? undefined : how(a.unit, b.unit);
}

function raised(site: Site, e: Expression, base: Part, exponent: Part): Unit | undefined {
  needUnit(site, exponent, one);
  const unit = base.term.unit;
  if (unit === undefined || sameUnit(unit, one)) return unit;
  const literal = exponent.expression.kind === "number" ? Number(exponent.expression.text) : Number.NaN;
  if (Number.isInteger(literal) && literal >= 0 && literal <= 4) return powerUnit(unit, literal);
  return refuse("powerUnit", { text: sourceOf(e, site), unit: unit.text });
}

/** Terms of one unit put together by `make`: additions, min, max, the branches of a condition. */
export function alike(
  site: Site,
  whole: Expression,
  parts: readonly Part[],
  make: (args: readonly Node[]) => Node,
): Term {
  let known: Part | undefined;
  for (const part of parts) {
    if (known === undefined || known.term.unit === undefined) known = part;
    else commonUnit(site, whole, known, part);
  }
  return {
    node: make(parts.map((part) => part.term.node)),
    unit: known?.term.unit,
    scalar: parts.every((part) => part.term.scalar),
    flow: parts.some((part) => part.term.flow),
  };
}

export function prefixTerm(site: Site, e: Of<"prefix">): Term {
  const { nodes } = site.draft;
  const part = partOf(site, e.a);
  if (e.op === "-") return { ...part.term, node: nodes.single("neg", part.term.node) };
  needUnit(site, part, one);
  return { node: nodes.single("not", part.term.node), unit: one, scalar: part.term.scalar, flow: false };
}

export function logicTerm(site: Site, e: Of<"logic">): Term {
  const a = partOf(site, e.a);
  const b = partOf(site, e.b);
  needUnit(site, a, one);
  needUnit(site, b, one);
  const node = site.draft.nodes.pair(e.op, a.term.node, b.term.node);
  return { node, unit: one, scalar: a.term.scalar && b.term.scalar, flow: false };
}

export function compareTerm(site: Site, e: Of<"compare">): Term {
  const a = partOf(site, e.a);
  const b = partOf(site, e.b);
  const unit = commonUnit(site, e, a, b);
  const node = site.draft.nodes.compare(e.rel, a.term.node, b.term.node, absoluteTolerance(unit));
  return { node, unit: one, scalar: a.term.scalar && b.term.scalar, flow: false };
}

export function ifTerm(site: Site, e: Of<"if">): Term {
  const cond = partOf(site, e.cond);
  needUnit(site, cond, one);
  const yes = partOf(site, e.yes);
  const no = partOf(site, e.no);
  const { nodes } = site.draft;
  const term = alike(site, e, [yes, no], () => nodes.choose(cond.term.node, yes.term.node, no.term.node));
  return { ...term, scalar: term.scalar && cond.term.scalar };
}

/** abs, floor, ceil and round keep the unit; sqrt, exp and ln are defined for plain numbers only. */
export function scalarFunctionTerm(site: Site, fn: ScalarFunction, args: readonly Expression[]): Term {
  const parts = args.map((arg) => partOf(site, arg));
  const [x, digits] = parts;
  if (x === undefined) throw new Error(`${fn} without argument`);
  const keepsUnit = fn === "abs" || fn === "floor" || fn === "ceil" || fn === "round";
  if (!keepsUnit) needUnit(site, x, one);
  if (digits !== undefined) needUnit(site, digits, one);
  return {
    node: site.draft.nodes.call(
      fn,
      parts.map((part) => part.term.node),
    ),
    unit: keepsUnit ? x.term.unit : one,
    scalar: parts.every((part) => part.term.scalar),
    flow: keepsUnit && x.term.flow,
  };
}

/** Which arguments are amounts of one unit (`m`); all others are plain numbers. The result is an amount or a plain number. */
const financeUnits: Readonly<Record<FinanceFunction, { readonly args: string; readonly result: "m" | "1" }>> = {
  pmt: { args: "11mm1", result: "m" },
  ipmt: { args: "111mm1", result: "m" },
  ppmt: { args: "111mm1", result: "m" },
  nper: { args: "1mmm1", result: "1" },
  pv: { args: "11mm1", result: "m" },
  fv: { args: "11mm1", result: "m" },
  effect: { args: "11", result: "1" },
  nominal: { args: "11", result: "1" },
  sln: { args: "mm1", result: "m" },
  syd: { args: "mm11", result: "m" },
  ddb: { args: "mm111", result: "m" },
};

export function financeTerm(site: Site, whole: Expression, fn: FinanceFunction, args: readonly Expression[]): Term {
  const parts = args.map((arg) => partOf(site, arg));
  const spec = financeUnits[fn];
  const amounts = parts.filter((_, i) => spec.args[i] === "m");
  for (const [i, part] of parts.entries()) if (spec.args[i] !== "m") needUnit(site, part, one);
  const node = site.draft.nodes.finance(
    fn,
    parts.map((part) => part.term.node),
  );
  const money = alike(site, whole, amounts, () => node);
  const scalar = parts.every((part) => part.term.scalar);
  return { node, unit: spec.result === "m" ? money.unit : one, scalar, flow: false };
}
