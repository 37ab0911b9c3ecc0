import { existsSync } from "node:fs";
import { chmod, mkdir, rename } from "node:fs/promises";
import { dirname } from "node:path";
import { withDiskProblems } from "../../db/disk/problem.ts";
import { replaceFile } from "../../db/disk/replace.ts";
import { makeVault, type Unlock, type Vault } from "../../db/vault/vault.ts";
import { fail, type Result, succeed } from "../../models/wording/problem.ts";
import { vaultProblem } from "../../models/wording/vault.ts";
import { appProblem } from "../problems.ts";
import {
  type KeyKind,
  type KnownKey,
  keyBytes,
  keyFile,
  keyPath,
  keyTextIn,
  knownKey,
  openKey,
  PRIVATE,
} from "./keyFile.ts";

/** A passphrase that is to be set, asked for when it is wanted. */
export type NextPassphrase = (path: string) => Promise<Result<string>>;

/** Puts a key under a passphrase, changes the one it has, or takes it off. */
export async function relockKey(
  folder: string,
  kind: KeyKind,
  what: "lock" | "change" | "unlock",
  { unlock, next }: { readonly unlock?: Unlock | undefined; readonly next?: NextPassphrase | undefined },
): Promise<Result<KnownKey>> {
  const known = await knownKey(folder, kind);
  if (!known.ok) return known;
  const { path, isLocked } = known.value;
  if (isLocked !== (what !== "lock")) return fail(vaultProblem(isLocked ? "locked_already" : "not_locked", path));
  const key = await keyFile(folder, kind, { unlock });
  if (!key.ok) return key;
  const vault = what === "unlock" ? succeed(undefined) : await vaultFrom(next, path);
  if (!vault.ok) return vault;
  const written = await writePrivate(path, keyBytes(key.value, kind, vault.value));
  return written.ok ? knownKey(folder, kind) : written;
}

async function vaultFrom(next: NextPassphrase | undefined, path: string): Promise<Result<Vault | undefined>> {
  const given = next === undefined ? fail(vaultProblem("no_terminal", path)) : await next(path);
  return given.ok ? makeVault(given.value, path) : given;
}

/** Over what is there, whole or not at all; a key that somebody made readable for others is no longer. */
async function writePrivate(path: string, bytes: Uint8Array): Promise<Result<void>> {
  const written = await replaceFile(path, bytes, { mode: PRIVATE });
  if (!written.ok) return written;
  return withDiskProblems(path, "writing", async () => succeed(await chmod(path, PRIVATE)));
}

/**
 * The file of a key for another computer or for safe keeping.
 * @param next the passphrase of the copy; where none is wanted, the key as it is kept
 */
export async function exportedKey(
  folder: string,
  kind: KeyKind,
  { unlock, next }: { readonly unlock?: Unlock | undefined; readonly next?: NextPassphrase | undefined },
): Promise<Result<{ readonly bytes: Uint8Array; readonly key: KnownKey }>> {
  // Opened first, so that no copy is kept of a key that nobody can open.
  const key = await keyFile(folder, kind, { unlock });
  if (!key.ok) return key;
  const vault = next === undefined ? succeed(key.value.vault) : await vaultFrom(next, key.value.path);
  return vault.ok
    ? succeed({
        bytes: keyBytes(key.value, kind, vault.value),
        key: { ...key.value, isLocked: vault.value !== undefined },
      })
    : vault;
}

/** Writes such a file, readable by its owner alone; what is there stays. */
export const writeKey = (path: string, bytes: Uint8Array): Promise<Result<void>> =>
  replaceFile(path, bytes, { mode: PRIVATE, fresh: true });

/** A key that took the place of another, which is kept under a name of its own. */
export interface Imported {
  readonly key: KnownKey;
  readonly former?: string;
}

/**
 * Takes a key from a file. A key that is there is never written over: it stays unless it may be replaced, and then moves aside.
 * @param unlock opens one that is under a passphrase, which it keeps
 */
export async function importKey(
  folder: string,
  kind: KeyKind,
  bytes: Uint8Array,
  {
    name,
    unlock,
    replaces,
  }: { readonly name: string; readonly unlock?: Unlock | undefined; readonly replaces: boolean },
): Promise<Result<Imported>> {
  const text = keyTextIn(bytes, kind);
  if (text === undefined) return fail(appProblem("key.other", name));
  const opened = await openKey(text, kind, name, unlock);
  if (!opened.ok) return opened;
  const path = keyPath(folder, kind);
  const there = existsSync(path);
  const before = there ? await knownKey(folder, kind) : undefined;
  if (before?.ok === true && before.value.publicKey === opened.value.publicKey && !replaces)
    return fail(appProblem("key.same", path));
  if (there && !replaces) return fail(appProblem("key.there", path));
  const former = there ? aside(path, before?.ok === true ? before.value.fingerprint : "unreadable") : undefined;
  const moved = await withDiskProblems(path, "writing", async () => {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    if (former !== undefined) await rename(path, former);
    return succeed(undefined);
  });
  if (!moved.ok) return moved;
  const written = await replaceFile(path, keyBytes(opened.value, kind, opened.value.vault), {
    mode: PRIVATE,
    fresh: true,
  });
  if (!written.ok) return written;
  const key = await knownKey(folder, kind);
  return key.ok ? succeed(former === undefined ? { key: key.value } : { key: key.value, former }) : key;
}

/** A name nobody has yet. */
function aside(path: string, fingerprint: string): string {
  const base = `${path}.${fingerprint.slice(0, "abcd efgh".length).replace(" ", "")}`;
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? base : `${base}-${number}`;
    if (!existsSync(name)) return name;
  }
}
