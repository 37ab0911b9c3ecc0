import {
  alike,
  binaryTerm,
  compareTerm,
  financeTerm,
  logicTerm,
  numberTerm,
  partOf,
  prefixTerm,
  scalarFunctionTerm,
} from "./arithmetic.ts";
import { choiceTerm, orTerm } from "./default.ts";
import type { Expression } from "./expression.ts";
import { reducerTerm } from "./reduce.ts";
import { isAbsent, nameTerm, parameterTerm, referenceTerm } from "./reference.ts";
import { refuse } from "./refuse.ts";
import { columnOf } from "./scan.ts";
import { selectionTerm } from "./select.ts";
import { type Site, sourceOf, type Term } from "./site.ts";
import { tableTerm } from "./table.ts";
import { timeTerm } from "./time.ts";
import { isWritten } from "./written.ts";
import { writtenTerm } from "./writtenCall.ts";
import { ofYear } from "./years.ts";

/** Turns a checked expression into core nodes, looking up its names and checking its units and axes. */
export function lowerExpression(e: Expression, site: Site): Term {
  site.draft.spend(1);
  switch (e.kind) {
    case "number":
      return numberTerm(site, e);
    case "name":
      return parameterTerm(site, e) ?? ofYear(site, nameTerm(site, e));
    case "selection":
      return ofYear(site, selectionTerm(site, e));
    case "prefix":
      return prefixTerm(site, e);
    case "binary":
      return binaryTerm(site, e);
    case "logic":
      return e.op === "or" ? orTerm(site, e) : logicTerm(site, e);
    case "compare":
      return compareTerm(site, e);
    case "if":
      return choiceTerm(site, e);
    case "call":
      return callTerm(e, site);
  }
}

function callTerm(e: Extract<Expression, { kind: "call" }>, site: Site): Term {
  switch (e.fn) {
    case "min":
    case "max":
      return extremeTerm(e, e.fn, site);
    case "abs":
    case "floor":
    case "ceil":
    case "round":
    case "sqrt":
    case "exp":
    case "ln":
      return scalarFunctionTerm(site, e.fn, e.args);
    case "pmt":
    case "ipmt":
    case "ppmt":
    case "nper":
    case "pv":
    case "fv":
    case "effect":
    case "nominal":
    case "sln":
    case "syd":
    case "ddb":
      return financeTerm(site, e, e.fn, e.args);
    case "param":
    case "during":
    case "counted":
    case "recorded":
    case "given":
      return referenceTerm(site, e.fn, e.args[0]);
    case "npv":
    case "irr":
    case "payback":
    case "lowest":
    case "highest":
    case "average":
    case "first":
    case "when":
      return reducerTerm(site, e, e.fn);
    case "lookup":
    case "brackets":
    case "sumrows":
      return tableTerm(site, e);
    default:
      return isWritten(e.fn) ? writtenTerm(site, e, e.fn) : timeTerm(site, e, e.fn);
  }
}

/** Optional inputs that were not entered set no bound. */
function extremeTerm(e: Extract<Expression, { kind: "call" }>, op: "min" | "max", site: Site): Term {
  const present = e.args.filter((arg) => !isAbsent(site, arg));
  if (present.length === 0) return refuse("allAbsent", { text: sourceOf(e, site), column: columnOf(e.span) });
  const parts = present.map((arg) => partOf(site, arg));
  return alike(site, e, parts, (args) => site.draft.nodes.many(op, args));
}
