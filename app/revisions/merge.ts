import { actsOf } from "../../db/chain/acts.ts";
import { sealsOf } from "../../db/chain/seal.ts";
import type { StoredModel } from "../../db/stored.ts";
import { type MergeChoice, type MergeConflict, type Merged, mergeThree } from "../../models/document/merge.ts";
import { parseDocument } from "../../models/document/parse.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { sheetRefusal } from "../../models/document/tender/sheets.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { fail, type Problem, type Result, succeed } from "../../models/wording/problem.ts";
import { appProblem, refuse } from "../problems.ts";

/** A copy with its history. */
export interface Copy {
  readonly stored: Pick<StoredModel, "revisions" | "entries" | "head">;
  readonly document: ModelDocument;
}

export interface MergeRequest {
  readonly choices: ReadonlyMap<string, MergeChoice>;
  readonly by: string;
  readonly now: Date;
}

export interface MergedCopies extends Pick<Merged, "conflicts" | "taken"> {
  /** Conflicts nobody has chosen yet; while there are any nothing is merged. */
  readonly open: readonly MergeConflict[];
  /** With the other's history recorded; its problems where the choices do not go together. */
  readonly document: Result<ModelDocument>;
}

/** A state both copies come from, and which of them holds it. */
export interface Common {
  readonly revision: string;
  readonly heldBy: MergeChoice;
}

/** The newest state both copies come from: a revision both hold, or one that was merged in before; undefined where they never were one file. */
export function commonOf(mine: Copy, theirs: Copy): Common | undefined {
  const held = ({ stored }: Copy) => new Map(stored.revisions.map(({ id, createdAt }) => [id, createdAt]));
  const merged = ({ document }: Copy) => (document.merges ?? []).map(({ head }) => head);
  const [own, other] = [held(mine), held(theirs)];
  const found = [
    ...[...own.keys(), ...merged(theirs)]
      .filter((id) => own.has(id) && (other.has(id) || merged(theirs).includes(id)))
      .map((id) => ({ id, heldBy: "mine" as const, at: own.get(id) ?? "" })),
    ...merged(mine)
      .filter((id) => other.has(id))
      .map((id) => ({ id, heldBy: "theirs" as const, at: other.get(id) ?? "" })),
  ];
  // Of one moment the later in the list: revisions stand in the order of saving.
  const newest = found.reduce<(typeof found)[number] | undefined>(
    (last, one) => (last !== undefined && last.at > one.at ? last : one),
    undefined,
  );
  return newest && { revision: newest.id, heldBy: newest.heldBy };
}

/** Two copies of one file edited apart, merged by meaning. The other's history is recorded in the document, so that this file's chain covers it. */
export function mergeCopies(
  base: ModelDocument,
  mine: Copy,
  theirs: Copy,
  { choices, by, now }: MergeRequest,
): Result<MergedCopies> {
  const common = commonOf(mine, theirs)?.revision;
  if (common === undefined) return refuse("merge.unrelated", "");
  const merged = mergeThree(base, mine.document, theirs.document, choices);
  const unknown = [...choices.keys()].filter((path) => !merged.conflicts.some((one) => one.path === path));
  if (unknown.length > 0) return fail(...unknown.map((path) => appProblem("merge.no_conflict", path)));
  const open = merged.conflicts.filter(({ choice }) => choice === undefined);
  const record = historyOf(theirs.stored, common);
  const chosen = merged.conflicts.flatMap(({ path, choice }) => (choice === undefined ? [] : [{ path, side: choice }]));
  const document = keepingSheets(
    mine.document,
    recorded(merged.document, { ...record, at: now.toISOString(), author: by, common, chosen }),
  );
  return succeed({ conflicts: merged.conflicts, taken: merged.taken, open, document });
}

/** What was locked in one copy is no edit: a lock stands in its own chain and is not taken over by another. */
function keepingSheets(mine: ModelDocument, merged: Result<ModelDocument>): Result<ModelDocument> {
  const refused = merged.ok ? sheetRefusal(mine, merged.value) : undefined;
  return refused === undefined ? merged : fail(refused);
}

type Recorded = NonNullable<ModelDocument["merges"]>[number];

function recorded(merged: Result<ModelDocument>, record: Omit<Recorded, "id">): Result<ModelDocument> {
  if (!merged.ok) return merged;
  const merges = merged.value.merges ?? [];
  const id = `merge_${record.head.slice(0, ID_DIGITS)}`;
  const kept = merges.filter((one) => one.id !== id);
  const parsed = parseDocument({ ...merged.value, merges: [...kept, { id, ...record }] }, mechanisms);
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
