import { type Finding, findingsOf } from "../../models/checks/findings.ts";
import type { Prepared } from "../../models/compile/prepare.ts";
import { recordResultsOf } from "./results.ts";

/** Findings of all review checks on a scenario, from the book of record. */
export function reviewOf(prepared: Prepared): readonly Finding[] {
  const { values, verdicts, indicators, problems } = recordResultsOf(prepared);
  const { document, counts } = prepared;
  return findingsOf({ document, counts, results: values, verdicts, indicators, problems });
}
