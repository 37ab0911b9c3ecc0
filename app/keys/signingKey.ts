import { sign } from "node:crypto";
import type { Signer } from "../../db/chain/seal.ts";
import type { Unlock } from "../../db/vault/vault.ts";
import { type Result, succeed } from "../../models/wording/problem.ts";
import { type KnownKey, keyFile } from "./keyFile.ts";

/** The key this user signs seals with. */
export interface SigningKey extends Signer, KnownKey {}

/** Where the user's signing key is, and what opens it where it has a passphrase. */
export interface KeyRing {
  readonly folder: string;
  readonly unlock?: Unlock | undefined;
}

/** The user's Ed25519 key pair, kept in the data folder; made where there is none yet. */
export async function signingKey({ folder, unlock }: KeyRing): Promise<Result<SigningKey>> {
  const key = await keyFile(folder, "signing", { make: true, unlock });
  if (!key.ok) return key;
  const { privateKey, vault: _closed, ...told } = key.value;
  return succeed({ ...told, sign: (text) => sign(null, Buffer.from(text, "utf8"), privateKey).toString("base64") });
}
