import { FORMER_CLAUSES } from "../../policy/load.ts";
import { INSTALLED_PACKS } from "../../policy/packs.ts";
import type { Text } from "../../wording/text.ts";
import type { Finding } from "../findings.ts";
import type { Review } from "./review.ts";

/** Laws that hold whether or not a document lists their pack. */
export const BINDING_EVERYWHERE: readonly string[] = ["national-law", "civil-code", "land-administration"];

export interface Found extends Omit<Finding, "clause"> {
  /** Clauses it may rest on, the nearest first; none for arithmetic, good practice or the project's own approvals. */
  readonly clauses: readonly string[];
}

const DRAFT: Text = { zh: "(依据征求意见稿)", en: " (rests on a draft for comment)" };

/**
 * A finding with the clause that applies to this document. One that rests only on a draft can only ask, and says so; one whose clauses no listed pack
 * holds is no rejection either.
 */
export function finding(review: Review, { clauses, severity, message, ...found }: Found): Finding {
  const cited = applicable(review, clauses);
  const softened = clauses.length > 0 && (cited === undefined || cited.draft) && severity === "R" ? "Q" : severity;
  const mark = cited?.draft === true ? DRAFT : { zh: "", en: "" };
  return {
    ...found,
    severity: softened,
    clause: cited?.clause ?? null,
    message: { zh: message.zh + mark.zh, en: message.en + mark.en },
  };
}

/** The first of some clauses that applies, in-force text before drafts. */
function applicable({ packs }: Review, clauses: readonly string[]): { readonly clause: string; readonly draft: boolean } | undefined {
  const listed = clauses.flatMap((clause) => {
    const pack = packs.packs.find(({ id }) => id === packOf(clause));
    const names = [clause, ...(FORMER_CLAUSES.get(clause) ?? [])];
    return pack?.clauses.some(({ id }) => names.includes(id)) ? [{ clause, draft: pack.status === "draft" }] : [];
  });
  const law = clauses.find((clause) => BINDING_EVERYWHERE.includes(packOf(clause)) && INSTALLED_PACKS.some(({ clauses: own }) => own.some(({ id }) => id === clause)));
  return listed.find(({ draft }) => !draft) ?? (law === undefined ? listed[0] : { clause: law, draft: false });
}

/** Whether a pack the document lists holds one of these clauses. */
export function grants({ packs }: Review, clauses: readonly string[]): boolean {
  return clauses.some((clause) => packs.clause(clause) !== undefined);
}

function packOf(clause: string): string {
  return clause.split("/")[0] ?? "";
}
