import { isOperation, operations } from "../operations/table.ts";
import { choiceTerm, orTerm } from "./default.ts";
import type { CallExpression, Expression, FunctionName } from "./expression.ts";
import { reducerTerm } from "./reduce.ts";
import { isAbsent, nameTerm, parameterTerm, referenceRules } from "./reference.ts";
import { refuse } from "./refuse.ts";
import { columnOf } from "./scan.ts";
import { selectionTerm } from "./select.ts";
import { type Site, sourceOf, type Term } from "./site.ts";
import { tableRules } from "./table.ts";
import { timeRules } from "./time.ts";
import { commonUnit, numberTerm, operationTerm, type Part, partOf, typeOf } from "./typing.ts";
import { absoluteTolerance } from "./unit.ts";
import { isWritten } from "./written.ts";
import { writtenTerm } from "./writtenCall.ts";
import { ofYear } from "./years.ts";

type Rule = (site: Site, e: CallExpression) => Term;

/** Functions that need more than the values of their arguments; all others are lowered by their signature. */
const rules: Partial<Readonly<Record<FunctionName, Rule>>> = {
  ...timeRules,
  ...tableRules,
  ...referenceRules,
  min: (site, e) => extremeTerm(site, e, "min"),
  max: (site, e) => extremeTerm(site, e, "max"),
};

const signs = { "-": "sub", "*": "mul", "/": "div", "^": "pow" } as const;

/** Turns a checked expression into core nodes, looking up its names and checking its units and axes. */
export function lowerExpression(e: Expression, site: Site): Term {
  site.draft.spend(1);
  const parts = (...args: readonly Expression[]): Part[] => args.map((arg) => partOf(site, arg));
  switch (e.kind) {
    case "number":
      return numberTerm(site, e);
    case "name":
      return parameterTerm(site, e) ?? ofYear(site, nameTerm(site, e));
    case "selection":
      return ofYear(site, selectionTerm(site, e));
    case "prefix":
      return operationTerm(site, e, e.op === "-" ? "neg" : "not", parts(e.a));
    case "binary":
      if (e.op === "+") return operationTerm(site, e, "add", addends(site, e));
      return binaryTerm(site, e, signs[e.op]);
    case "logic":
      return e.op === "or" ? orTerm(site, e) : operationTerm(site, e, e.op, parts(e.a, e.b));
    case "compare":
      return compareTerm(site, e);
    case "if":
      return choiceTerm(site, e);
    case "call":
      return callTerm(site, e);
  }
}

/** `* 1 a` and `/ 1 m2` only change the unit. */
function binaryTerm(site: Site, e: Extract<Expression, { kind: "binary" }>, op: "sub" | "mul" | "div" | "pow"): Term {
  const [a, b] = [partOf(site, e.a), partOf(site, e.b)];
  const same = (op === "mul" || op === "div") && b.term.node.op === "const" && b.term.node.text === "1";
  if (!same) return operationTerm(site, e, op, [a, b]);
  return { node: a.term.node, ...typeOf(site, e, operations[op].signature, [a, b]) };
}

/** `a + b + c` becomes one addition, so that long sums stay flat. */
function addends(site: Site, e: Expression): readonly Part[] {
  const parts: Part[] = [];
  const pending: Expression[] = [e];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.kind === "binary" && next.op === "+") pending.push(next.b, next.a);
    else parts.push(partOf(site, next));
  }
  return parts;
}

function compareTerm(site: Site, e: Extract<Expression, { kind: "compare" }>): Term {
  const [a, b] = [partOf(site, e.a), partOf(site, e.b)];
  const absTol = absoluteTolerance(commonUnit(site, e, a, b));
  const node = site.draft.nodes.make("cmp", [a.term.node, b.term.node], { rel: e.rel, absTol });
  return { node, ...typeOf(site, e, operations.cmp.signature, [a, b]) };
}

function callTerm(site: Site, e: CallExpression): Term {
  const rule = rules[e.fn];
  if (rule !== undefined) return rule(site, e);
  if (isWritten(e.fn)) return writtenTerm(site, e, e.fn);
  if (!isOperation(e.fn)) throw new Error(`no rule for ${e.fn}`);
  if (operations[e.fn].reads === "whole") return reducerTerm(site, e, e.fn);
  const parts = e.args.map((arg) => partOf(site, arg));
  return operationTerm(site, e, e.fn, parts);
}

/** Optional inputs that were not entered set no bound. */
function extremeTerm(site: Site, e: CallExpression, op: "min" | "max"): Term {
  const present = e.args.filter((arg) => !isAbsent(site, arg));
  if (present.length === 0) return refuse("allAbsent", { text: sourceOf(e, site), column: columnOf(e.span) });
  const parts = present.map((arg) => partOf(site, arg));
  return operationTerm(site, e, op, parts);
}
