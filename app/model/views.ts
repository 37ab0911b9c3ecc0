import type { Decimal } from "decimal.js";
import type { Prepared } from "../../models/compile/prepare.ts";
import { type Evaluation, sameValue } from "../../models/engines/index.ts";
import { resultsOf } from "../../models/results/results.ts";
import { type Result, succeed } from "../../models/wording/problem.ts";
import type { Calls, Explanation, LinesView } from "../contract.ts";
import { explainReference, readReference } from "./explain.ts";
import { numbersOfLines } from "./lines.ts";

/** Lines with their values from the kernel, as the sheets show them. */
export function linesView(
  prepared: Prepared,
  { match, by }: Pick<Calls["lines"]["args"], "match" | "by">,
): Omit<LinesView, "version"> {
  return numbersOfLines(prepared, { by, match: match ?? "*" });
}

/** The explanation by the book of record, with the kernel's value beside it. */
export function explainView(prepared: Prepared, cell: string, evaluation: Evaluation<Decimal>): Result<Explanation> {
  const record = resultsOf(evaluation, prepared.frame);
  const asked = readReference(prepared, cell, record);
  if (!asked.ok) return asked;
  const explained = explainReference(prepared, asked.value, record);
  const kernel = resultsOf(prepared.kernel().run(prepared.bindings), prepared.frame).cell(asked.value);
  return succeed({
    ...explained,
    kernelValue: kernel ?? null,
    agrees: sameValue(explained.unit, record.cell(asked.value)?.toNumber(), kernel),
  });
}
