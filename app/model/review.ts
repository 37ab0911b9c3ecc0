import type { Finding } from "../../models/checks/findings.ts";
import type { Trust } from "../../models/checks/trust/index.ts";
import type { Prepared } from "../../models/compile/prepare.ts";
import { recordResultsOf } from "./results.ts";
import { reviewIn, trustIn } from "./trust.ts";

/** Findings of all review checks on a scenario, from the book of record, and the trust statement they belong to. */
export function reviewOf(prepared: Prepared): { readonly findings: readonly Finding[]; readonly trust: Trust } {
  const results = recordResultsOf(prepared);
  const findings = reviewIn(results);
  return { findings, trust: trustIn(results, findings) };
}
