import { sign } from "node:crypto";
import type { Signer } from "../../db/chain/seal.ts";
import { type Result, succeed } from "../../models/wording/problem.ts";
import { type KeyFile, keyFile } from "./keyFile.ts";

/** The key this user signs seals with. */
export interface SigningKey extends Signer, Omit<KeyFile, "privateKey"> {}

/** The user's Ed25519 key pair, kept in the data folder; made where there is none yet. */
export async function signingKey(dataFolder: string): Promise<Result<SigningKey>> {
  const key = await keyFile(dataFolder, "signing-key.pem", "ed25519");
  if (!key.ok) return key;
  const { privateKey, ...told } = key.value;
  return succeed({ ...told, sign: (text) => sign(null, Buffer.from(text, "utf8"), privateKey).toString("base64") });
}
