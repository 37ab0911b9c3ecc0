import type { Expression, Span } from "./expression.ts";
import type { FormulaDecl } from "./line.ts";
import { parseFormula } from "./parse.ts";
import type { Site, Term } from "./site.ts";
import { partOf } from "./typing.ts";
import { type WrittenName, writtenFunctions } from "./written.ts";

type Call = Extract<Expression, { kind: "call" }>;

const bodies = new Map<WrittenName, Expression>();

/**
 * The function's formula with its parameters standing for the arguments, which are computed once, where the function is called. It sees no names
 * of the caller; messages point to the call.
 */
export function writtenTerm(site: Site, e: Call, name: WrittenName): Term {
  const { parameters, formula } = writtenFunctions[name];
  const body = bodies.get(name) ?? parseFormula(formula);
  bodies.set(name, body);
  const given = new Map(e.args.map((arg, i): readonly [string, Term] => [parameters[i] ?? "", partOf(site, arg).term]));
  const { optional: _optional, absent: _absent, ...own } = site.decl;
  const decl: FormulaDecl = { ...own, scope: {} };
  return site.lower(placed(body, e.span), { ...site, decl, row: undefined, given });
}

/** The same expression with one place for all its parts. */
function placed(e: Expression, span: Span): Expression {
  switch (e.kind) {
    case "number":
    case "name":
    case "selection":
      return { ...e, span };
    case "call":
      return { ...e, args: e.args.map((arg) => placed(arg, span)), span };
    case "prefix":
      return { ...e, a: placed(e.a, span), span };
    case "if":
      return { ...e, cond: placed(e.cond, span), yes: placed(e.yes, span), no: placed(e.no, span), span };
    default:
      return { ...e, a: placed(e.a, span), b: placed(e.b, span), span };
  }
}
