import { fail, type Result, succeed } from "../wording/problem.ts";
import type { Expression, FunctionName, SelectionTerm, Span } from "./expression.ts";
import { parseFormula } from "./parse.ts";
import { catchRefusal } from "./refuse.ts";

/** What a formula mentions, with places, for highlighting and completion while it is typed. */
export interface FormulaOutline {
  readonly names: readonly (Span & { readonly name: string })[];
  readonly functions: readonly (Span & { readonly name: FunctionName })[];
  readonly selections: readonly (Span & { readonly terms: readonly SelectionTerm[] })[];
}

/** Checks the syntax of one formula on its own; names and units are checked when the graph is built. */
export function checkFormula(text: string, path = ""): Result<FormulaOutline> {
  const parsed = catchRefusal(path, () => parseFormula(text));
  return parsed.ok ? succeed(outlineOf(parsed.value)) : fail(parsed.problem);
}

function outlineOf(root: Expression): FormulaOutline {
  const names: FormulaOutline["names"][number][] = [];
  const functions: FormulaOutline["functions"][number][] = [];
  const selections: FormulaOutline["selections"][number][] = [];
  const pending: Expression[] = [root];
  for (let e = pending.pop(); e !== undefined; e = pending.pop()) {
    if (e.kind === "name") names.push({ ...e.span, name: e.name });
    if (e.kind === "selection") selections.push({ ...e.span, terms: e.terms });
    if (e.kind === "call") functions.push({ ...e.span, name: e.fn });
    pending.push(...partsOf(e).toReversed());
  }
  return { names, functions, selections };
}

/** The expressions directly below one, in the order they are written. */
export function partsOf(e: Expression): readonly Expression[] {
  switch (e.kind) {
    case "number":
    case "name":
    case "selection":
      return [];
    case "call":
      return e.args;
    case "prefix":
      return [e.a];
    case "if":
      return [e.cond, e.yes, e.no];
    default:
      return [e.a, e.b];
  }
}
