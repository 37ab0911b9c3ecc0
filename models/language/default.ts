import type { Expression } from "./expression.ts";
import { findLine, isOptional } from "./reference.ts";
import { refuse } from "./refuse.ts";
import { columnOf } from "./scan.ts";
import { type Site, sourceOf, type Term } from "./site.ts";
import { operationTerm, partOf } from "./typing.ts";

type Logic = Extract<Expression, { kind: "logic" }>;
type Choice = Extract<Expression, { kind: "if" }>;

/**
 * `x or d`, where x is an optional input or cell, is x where it was entered and d otherwise; `x or y or d` takes the first that was. Between
 * conditions `or` is the logical one. Which of the two is meant rests on what x is declared to be, never on what a file holds.
 */
export function orTerm(site: Site, e: Logic): Term {
  const links = chainOf(e);
  const last = links.pop();
  const [first] = links;
  if (first === undefined || last === undefined) throw new Error("an “or” without operands");
  if (optionalName(site, first) === undefined) {
    checkLogic(site, e);
    return operationTerm(site, e, "or", [partOf(site, e.a), partOf(site, e.b)]);
  }
  const ambiguous = links.some((link) => optionalName(site, link) === undefined) || isCondition(last);
  if (ambiguous) return refuseAmbiguous(site, e);
  const entered = links.find((link) => findLine(site, optionalName(site, link) ?? "") !== "absent");
  return site.lower(entered ?? last, site);
}

/** `given(x) ? a : b` is decided while the graph is built: the branch not taken may read what was not entered. */
export function choiceTerm(site: Site, e: Choice): Term {
  const { cond } = e;
  if (cond.kind !== "call" || cond.fn !== "given") {
    return operationTerm(site, e, "if", [partOf(site, cond), partOf(site, e.yes), partOf(site, e.no)]);
  }
  return site.lower(site.lower(cond, site).node === site.draft.nodes.one ? e.yes : e.no, site);
}

/** The operands of `a or b or c`; what stands in parentheses is one operand. */
function chainOf(e: Logic): Expression[] {
  const links: Expression[] = [e.b];
  let left = e.a;
  while (left.kind === "logic" && left.op === "or" && left.grouped !== true) {
    links.unshift(left.b);
    left = left.a;
  }
  return [left, ...links];
}

/** The optional name whose absence decides: of `x`, and of `recorded(x)` and `counted(x)`, which read nothing else. */
function optionalName(site: Site, e: Expression): string | undefined {
  if (e.kind === "name") return isOptional(site, e.name) ? e.name : undefined;
  if (e.kind !== "call" || (e.fn !== "recorded" && e.fn !== "counted")) return undefined;
  const [arg] = e.args;
  return arg === undefined ? undefined : optionalName(site, arg);
}

function isCondition(e: Expression): boolean {
  return e.kind === "compare" || e.kind === "logic" || (e.kind === "prefix" && e.op === "not");
}

/** A default that went astray would silently be a condition: `a * x or 1`, `condition or x`. */
function checkLogic(site: Site, e: Logic): void {
  for (const link of chainOf(e)) {
    const name = optionalName(site, link);
    if (name !== undefined) refuseAmbiguous(site, e);
    const loose = optionalName(site, lastOf(link));
    if (loose !== undefined && link !== e.b) {
      refuse("orLoose", { text: sourceOf(e, site), name: loose, column: columnOf(e.span) });
    }
  }
}

/** What stands directly before the next operator: the last factor or summand. */
function lastOf(e: Expression): Expression {
  if (e.kind === "binary") return lastOf(e.b);
  return e.kind === "prefix" && e.op === "-" ? lastOf(e.a) : e;
}

function refuseAmbiguous(site: Site, e: Logic): never {
  return refuse("orAmbiguous", { text: sourceOf(e, site), column: columnOf(e.span) });
}
