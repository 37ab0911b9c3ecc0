import type { Finding, Severity } from "../findings.ts";
import type { VerdictId } from "../verdicts/index.ts";
import { finding } from "./finding.ts";
import type { Check, Review } from "./review.ts";

interface Mapped {
  readonly id: string;
  readonly verdict: VerdictId;
  readonly severity: Severity;
  readonly clauses?: readonly string[];
}

/** Checks that are one of the nine tests of balance. */
const MAPPED: readonly Mapped[] = [
  { id: "C02", verdict: "B1", severity: "R" },
  { id: "M40", verdict: "B2", severity: "R", clauses: ["jinhua-2020/1(2)3", "jinhua-2020/3(3)"] },
  { id: "C05", verdict: "B3", severity: "R" },
  { id: "C15", verdict: "B4", severity: "R" },
  { id: "C15", verdict: "B5", severity: "R" },
  { id: "M66", verdict: "B7", severity: "Q", clauses: ["taizhou-2023-draft/4(3)7"] },
  { id: "M66", verdict: "B8", severity: "Q", clauses: ["taizhou-2023-draft/4(3)7"] },
];

function verdictOf(review: Review, { id, verdict: wanted, severity, clauses }: Mapped): readonly Finding[] {
  const verdict = review.verdicts.find((candidate) => candidate.id === wanted);
  if (verdict === undefined) return [];
  const { title, message, pass, margin, lines } = verdict;
  return [
    finding(review, {
      id,
      severity,
      pass,
      ...(clauses === undefined ? {} : { clauses }),
      numbers: { margin: margin?.toDecimalPlaces(2) },
      path: lines[0] ?? "",
      message: { zh: `${title.zh}(${wanted}):${message.zh}`, en: `${title.en} (${wanted}): ${message.en}` },
    }),
  ];
}

export const balance: readonly Check[] = [...new Set(MAPPED.map(({ id }) => id))].map((id) => ({
  ids: [id],
  run: (review) => MAPPED.filter((mapped) => mapped.id === id).flatMap((mapped) => verdictOf(review, mapped)),
}));
