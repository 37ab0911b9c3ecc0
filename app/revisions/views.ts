import type { Text } from "../../models/wording/text.ts";
import type { ActView, DiffView, Lang, RevisionsView, SealView, VerificationView } from "../contract.ts";
import { grouped, groupedHash } from "../keys/fingerprint.ts";
import { fingerprintWords } from "../keys/words.ts";
import { problemView, problemViews } from "../wording.ts";
import { actLabel } from "./acts.ts";
import { kindLabel } from "./changes.ts";
import type { RevisionDiff } from "./diff.ts";
import type { ActTold, LogEntry, SealTold } from "./log.ts";
import type { Verification } from "./verify.ts";

export function sealView({ at, author, note, signature, fingerprint }: SealTold): SealView {
  const words = fingerprint === null ? null : fingerprintWords(fingerprint);
  return { at, author, note, signature, fingerprint, words };
}

export function actView({ at, author, what, of }: ActTold): ActView {
  return { at, author, label: actLabel(what), of: groupedHash(of) };
}

/** @param chain hash of the last entry */
export function revisionsView(revisions: readonly LogEntry[], chain: string): RevisionsView {
  return {
    revisions: revisions.map(({ headline, strange, seals, acts, ...revision }) => ({
      ...revision,
      verdicts: headline?.verdicts ?? [],
      ...(strange === undefined ? {} : { strange }),
      ...(headline?.packs === undefined ? {} : { packs: headline.packs }),
      seals: seals.map(sealView),
      acts: acts.map(actView),
    })),
    chain: grouped(chain),
  };
}

export function diffView({ changes, before, after }: RevisionDiff, lang: Lang): DiffView {
  return {
    changes: changes.map(({ kind, label, ...change }) => ({
      ...change,
      kind,
      kindLabel: kindLabel(kind)[lang],
      label: label[lang],
    })),
    before,
    after,
  };
}

/** So many lines that differ are shown; the count tells of the rest. */
const SHOWN_MAX = 200;

/** @param labelOf what a line is called today */
export function verificationView(
  {
    revision,
    createdAt,
    chain,
    seals,
    acts,
    unsigned,
    draft,
    undo,
    against,
    reproduction,
    faults,
    cannot,
    scenarios,
    verdicts,
  }: Verification,
  labelOf: (line: string) => Text | undefined,
  lang: Lang,
): VerificationView {
  return {
    revision,
    at: createdAt,
    chain: { ...chain, hash: grouped(chain.hash) },
    seals: seals.map(sealView),
    acts: acts.map(actView),
    signed: seals.some(({ signature }) => signature === "valid"),
    unsigned: unsigned ?? null,
    draft: draft ?? null,
    undo: undo ?? 0,
    against: against ?? null,
    reproduction:
      reproduction === undefined
        ? null
        : {
            figures: reproduction.figures,
            differing: reproduction.differing.map(({ line, stored, computed }) => ({
              line,
              label: labelOf(line)?.[lang] ?? line,
              before: stored,
              after: computed,
            })),
          },
    faults,
    cannot: cannot === undefined ? null : problemView(cannot, lang),
    today: scenarios.map(({ id, lines, differences, problems }) => ({
      scenario: id,
      lines,
      differences: differences.slice(0, SHOWN_MAX).map(({ line, label, unit, period, before, after }) => ({
        line,
        label: label[lang],
        unit,
        period,
        before,
        after,
      })),
      count: differences.length,
      problems: problemViews(problems, lang),
    })),
    verdicts: verdicts ?? [],
  };
}
