import { actsOf } from "../../db/chain/acts.ts";
import { sealsOf } from "../../db/chain/seal.ts";
import { sha256 } from "../../db/fingerprint.ts";
import { type MergeChoice, type MergeConflict, type Merged, mergeThree } from "../../models/document/merge.ts";
import { parseDocument } from "../../models/document/parse.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { awardHash, evaluationHash } from "../../models/document/tender/hash.ts";
import { sheetRefusal } from "../../models/document/tender/sheets.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { fail, type Problem, type Result, succeed } from "../../models/wording/problem.ts";
import { appProblem } from "../problems.ts";
import { type Base, type Copy, statesOf } from "./ancestry.ts";
import { withSameNames } from "./sameNames.ts";

export interface MergeRequest {
  readonly choices: ReadonlyMap<string, MergeChoice>;
  readonly by: string;
  readonly now: Date;
}

export interface MergedCopies extends Pick<Merged, "conflicts" | "taken" | "left"> {
  /** Conflicts nobody has chosen yet; while there are any nothing is merged. */
  readonly open: readonly MergeConflict[];
  /** With the other's history recorded; its problems where the choices do not go together. */
  readonly document: Result<ModelDocument>;
}

/** Two copies of one file edited apart, merged by meaning. The other's history is recorded in the document, so that this file's chain covers it. */
export function mergeCopies(
  base: Base,
  mine: Copy,
  theirs: Copy,
  { choices, by, now }: MergeRequest,
): Result<MergedCopies> {
  const { revision: common } = base;
  const stays = isFrozenBetween(mine.document, theirs.document) ? isSheet : () => false;
  const states = { base: base.document, mine: mine.document, theirs: theirs.document };
  const named = base.whole ? withSameNames(states) : { ...states, renamed: [] };
  const merged = mergeThree(named.base, named.mine, named.theirs, choices, { apart: !base.whole, stays });
  const unknown = [...choices.keys()].filter((path) => !merged.conflicts.some((one) => one.path === path));
  if (unknown.length > 0) return fail(...unknown.map((path) => appProblem("merge.no_conflict", path)));
  const open = merged.conflicts.filter(({ choice }) => choice === undefined);
  const { conflicts, left } = merged;
  const taken = [...named.renamed, ...merged.taken.filter((path) => !named.renamed.includes(path))];
  // Merged before, or an earlier state of this very file: there is nothing of it that is not here.
  if (conflicts.length + taken.length + left.length === 0 && statesOf(mine).has(theirs.stored.head))
    return succeed({ conflicts, taken, left, open, document: succeed(mine.document) });
  const record = historyOf(theirs.stored, common);
  const chosen = merged.conflicts.flatMap(({ path, choice }) => (choice === undefined ? [] : [{ path, side: choice }]));
  const document = keepingSheets(
    mine.document,
    recorded(merged.document, { ...record, at: now.toISOString(), author: by, common, chosen }),
  );
  return succeed({ conflicts, taken, left, open, document });
}

/** What was locked in one copy is no edit: a lock stands in its own chain and is not taken over by another. */
function keepingSheets(mine: ModelDocument, merged: Result<ModelDocument>): Result<ModelDocument> {
  const refused = merged.ok ? sheetRefusal(mine, merged.value) : undefined;
  return refused === undefined ? merged : fail(refused);
}

/**
 * Whether something of the tender stands locked in one copy and otherwise in the other: then all of it stays as mine has it, for a lock stands in the chain of
 * its own file alone.
 */
function isFrozenBetween(mine: ModelDocument, theirs: ModelDocument): boolean {
  const stamp = ({ tender }: ModelDocument) => JSON.stringify([tender?.evaluation.locked, tender?.award.locked]);
  if (stamp(mine) !== stamp(theirs)) return true;
  const { tender } = mine;
  if (tender === undefined || theirs.tender === undefined) return false;
  if (tender.award.locked !== undefined) return awardHash(mine) !== awardHash(theirs);
  return tender.evaluation.locked !== undefined && evaluationHash(mine) !== evaluationHash(theirs);
}

/** Where what a lock freezes stands in a document. */
const isSheet = (path: string): boolean => /^(tender|bids)(\/|$)/.test(path);

type Recorded = NonNullable<ModelDocument["merges"]>[number];

function recorded(merged: Result<ModelDocument>, record: Omit<Recorded, "id">): Result<ModelDocument> {
  if (!merged.ok) return merged;
  const merges = merged.value.merges ?? [];
  // One copy can be merged by two others, and each of these merges is told.
  const id = `merge_${sha256(JSON.stringify(record)).slice(0, ID_DIGITS)}`;
  const parsed = parseDocument({ ...merged.value, merges: [...merges, { id, ...record }] }, mechanisms);
  if (!parsed.ok) return parsed;
  const broken = parsed.value.problems.filter(isBreaking);
  return broken.length > 0 ? fail(...broken) : succeed(parsed.value.document);
}

const ID_DIGITS = 16;
/** A scenario that names what the other copy removed cannot be computed; values to be filled in can wait. */
const isBreaking = ({ code }: Problem): boolean =>
  code === "document.scenario_parent" || code === "document.scenario_cycle";

/** What happened to the other copy since both were one. */
function historyOf(
  { entries, head, revisions }: Copy["stored"],
  common: string,
): Pick<Recorded, "head" | "chain" | "entries"> {
  const notes = new Map<string, string>([
    ...revisions.map(({ id, note }) => [id, note] as const),
    ...sealsOf(entries).map(({ hash, note }) => [hash, note] as const),
    ...actsOf(entries).map(({ hash, what, of }) => [hash, `${what} ${of}`] as const),
  ]);
  const since = entries.findLastIndex(({ kind, revision }) => kind === "revision" && revision === common) + 1;
  return {
    head,
    chain: entries.at(-1)?.hash ?? "",
    entries: entries.slice(since).map(({ kind, hash, revision, author, at }) => ({
      kind,
      hash,
      revision,
      author,
      at,
      note: notes.get(kind === "revision" ? revision : hash) ?? "",
    })),
  };
}
