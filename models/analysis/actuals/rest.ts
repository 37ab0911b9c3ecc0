import type { ActualsSpec, RestRule } from "../../document/schema.ts";
import { actualsProblem } from "../../wording/actuals.ts";
import { fail, type Problem, type Result, succeed } from "../../wording/problem.ts";

/** What the periods after the closing month of a line hold, in periods of the model. */
export type Rest = { readonly rule: "plan" | "total" | "model" } | { readonly rule: "shift"; readonly periods: number };

/** The rule for one line: its own, else that of the file. A rule nobody chose is none. */
export function restOf({ rest, restOf: own = {} }: ActualsSpec, line: string, stepMonths: number): Result<Rest> {
  const isOwn = Object.hasOwn(own, line);
  const chosen = isOwn ? own[line] : rest;
  const path = isOwn ? `actuals/restOf/${line}` : "actuals/rest";
  return chosen === undefined ? fail(actualsProblem("rest_missing", path)) : checked(chosen, path, stepMonths);
}

function checked({ rule, months }: RestRule, path: string, stepMonths: number): Result<Rest> {
  if (rule !== "shift") return succeed({ rule });
  if (months === undefined) return fail(actualsProblem("shift_months", `${path}/months`));
  if (months % stepMonths !== 0)
    return fail(actualsProblem("shift_step", `${path}/months`, { months, step: stepMonths }));
  return succeed({ rule, periods: months / stepMonths });
}

/** Rules of lines that nothing was reported of. */
export function idleRests(
  { restOf: own = {} }: ActualsSpec,
  hasActuals: (line: string) => boolean,
): readonly Problem[] {
  return Object.keys(own).flatMap((line) =>
    hasActuals(line) ? [] : [actualsProblem("rest_line", `actuals/restOf/${line}`, { line })],
  );
}
