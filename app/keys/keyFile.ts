import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { withDiskProblems } from "../../db/disk/problem.ts";
import { readBounded } from "../../db/disk/read.ts";
import { lockedBytes } from "../../db/vault/container.ts";
import { unlock as unlockBytes } from "../../db/vault/open.ts";
import type { Unlock, Vault } from "../../db/vault/vault.ts";
import { fail, type Result, succeed } from "../../models/wording/problem.ts";
import { jsonIn } from "../files/json.ts";
import { appProblem } from "../problems.ts";
import { keyFingerprint } from "./fingerprint.ts";

/** Read and written by its owner alone. */
export const PRIVATE = 0o600;
const BYTES_MAX = 20_000;

/** Keys of this user of this computer: what seals are signed with, and what bids are sealed to. */
export const KEY_KINDS = ["signing", "tender"] as const;
export type KeyKind = (typeof KEY_KINDS)[number];

const KEYS = {
  signing: { file: "signing-key.pem", type: "ed25519" },
  tender: { file: "tender-key.pem", type: "x25519" },
} as const satisfies Readonly<Record<KeyKind, { readonly file: string; readonly type: string }>>;

/** What everybody may know of a key. Whoever loses its file, or the passphrase it has, cannot get it back. */
export interface KnownKey {
  /** Raw, base64. */
  readonly publicKey: string;
  readonly fingerprint: string;
  /** Where it is kept. */
  readonly path: string;
  /** Its private half is behind a passphrase. */
  readonly isLocked: boolean;
  /** It was made just now. */
  readonly isNew: boolean;
}

export interface KeyFile extends KnownKey {
  readonly privateKey: KeyObject;
  /** The passphrase it is under, stretched; absent where it has none. */
  readonly vault?: Vault;
}

/** How a key is come by. */
export interface KeyWay {
  /** Makes one where there is none yet. */
  readonly make?: boolean;
  /** What opens one that has a passphrase. */
  readonly unlock?: Unlock | undefined;
}

/** What stands in the file of a key: PEM, or an envelope with the public half beside it. */
export type KeyText = { readonly pem: string } | { readonly publicKey: string; readonly locked: Uint8Array };

const FORMAT = "pingheng/key";

const lockedSchema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(1),
  type: z.enum(["ed25519", "x25519"]),
  publicKey: z.base64().max(100),
  locked: z.base64().max(BYTES_MAX),
});

export const keyPath = (dataFolder: string, kind: KeyKind): string => join(dataFolder, KEYS[kind].file);

/** A key of one kind in some bytes; undefined where they are none. */
export function keyTextIn(bytes: Uint8Array, kind: KeyKind): KeyText | undefined {
  const text = Buffer.from(bytes).toString("utf8");
  if (keyIn(text, kind) !== undefined) return { pem: text };
  const { success, data } = lockedSchema.safeParse(jsonIn(text));
  return success && data.type === KEYS[kind].type
    ? { publicKey: data.publicKey, locked: Buffer.from(data.locked, "base64") }
    : undefined;
}

/** The file of a key: under a passphrase, or plain. */
export function keyBytes(
  { privateKey }: Pick<KeyFile, "privateKey">,
  kind: KeyKind,
  vault: Vault | undefined,
): Uint8Array {
  const pem = Buffer.from(privateKey.export({ type: "pkcs8", format: "pem" }) as string);
  if (vault === undefined) return pem;
  const locked = Buffer.from(lockedBytes(vault, pem)).toString("base64");
  pem.fill(0);
  const said = { format: FORMAT, version: 1, type: KEYS[kind].type, publicKey: publicOf(privateKey), locked };
  return Buffer.from(`${JSON.stringify(said, null, 2)}\n`);
}

