import type { Decimal } from "decimal.js";
import { type Finding, findingsOf } from "../../models/checks/findings.ts";
import type { Prepared } from "../../models/compile/prepare.ts";
import type { Results } from "../../models/results/results.ts";
import { resultsOf } from "./results.ts";

/** Findings of all review checks on a scenario, from the book of record. */
export function reviewOf(prepared: Prepared): readonly Finding[] {
  const { values, verdicts, indicators, problems } = resultsOf(prepared, "record");
  const { document, counts } = prepared;
  return findingsOf({ document, counts, results: values as Results<Decimal>, verdicts, indicators, problems });
}
