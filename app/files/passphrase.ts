import { type ModelFile, openModelFile, relock } from "../../db/model-file.ts";
import { isPassphraseOf, makeVault, type Unlock } from "../../db/vault/vault.ts";
import { fail, type Result } from "../../models/wording/problem.ts";
import { vaultProblem } from "../../models/wording/vault.ts";

/** What becomes of the passphrase of a file. */
export interface Relocking {
  /** The one it has; nothing is changed where it is another. */
  readonly current?: string | undefined;
  /** The one it is to have; absent to unlock it for good. */
  readonly next?: string | undefined;
}

/**
 * Locks an open file, changes its passphrase, or unlocks it for good. Whoever sits down before an open file does not get away with it: the
 * passphrase it has is asked for once more.
 */
export async function relockOpened(file: ModelFile, { current, next }: Relocking): Promise<Result<ModelFile>> {
  const { vault, path } = file;
  if (vault === undefined && current !== undefined) return fail(vaultProblem("not_locked", path));
  if (vault === undefined && next === undefined) return fail(vaultProblem("not_locked", path));
  if (vault !== undefined && current === undefined) return fail(vaultProblem("locked_already", path));
  if (vault !== undefined && !(await isPassphraseOf(vault, current ?? ""))) return fail(vaultProblem("wrong", path));
  if (next === undefined) return relock(file, undefined);
  const made = await makeVault(next, path);
  return made.ok ? relock(file, made.value) : made;
}

/** Where the passphrases of a command come from. */
export interface Asked {
  readonly unlock: Unlock;
  readonly next: (path: string) => Promise<Result<string>>;
}

/** The same of a file that is not open: `lock` one that is plain, `change` or `unlock` one that is locked. */
export async function relockFile(
  path: string,
  what: "lock" | "change" | "unlock",
  { unlock, next }: Asked,
): Promise<Result<ModelFile>> {
  const file = await openModelFile(path, { unlock: what === "lock" ? undefined : unlock });
  if (!file.ok)
    return what === "lock" && file.problems.some(({ code }) => code === "vault.needed")
      ? fail(vaultProblem("locked_already", path))
      : file;
  if (what !== "lock" && file.value.vault === undefined) return fail(vaultProblem("not_locked", path));
  if (what === "unlock") return relock(file.value, undefined);
  const passphrase = await next(path);
  if (!passphrase.ok) return passphrase;
  const made = await makeVault(passphrase.value, path);
  return made.ok ? relock(file.value, made.value) : made;
}
