import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { withDiskProblems } from "../../db/disk/problem.ts";
import { readBounded } from "../../db/disk/read.ts";
import { fail, type Result, succeed } from "../../models/wording/problem.ts";
import { appProblem } from "../problems.ts";
import { keyFingerprint } from "./fingerprint.ts";

/** Read and written by its owner alone. */
const PRIVATE = 0o600;
const BYTES_MAX = 10_000;

export type KeyType = "ed25519" | "x25519";

/** A key pair of this user of this computer. Whoever loses it cannot get it back. */
export interface KeyFile {
  readonly privateKey: KeyObject;
  /** Raw, base64. */
  readonly publicKey: string;
  readonly fingerprint: string;
  /** Where it is kept. */
  readonly path: string;
  /** It was made just now. */
  readonly isNew: boolean;
}

/** The pair kept under a name in the data folder; made where there is none yet, unless it is only looked for. */
export async function keyFile(
  dataFolder: string,
  name: string,
  type: KeyType,
  { make = true }: { readonly make?: boolean } = {},
): Promise<Result<KeyFile>> {
  const path = join(dataFolder, name);
  const isNew = !existsSync(path);
  if (isNew && !make) return fail(appProblem("key.missing", path));
  if (isNew) {
    const made = await makeKey(dataFolder, path, type);
    if (!made.ok) return made;
  }
  const read = await readBounded(path, BYTES_MAX);
  if (!read.ok) return read;
  const privateKey = keyIn(Buffer.from(read.value).toString("utf8"), type);
  if (privateKey === undefined) return fail(appProblem("key.unreadable", path));
  const publicKey = rawOf(privateKey);
  return succeed({ privateKey, publicKey, fingerprint: keyFingerprint(publicKey), path, isNew });
}

function makeKey(folder: string, path: string, type: KeyType): Promise<Result<void>> {
  return withDiskProblems(path, "writing", async () => {
    const { privateKey } = type === "ed25519" ? generateKeyPairSync("ed25519") : generateKeyPairSync("x25519");
    await mkdir(folder, { recursive: true });
    // Never over a key that somebody else made meanwhile.
    await writeFile(path, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: PRIVATE, flag: "wx" });
    return succeed(undefined);
  });
}

function keyIn(pem: string, type: KeyType): KeyObject | undefined {
  try {
    const key = createPrivateKey(pem);
    return key.asymmetricKeyType === type ? key : undefined;
  } catch {
    // Whatever is wrong with the text, it is no key.
    return undefined;
  }
}

function rawOf(key: KeyObject): string {
  return Buffer.from(createPublicKey(key).export({ format: "jwk" }).x ?? "", "base64url").toString("base64");
}
