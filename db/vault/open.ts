import { fail, type Result, succeed } from "../../models/wording/problem.ts";
import { realDisk } from "../disk/disk.ts";
import { readModelBytes } from "../disk/read.ts";
import { sha256 } from "../fingerprint.ts";
import { composeDraft } from "../memory/write.ts";
import type { StoredModel } from "../stored.ts";
import { headerOf, type LockedHeader, unlockedBytes } from "./container.ts";
import { draftBeside, type LockedState } from "./keepDraft.ts";
import { type Unlock, type Vault, vaultFor } from "./vault.ts";

/** A locked file with its lock undone, in memory alone. */
export interface Unlocked {
  readonly bytes: Uint8Array;
  readonly vault: Vault;
  readonly header: LockedHeader;
}

export async function unlock(bytes: Uint8Array, path: string, key: Unlock | undefined): Promise<Result<Unlocked>> {
  const header = headerOf(bytes, path);
  if (!header.ok) return header;
  const vault = await vaultFor(header.value, key, path);
  if (!vault.ok) return vault;
  const plain = unlockedBytes(vault.value, bytes, path);
  return plain.ok ? succeed({ bytes: plain.value, vault: vault.value, header: header.value }) : plain;
}

/** The same of a file at a path, with what it is known by. */
export async function unlockAt(
  path: string,
  key: Unlock | undefined,
): Promise<Result<Unlocked & { readonly fingerprint: string }>> {
  const bytes = await readModelBytes(path);
  if (!bytes.ok) return bytes;
  const unlocked = await unlock(bytes.value, path, key);
  return unlocked.ok ? succeed({ ...unlocked.value, fingerprint: sha256(bytes.value) }) : unlocked;
}

/** What was read of a locked file, with the last draft that lies beside it as if it stood in the file. */
export async function withDraftBeside(
  stored: StoredModel,
  { vault, header: { folded } }: Unlocked,
  path: string,
): Promise<Result<{ readonly stored: StoredModel; readonly locked: LockedState }>> {
  const inside = stored.draft !== null;
  const beside = await draftBeside(realDisk, path, vault, folded);
  if (!beside.ok) return beside;
  if (beside.value === undefined) return succeed({ stored, locked: { folded, inside, moved: false } });
  const { log, draft } = beside.value;
  const bytes = new Map(draft.attached.map((one) => [one.hash, one]));
  const attachments = draft.attachments.map((hash) => bytes.get(hash) ?? { hash });
  const { base, since, at, author, document, history } = draft;
  const composed = composeDraft({ since, at, author, document, history, attachments }, stored, path);
  if (!composed.ok) return fail(...composed.problems);
  return succeed({ stored: composed.value, locked: { folded, log, inside, moved: base !== stored.head } });
}
