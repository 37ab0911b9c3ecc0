import type { Decimal } from "decimal.js";
import { prepareScenario } from "../../../models/compile/prepare.ts";
import type { GraphShelf } from "../../../models/compile/shelf.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";
import { type Result, succeed } from "../../../models/wording/problem.ts";
import type { AuditView, FindingView, Lang, RemarkView, ReviewStressView } from "../../contract.ts";
import { findingViews } from "../../model/findings.ts";
import { type Results, recordResultsOf } from "../../model/results.ts";
import { reviewIn, trustIn, trustView } from "../../model/trust.ts";
import { type AuditQuestion, auditOf } from "../audit.ts";
import { remarkViews } from "../remarks.ts";
import { reviewStressOf } from "../stress.ts";

/** All that an 审核意见 is composed of. */
export interface OpinionFacts {
  /** Of the scenario submitted. */
  readonly document: ModelDocument;
  readonly audit: Omit<AuditView, "version">;
  /** What the reviewer chose of the stresses. */
  readonly stress: Omit<ReviewStressView, "version"> | undefined;
  readonly findings: readonly FindingView[];
  readonly conditions: readonly string[];
  readonly remarks: readonly RemarkView[];
  readonly lang: Lang;
}

/** @returns problems of a scenario that cannot be prepared */
export function opinionFacts(
  document: ModelDocument,
  question: AuditQuestion,
  shelf: GraphShelf,
): Result<OpinionFacts> {
  const { scenario, lang } = question;
  const prepared = prepareScenario(document, scenario, shelf);
  if (!prepared.ok) return prepared;
  const audit = auditOf(document, question, shelf);
  if (!audit.ok) return audit;
  // What the reviewer chose of the stresses is stated; without a choice none is reckoned.
  const stress =
    (document.stress ?? []).length === 0 ? undefined : reviewStressOf(document, { ...question, keptOnly: true }, shelf);
  if (stress?.ok === false) return stress;
  const results: Results<Decimal> = recordResultsOf(prepared.value);
  const found = reviewIn(results);
  const conditions = trustView(trustIn(results, found), lang)
    .points.filter(({ grade }) => grade === "condition")
    .map(({ message }) => message);
  return succeed({
    document: prepared.value.document,
    audit: audit.value,
    stress: stress?.value,
    findings: findingViews(found, prepared.value, lang),
    conditions: [...new Set(conditions)],
    remarks: remarkViews(document, prepared.value, found, lang),
    lang,
  });
}
