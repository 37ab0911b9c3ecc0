import { type Act, actsOf } from "../../db/chain/acts.ts";
import { type Seal, sealsOf } from "../../db/chain/seal.ts";
import { openModelFile } from "../../db/model-file.ts";
import type { StoredModel } from "../../db/stored.ts";
import type { Unlock } from "../../db/vault/vault.ts";
import { type Result, succeed } from "../../models/wording/problem.ts";
import { keyFingerprint } from "../keys/fingerprint.ts";
import { type Headline, readHeadline } from "./headline.ts";

/** A seal as a reader sees it. */
export interface SealTold extends Omit<Seal, "publicKey"> {
  /** Of the key that signed, in groups; null where nobody did. */
  readonly fingerprint: string | null;
}

/** What the program entered of what it did. */
export type ActTold = Act;

export interface FileLog {
  readonly head: string;
  /** Hash of the last entry. */
  readonly chain: string;
  readonly revisions: readonly LogEntry[];
}

/** One saved state of a model and what was done with it. */
export interface LogEntry {
  /** From 1, in order of saving. */
  readonly number: number;
  readonly id: string;
  readonly parent: string | null;
  readonly at: string;
  readonly author: string;
  readonly note: string;
  readonly program: string | null;
  readonly isHead: boolean;
  /** Absent where none were kept, or nobody can read them. */
  readonly headline?: Headline;
  /** Results were kept that are none this program writes. */
  readonly strange?: true;
  readonly seals: readonly SealTold[];
  readonly acts: readonly ActTold[];
}

/** The history of a file at a path, and where its chain ends. */
export async function readLog(path: string, unlock?: Unlock): Promise<Result<FileLog>> {
  const file = await openModelFile(path, { readonly: true, unlock });
  if (!file.ok) return file;
  const { head, entries } = file.value;
  return succeed({ head, chain: entries.at(-1)?.hash ?? "", revisions: logOf(file.value) });
}

/** The history of a file, oldest first. */
export function logOf(stored: Pick<StoredModel, "revisions" | "entries" | "head">): readonly LogEntry[] {
  const [seals, acts] = [sealsTold(stored), actsOf(stored.entries)];
  return stored.revisions.map(({ id, parent, createdAt, author, note, program, results }, index) => {
    const headline = results === null ? undefined : readHeadline(results);
    return {
      number: index + 1,
      id,
      parent,
      at: createdAt,
      author,
      note,
      program,
      isHead: id === stored.head,
      ...(headline === undefined ? {} : { headline }),
      ...(results !== null && headline === undefined ? { strange: true } : {}),
      seals: seals.filter(({ revision }) => revision === id),
      acts: acts.filter(({ revision }) => revision === id),
    };
  });
}

/** All seals of a file with the fingerprints of their keys. */
export function sealsTold({ entries }: Pick<StoredModel, "entries">): readonly SealTold[] {
  return sealsOf(entries).map(({ publicKey, ...seal }) => ({
    ...seal,
    fingerprint: publicKey === null ? null : keyFingerprint(publicKey),
  }));
}
