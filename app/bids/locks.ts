import type { Entry } from "../../db/chain/entries.ts";
import type { StoredModel } from "../../db/stored.ts";
import { committeeFaults } from "../../models/checks/review/committees.ts";
import { parseStructure } from "../../models/document/parse.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { awardHash, evaluationHash } from "../../models/document/tender/hash.ts";
import {
  awardWants,
  evaluationWants,
  isEmptyAward,
  type SheetName,
  sheetHolds,
} from "../../models/document/tender/sheets.ts";
import { bidsProblem } from "../../models/wording/bids.ts";
import { fail, type Problem, type Result } from "../../models/wording/problem.ts";
import { type Text, text } from "../../models/wording/text.ts";
import { actsIn, lockOf } from "../revisions/acts.ts";

/** 锁定: entered beside the revision that holds the sheet, with the hash of the sheet. */
export interface Lock {
  readonly sheet: SheetName;
  readonly hash: string;
  readonly revision: string;
  /** Position of its entry among all entries. */
  readonly entry: number;
}

const SHEETS_IN_ORDER = ["evaluation", "award"] as const satisfies readonly SheetName[];

/** Every lock of a file, oldest first. */
export function locksIn(entries: readonly Entry[]): readonly Lock[] {
  const place = new Map(entries.map(({ hash }, index) => [hash, index]));
  return SHEETS_IN_ORDER.flatMap((sheet) =>
    actsIn(entries, lockOf(sheet)).map(({ of, revision, hash: entry }) => ({
      sheet,
      hash: of,
      revision,
      entry: place.get(entry) ?? -1,
    })),
  ).toSorted((one, other) => one.entry - other.entry);
}

const SHEETS: Readonly<Record<SheetName, Text>> = {
  evaluation: text("评标表", "evaluation"),
  award: text("定标表", "award"),
};

/**
 * Why a document does not agree with what was locked in its file: a sheet was locked with another content, or is said to be locked and the chain
 * does not know of it.
 */
export function lockBreach(
  entries: readonly Entry[],
  document: ModelDocument,
  { unlocked }: { readonly unlocked: "allowed" | "breach" },
): { readonly sheet: Text } | undefined {
  const locks = locksIn(entries);
  // The award is decided on an evaluation that was locked before it.
  const [first] = locks;
  if (first?.sheet === "award") return { sheet: SHEETS.award };
  for (const sheet of SHEETS_IN_ORDER) {
    const lock = locks.findLast((one) => one.sheet === sheet);
    const stamp = document.tender?.[sheet].locked;
    if (lock === undefined && (stamp === undefined || unlocked === "allowed")) continue;
    const holds = lock !== undefined && stamp?.hash === lock.hash && sheetHolds(document, sheet) === true;
    if (!holds) return { sheet: SHEETS[sheet] };
  }
  return undefined;
}

/** The same as the reason why a document is not saved into the file. */
export function lockRefusal(entries: readonly Entry[], document: ModelDocument): Problem | undefined {
  const breach = lockBreach(entries, document, { unlocked: "allowed" });
  return breach === undefined ? undefined : bidsProblem("chain_differs", "tender", { sheet: breach.sheet });
}

/** The same as the reason why work that was kept does not go on: it would change a sheet that is locked. */
export function draftRefusal(entries: readonly Entry[], document: ModelDocument): Problem | undefined {
  const breach = lockBreach(entries, document, { unlocked: "allowed" });
  return breach === undefined ? undefined : bidsProblem("draft_differs", "tender", { sheet: breach.sheet });
}

/** A sheet of a revision that is not what was locked up to it. */
export function brokenLock(
  { revision, revisions, entries }: Pick<StoredModel, "revision" | "revisions" | "entries">,
  document: ModelDocument,
): Text | undefined {
  const order = revisions.map(({ id }) => id);
  const at = order.indexOf(revision.id);
  // What was locked in a later revision says nothing of this one.
  const until = entries.filter((entry) => order.indexOf(entry.revision) <= at);
  return lockBreach(until, document, { unlocked: "breach" })?.sheet;
}

/** What has to be there before a sheet can be locked; where the law binds (依法必须招标) also an evaluation committee as it asks. */
export function sheetWants(document: ModelDocument, sheet: SheetName): readonly Problem[] {
  if (sheet === "award") return awardWants(document);
  const isBound = document.tender?.notice.compulsory === true;
  return [...evaluationWants(document), ...(isBound ? committeeFaults(document, sheet) : [])];
}

/** What is amiss with the committee of a sheet and does not hinder its lock. */
export const sheetAmiss = (document: ModelDocument, sheet: SheetName): readonly Problem[] =>
  sheet === "evaluation" && document.tender?.notice.compulsory === true ? [] : committeeFaults(document, sheet);

/** What is written beside a sheet when it is locked. */
export interface Stamp {
  readonly at: string;
  readonly by: string;
  /** What the bids came to, kept with the evaluation. */
  readonly figures: readonly { readonly id: string; readonly npv: string | null; readonly equivalent: string | null }[];
}

/**
 * The document with a sheet locked, or everything that stands in the way. A stamp the chain does not know of was written by somebody else, or could not
 * be entered: it proves nothing, and the sheet is stamped anew.
 */
export function stamped(
  document: ModelDocument,
  sheet: SheetName,
  entries: readonly Entry[],
  { at, by, figures }: Stamp,
): Result<ModelDocument> {
  const { tender } = document;
  if (tender === undefined) return fail(bidsProblem("no_tender", "tender"));
  if (by.trim() === "") return fail(bidsProblem("lock_author", `tender/${sheet}`));
  const locks = locksIn(entries);
  if (locks.some((lock) => lock.sheet === sheet)) return fail(bidsProblem("locked_already", `tender/${sheet}`));
  const isEvaluated = locks.some(
    (lock) =>
      lock.sheet === "evaluation" &&
      lock.hash === tender.evaluation.locked?.hash &&
      sheetHolds(document, "evaluation") === true,
  );
  if (sheet === "award" ? !isEvaluated : !isEmptyAward(tender))
    return fail(bidsProblem("evaluation_first", "tender/award"));
  const wants = sheetWants(document, sheet);
  if (wants.length > 0) return fail(...wants);
  const kept = sheet === "evaluation" ? { ...tender, evaluation: { ...tender.evaluation, figures } } : tender;
  const filled = { ...document, tender: kept };
  const hash = sheet === "evaluation" ? evaluationHash(filled) : awardHash(filled);
  const locked = { at, by: by.trim(), hash };
  return parseStructure({ ...filled, tender: { ...kept, [sheet]: { ...kept[sheet], locked } } });
}
