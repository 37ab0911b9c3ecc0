import type { StoredModel } from "../../db/stored.ts";
import type { MergeChoice } from "../../models/document/merge.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { type Result, succeed } from "../../models/wording/problem.ts";

/** A copy with its history. */
export interface Copy {
  readonly stored: Pick<StoredModel, "revisions" | "entries" | "head">;
  readonly document: ModelDocument;
}

/** A state both copies come from, and which of them holds it. */
export interface Common {
  readonly revision: string;
  readonly heldBy: MergeChoice;
}

/** The state two copies are held against. */
export interface Base extends Common {
  readonly document: ModelDocument;
  /**
   * Everything both copies come from went into it. Where not, as between copies that each merged the same third or one another, it does not tell which of
   * them changed a place last.
   */
  readonly whole: boolean;
}

/** Every state a document comes from: the revisions up to it, and those that were merged into it. */
const comeFrom = (revisions: Copy["stored"]["revisions"], { merges = [] }: ModelDocument): ReadonlySet<string> =>
  new Set([
    ...revisions.map(({ id }) => id),
    ...merges.flatMap(({ head, entries }) => [head, ...entries.map(({ revision }) => revision)]),
  ]);

/** Every state a copy comes from. */
export const statesOf = ({ stored, document }: Copy): ReadonlySet<string> => comeFrom(stored.revisions, document);

/**
 * The newest state both copies come from, by the order of saving and merging and never by the clock; undefined where they never were one file.
 * @param read the document of a revision one of them holds
 */
export async function baseOf(
  mine: Copy,
  theirs: Copy,
  read: (common: Common) => Promise<Result<ModelDocument>>,
): Promise<Result<Base | undefined>> {
  const [own, other] = [statesOf(mine), statesOf(theirs)];
  const shared = [...own].filter((id) => other.has(id));
  const found: Base[] = [];
  for (const heldBy of ["mine", "theirs"] as const) {
    const { revisions } = (heldBy === "mine" ? mine : theirs).stored;
    const at = revisions.findLastIndex(({ id }) => own.has(id) && other.has(id));
    const revision = revisions[at]?.id;
    if (revision === undefined || found.some((one) => one.revision === revision)) continue;
    const document = await read({ revision, heldBy });
    if (!document.ok) return document;
    const within = comeFrom(revisions.slice(0, at + 1), document.value);
    const base = { revision, heldBy, document: document.value, whole: shared.every((id) => within.has(id)) };
    if (base.whole) return succeed(base);
    found.push(base);
  }
  return succeed(found[0]);
}
