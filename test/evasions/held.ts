import { readFileSync } from "node:fs";
import { inRoot } from "../../cli/setup/paths.mjs";
import type { Finding } from "../../models/checks/findings.ts";
import { reviewDraft } from "../checks-review/support/review.ts";
import { applied, type Entry, type Sentence } from "./apply.ts";

const RANK = { R: 0, Q: 1, N: 2 } as const;

const file = JSON.parse(readFileSync(inRoot("test/evasions/entries.json"), "utf8")) as {
  readonly entries: readonly Entry[];
  readonly words: readonly Sentence[];
};

export const { entries, words } = file;

const examples = new Map<string, { readonly file: unknown; readonly findings: readonly Finding[] }>();

function exampleOf(name: string): { readonly file: unknown; readonly findings: readonly Finding[] } {
  const known = examples.get(name);
  if (known !== undefined) return known;
  const example: unknown = JSON.parse(readFileSync(inRoot(`examples/${name}.json`), "utf8"));
  const read = { file: example, findings: reviewDraft(example) };
  examples.set(name, read);
  return read;
}

const failing = ({ answer }: Finding): boolean => answer.is === "fails";
/** Undecided is not the same as what does not apply. */
const undecided = ({ answer }: Finding): boolean => answer.is === "cannot_be_judged";

/** What is wrong with the review of an entry; undefined when it says what it must. */
export function missed(entry: Entry): string | undefined {
  const { file: example, findings: before } = exampleOf(entry.base);
  const after = reviewDraft(applied(example, entry));
  const fresh = (holds: (finding: Finding) => boolean) =>
    after.filter(
      (finding) =>
        holds(finding) &&
        // What becomes graver at its place is new.
        !before.some(
          (old) =>
            old.id === finding.id &&
            old.path === finding.path &&
            RANK[old.severity] <= RANK[finding.severity] &&
            holds(old),
        ),
    );
  const { ids = [], severity = "N", undecided: open = false } = entry.expect;
  if (entry.kind === "sound") {
    const raised = fresh(failing).filter((finding) => finding.severity !== "N");
    return raised.length === 0
      ? undefined
      : raised.map((finding) => `${finding.severity} ${finding.id} ${finding.path}: ${finding.message.en}`).join("; ");
  }
  const meant = (finding: Finding) => ids.includes(finding.id) && RANK[finding.severity] <= RANK[severity];
  if (fresh(failing).some(meant) || (open && fresh(undecided).some((finding) => ids.includes(finding.id))))
    return undefined;
  return `none of ${ids.join(", ")} fails`;
}