/** What is known of a key without its passphrase. */
export async function knownKey(
  dataFolder: string,
  kind: KeyKind,
  { make = false }: KeyWay = {},
): Promise<Result<KnownKey>> {
  const read = await readKey(dataFolder, kind, make);
  if (!read.ok) return read;
  const { text, ...place } = read.value;
  const isLocked = "locked" in text;
  const publicKey = isLocked ? text.publicKey : publicOf(createPrivateKey(text.pem));
  return succeed({ ...place, isLocked, publicKey, fingerprint: keyFingerprint(publicKey) });
}

/** A key with its private half; what is under a passphrase is opened in memory alone. */
export async function keyFile(
  dataFolder: string,
  kind: KeyKind,
  { make = false, unlock }: KeyWay,
): Promise<Result<KeyFile>> {
  const read = await readKey(dataFolder, kind, make);
  if (!read.ok) return read;
  const { text, ...place } = read.value;
  const opened = await openKey(text, kind, place.path, unlock);
  return opened.ok ? succeed({ ...opened.value, ...place }) : opened;
}

/** The private half of what stands in a file. */
export async function openKey(
  text: KeyText,
  kind: KeyKind,
  path: string,
  unlock: Unlock | undefined,
): Promise<Result<Omit<KeyFile, "path" | "isNew">>> {
  if ("pem" in text) return wholeKey(keyIn(text.pem, kind), path, undefined);
  const opened = await unlockBytes(text.locked, path, unlock);
  if (!opened.ok) return opened;
  const whole = wholeKey(keyIn(Buffer.from(opened.value.bytes).toString("utf8"), kind), path, opened.value.vault);
  opened.value.bytes.fill(0);
  // The public half beside the envelope is what bidders were given: it has to be that of the key.
  return whole.ok && whole.value.publicKey !== text.publicKey ? fail(appProblem("key.unreadable", path)) : whole;
}

function wholeKey(
  privateKey: KeyObject | undefined,
  path: string,
  vault: Vault | undefined,
): Result<Omit<KeyFile, "path" | "isNew">> {
  if (privateKey === undefined) return fail(appProblem("key.unreadable", path));
  const publicKey = publicOf(privateKey);
  const known = { privateKey, publicKey, fingerprint: keyFingerprint(publicKey), isLocked: vault !== undefined };
  return succeed(vault === undefined ? known : { ...known, vault });
}

async function readKey(
  dataFolder: string,
  kind: KeyKind,
  make: boolean,
): Promise<Result<{ readonly text: KeyText } & Pick<KnownKey, "path" | "isNew">>> {
  const path = keyPath(dataFolder, kind);
  const isNew = !existsSync(path);
  if (isNew && !make) return fail(appProblem(kind === "tender" ? "key.missing" : "key.none", path));
  if (isNew) {
    const made = await makeKey(dataFolder, path, kind);
    if (!made.ok) return made;
  }
  const read = await readBounded(path, BYTES_MAX);
  if (!read.ok) return read;
  const text = keyTextIn(read.value, kind);
  return text === undefined ? fail(appProblem("key.unreadable", path)) : succeed({ text, path, isNew });
}

function makeKey(folder: string, path: string, kind: KeyKind): Promise<Result<void>> {
  return withDiskProblems(path, "writing", async () => {
    const { privateKey } =
      KEYS[kind].type === "ed25519" ? generateKeyPairSync("ed25519") : generateKeyPairSync("x25519");
    await mkdir(folder, { recursive: true });
    // Never over a key that somebody else made meanwhile.
    await writeFile(path, keyBytes({ privateKey }, kind, undefined), { mode: PRIVATE, flag: "wx" });
    return succeed(undefined);
  });
}

function keyIn(pem: string, kind: KeyKind): KeyObject | undefined {
  try {
    const key = createPrivateKey(pem);
    return key.asymmetricKeyType === KEYS[kind].type ? key : undefined;
  } catch {
    // Whatever is wrong with the text, it is no key.
    return undefined;
  }
}

function publicOf(key: KeyObject): string {
  return Buffer.from(createPublicKey(key).export({ format: "jwk" }).x ?? "", "base64url").toString("base64");
}
