import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Signer } from "../../db/chain/seal.ts";
import { withDiskProblems } from "../../db/disk/problem.ts";
import { readBounded } from "../../db/disk/read.ts";
import { fail, type Result, succeed } from "../../models/wording/problem.ts";
import { appProblem } from "../problems.ts";
import { keyFingerprint } from "./fingerprint.ts";

const FILE = "signing-key.pem";
/** Read and written by its owner alone. */
const PRIVATE = 0o600;
const BYTES_MAX = 10_000;

/** The key of this user of this computer. */
export interface SigningKey extends Signer {
  readonly fingerprint: string;
  /** Where it is kept. */
  readonly path: string;
  /** It was made just now. */
  readonly isNew: boolean;
}

/** The user's Ed25519 key pair, kept in the data folder; made where there is none yet. Whoever loses it cannot get it back. */
export async function signingKey(dataFolder: string): Promise<Result<SigningKey>> {
  const path = join(dataFolder, FILE);
  const isNew = !existsSync(path);
  if (isNew) {
    const made = await makeKey(dataFolder, path);
    if (!made.ok) return made;
  }
  const read = await readBounded(path, BYTES_MAX);
  if (!read.ok) return read;
  const key = keyIn(Buffer.from(read.value).toString("utf8"));
  if (key === undefined) return fail(appProblem("key.unreadable", path));
  const publicKey = rawOf(key);
  return succeed({
    publicKey,
    fingerprint: keyFingerprint(publicKey),
    sign: (text) => sign(null, Buffer.from(text, "utf8"), key).toString("base64"),
    path,
    isNew,
  });
}

function makeKey(folder: string, path: string): Promise<Result<void>> {
  return withDiskProblems(path, "writing", async () => {
    const { privateKey } = generateKeyPairSync("ed25519");
    await mkdir(folder, { recursive: true });
    // Never over a key that somebody else made meanwhile.
    await writeFile(path, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: PRIVATE, flag: "wx" });
    return succeed(undefined);
  });
}

function keyIn(pem: string): KeyObject | undefined {
  try {
    const key = createPrivateKey(pem);
    return key.asymmetricKeyType === "ed25519" ? key : undefined;
  } catch {
    // Whatever is wrong with the text, it is no key.
    return undefined;
  }
}

function rawOf(key: KeyObject): string {
  return Buffer.from(createPublicKey(key).export({ format: "jwk" }).x ?? "", "base64url").toString("base64");
}
