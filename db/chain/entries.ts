import { sha256 } from "../fingerprint.ts";

/** What can happen to a model file: a revision is saved, one is sealed (封存), or the program enters what it did. A reader refuses any other kind. */
export const ENTRY_KINDS = ["revision", "seal", "act"] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** One thing that happened to a file. Entries form a chain: each has the hash of the one before it in its own. */
export interface Entry {
  /** SHA-256 in hexadecimal. */
  readonly hash: string;
  readonly kind: EntryKind;
  /** ISO 8601, UTC, as told by the caller. */
  readonly at: string;
  readonly author: string;
  /** Id of the revision it is about. */
  readonly revision: string;
  /** Of a revision its whole fingerprint; of a seal its note, key and signature, of an act what was done to what, as JSON. */
  readonly content: string;
}

/** An entry with its hash, after the one before it. */
export function entryAfter(
  previous: string | null,
  { kind, at, author, revision, content }: Omit<Entry, "hash">,
): Entry {
  const hash = sha256(JSON.stringify([previous, kind, at, author, revision, content]));
  return { hash, kind, at, author, revision, content };
}

/** The first entry that is not what its hash says, counted from 1; undefined where the chain holds. */
export function brokenEntry(entries: readonly Entry[]): number | undefined {
  let previous: string | null = null;
  for (const [index, entry] of entries.entries()) {
    if (entryAfter(previous, entry).hash !== entry.hash) return index + 1;
    previous = entry.hash;
  }
  return undefined;
}
