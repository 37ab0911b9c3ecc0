import { type FlowRule, type Signature, unitLetters } from "../operations/signature.ts";
import { type OperationName, operations } from "../operations/table.ts";
import type { Expression } from "./expression.ts";
import type { Node } from "./graph.ts";
import { refuse } from "./refuse.ts";
import { type Site, sourceOf, type Term } from "./site.ts";
import { one, overUnit, powerUnit, requireUnit, sameUnit, timesUnit, type Unit } from "./unit.ts";

/** An expression together with what it was lowered to. */
export interface Part {
  readonly expression: Expression;
  readonly term: Term;
}

export function partOf(site: Site, expression: Expression): Part {
  return { expression, term: site.lower(expression, site) };
}

/** A decimal literal in the unit written after it; without one, 0 fits any unit and every other number is a plain one. */
export function numberTerm(site: Site, e: Extract<Expression, { kind: "number" }>): Term {
  const plain = Number(e.text) === 0 ? undefined : one;
  const unit = e.unit === undefined ? plain : requireUnit(e.unit);
  return { node: site.draft.nodes.constant(e.text, e.unit), unit, scalar: true, flow: false };
}

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

/** An operation of some arguments, checked against its signature. */
export function operationTerm(site: Site, whole: Expression, op: OperationName, parts: readonly Part[]): Term {
  const { nodes } = site.draft;
  const args = parts.map((part) => part.term.node);
  const { signature } = operations[op];
  const node = signature.units.includes("..") ? nodes.many(op, args) : nodes.make(op, args);
  return { node, ...typeOf(site, whole, signature, parts) };
}

/** What an operation gives for arguments of these units; refuses arguments that do not fit its signature. */
export function typeOf(
  site: Site,
  whole: Expression,
  signature: Signature,
  parts: readonly Part[],
): Omit<Term, "node"> {
  const { letterOf, result } = unitLetters(signature);
  const known = new Map<string, Part>();
  for (const [i, part] of parts.entries()) {
    const letter = letterOf(i);
    const before = known.get(letter);
    if (letter === "1" || letter === "c") needUnit(site, part, one);
    else if (letter === "d") needDate(site, part);
    else if (before?.term.unit === undefined) known.set(letter, part);
    else commonUnit(site, whole, before, part);
  }
  const unitOf = (letter: string | undefined): Unit | undefined =>
    letter === "1" ? one : known.get(letter ?? "")?.term.unit;
  const [first, sign, second] = result;
  const unit =
    sign === "^" ? raised(site, whole, unitOf(first), parts[1]) : joined(unitOf(first), sign, unitOf(second));
  const scalar = parts.every((part) => part.term.scalar);
  return { unit, scalar, flow: flowBy[signature.flow](parts.map((part) => part.term.flow)) };
}

const flowBy: Readonly<Record<FlowRule, (flows: readonly boolean[]) => boolean>> = {
  any: (flows) => flows.includes(true),
  first: ([flow = false]) => flow,
  quotient: ([above = false, below = false]) => above && !below,
  branches: ([, ...branches]) => branches.includes(true),
  never: () => false,
};

/** Dates are absolute months: a number of months or, computed from years, a plain number. */
function needDate(site: Site, part: Part): void {
  if (part.term.unit?.text !== "mo") needUnit(site, part, one);
}

function joined(a: Unit | undefined, sign: string | undefined, b: Unit | undefined): Unit | undefined {
  if (sign === undefined || a === undefined) return a;
  return b === undefined ? undefined : sign === "*" ? timesUnit(a, b) : overUnit(a, b);
}

function raised(site: Site, e: Expression, unit: Unit | undefined, exponent: Part | undefined): Unit | undefined {
  if (unit === undefined || sameUnit(unit, one)) return unit;
  const literal = exponent?.expression.kind === "number" ? Number(exponent.expression.text) : Number.NaN;
  if (Number.isInteger(literal) && literal >= 0 && literal <= 4) return powerUnit(unit, literal);
  return refuse("powerUnit", { text: sourceOf(e, site), unit: unit.text });
}

/** Terms of one unit put together by `make`, as an addition is: sums, cells of a column, weights of a profile. */
export function alike(
  site: Site,
  whole: Expression,
  parts: readonly Part[],
  make: (args: readonly Node[]) => Node,
): Term {
  return { node: make(parts.map((part) => part.term.node)), ...typeOf(site, whole, operations.add.signature, parts) };
}
