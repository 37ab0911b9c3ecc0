import { type ModelFile, openModelFile, sealHead } from "../../db/model-file.ts";
import type { Unlock } from "../../db/vault/vault.ts";
import { type Result, succeed } from "../../models/wording/problem.ts";
import { type KeyRing, type SigningKey, signingKey } from "../keys/signingKey.ts";
import { refuse } from "../problems.ts";
import { type SealTold, sealsTold } from "./log.ts";

/** Who seals a file, when and what for. */
export interface SealRequest {
  readonly by: string;
  readonly note: string;
  readonly now: Date;
  /** The user's signing key; absent where nobody signs. */
  readonly keys?: KeyRing | undefined;
  /** What opens a file that is locked by a passphrase. */
  readonly unlock?: Unlock | undefined;
}

export interface Sealed {
  readonly revision: string;
  readonly seal: SealTold | undefined;
  /** End of the chain, to be printed on what is submitted. */
  readonly chain: string;
  readonly key?: Pick<SigningKey, "fingerprint" | "path" | "isNew">;
}

/** Seals (封存) the newest revision of a model file. */
export async function sealFile(path: string, { by, note, now, keys, unlock }: SealRequest): Promise<Result<Sealed>> {
  const file = await openModelFile(path, { unlock });
  if (!file.ok) return file;
  const sealed = await sealOpened(file.value, { by, note, now, keys });
  return sealed.ok ? succeed(sealed.value.told) : sealed;
}

/** The same of a file that is open: with the file as it then is. */
export async function sealOpened(
  file: ModelFile,
  { by, note, now, keys }: SealRequest,
): Promise<Result<{ readonly told: Sealed; readonly file: ModelFile }>> {
  const author = by.trim();
  if (author === "") return refuse("seal.author", file.path);
  const key = keys === undefined ? succeed<SigningKey | undefined>(undefined) : await signingKey(keys);
  if (!key.ok) return key;
  const sealed = await sealHead(file, { at: now.toISOString(), author, note, signer: key.value });
  if (!sealed.ok) return sealed;
  const { head, entries } = sealed.value;
  const told = { revision: head, seal: sealsTold(sealed.value).at(-1), chain: entries.at(-1)?.hash ?? "" };
  if (key.value === undefined) return succeed({ told, file: sealed.value });
  const { fingerprint, path: kept, isNew } = key.value;
  return succeed({ told: { ...told, key: { fingerprint, path: kept, isNew } }, file: sealed.value });
}
