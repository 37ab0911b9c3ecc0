import { REST_RULES } from "../../models/document/actuals/schema.ts";
import { parseStructure } from "../../models/document/parse.ts";
import type { ActualsSpec, ModelDocument, RestRule } from "../../models/document/schema.ts";
import { actualsProblem } from "../../models/wording/actuals.ts";
import { fail, type Result, succeed } from "../../models/wording/problem.ts";

/** Settings of actuals as a call states them; what it leaves out stays. */
export interface ActualsSettings {
  /** `YYYY-MM`. */
  readonly closed?: string | undefined;
  /** `plan`, `shift:MONTHS`, `total`, `model`; before them `LINE=` for one line. */
  readonly rest: readonly string[];
  /** `plan` or `none`. */
  readonly unreported?: string | undefined;
}

/** The document with other settings of its actuals. */
export function withSettings(
  document: ModelDocument,
  { closed, rest, unreported }: ActualsSettings,
): Result<ModelDocument> {
  let actuals: ActualsSpec = { ...(document.actuals ?? { reports: [] }), ...(closed === undefined ? {} : { closed }) };
  for (const word of rest) {
    const read = readRest(word);
    if (!read.ok) return read;
    const { line, rule } = read.value;
    actuals =
      line === undefined ? { ...actuals, rest: rule } : { ...actuals, restOf: { ...actuals.restOf, [line]: rule } };
  }
  if (unreported !== undefined && unreported !== "plan" && unreported !== "none")
    return fail(actualsProblem("gap_word", "--unreported", { found: unreported }));
  const { unreported: before, ...others } = actuals;
  const gaps = unreported === undefined ? before : unreported === "plan" ? unreported : undefined;
  return parseStructure({ ...document, actuals: { ...others, ...(gaps === undefined ? {} : { unreported: gaps }) } });
}

function readRest(word: string): Result<{ readonly line: string | undefined; readonly rule: RestRule }> {
  const [, line, name = "", months] = /^(?:(.+)=)?([a-z]+)(?::(\d{1,3}))?$/.exec(word) ?? [];
  const rule = REST_RULES.find((one) => one === name);
  if (rule === undefined || (months !== undefined) !== (rule === "shift"))
    return fail(actualsProblem("rest_word", "--rest", { found: word }));
  return succeed({ line, rule: { rule, ...(months === undefined ? {} : { months: Number(months) }) } });
}
