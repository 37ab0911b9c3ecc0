import type { Decimal } from "decimal.js";
import type { Prepared } from "../../models/compile/prepare.ts";
import { type Evaluation, sameValue } from "../../models/engines/index.ts";
import { parsePeriod } from "../../models/language/timeline.ts";
import { type Result, succeed } from "../../models/wording/problem.ts";
import type { Calls, Explanation, LinesView } from "../contract.ts";
import { type ExplainQuestion, explainCell } from "./explain.ts";
import { lineTable } from "./lines.ts";

/** Lines with their values from the kernel, as the sheets show them. */
export function linesView(
  prepared: Prepared,
  { match, by }: Pick<Calls["lines"]["args"], "match" | "by">,
): Omit<LinesView, "version"> {
  const kernel = prepared.kernel().run(prepared.bindings);
  return lineTable(prepared, { by, match: match ?? "*" }, kernel, (value) => value);
}

/** The explanation by the book of record, with the kernel's value beside it. */
export function explainView(
  prepared: Prepared,
  question: ExplainQuestion,
  record: Evaluation<Decimal>,
): Result<Explanation> {
  const explained = explainCell(prepared, question, record);
  if (!explained.ok) return explained;
  const { line, period } = explained.value;
  const index = prepared.graph.indexById.get(line);
  const number = parsePeriod(period, prepared.timeline)?.number ?? 0;
  const kernel = prepared.kernel().run(prepared.bindings);
  if (index === undefined) return succeed(explained.value);
  const value = kernel.value(index, number);
  const agrees = sameValue(explained.value.unit, record.value(index, number)?.toNumber(), value);
  return succeed({ ...explained.value, kernelValue: value ?? null, agrees });
}
