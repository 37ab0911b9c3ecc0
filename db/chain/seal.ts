import { createPublicKey, verify } from "node:crypto";
import { z } from "zod";
import type { Entry } from "./entries.ts";

/** Signs with a key that stays with the caller. */
export interface Signer {
  /** Raw Ed25519 public key, base64. */
  readonly publicKey: string;
  /** @returns the Ed25519 signature of the text as UTF-8, base64 */
  sign(text: string): string;
}

/** What is said when a revision is sealed (封存) for submission. */
export interface SealDraft {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly author: string;
  readonly note: string;
  readonly signer?: Signer | undefined;
}

/** A seal in a file, and whether its signature is that of the key it names. */
export interface Seal extends Pick<Entry, "hash" | "at" | "author" | "revision"> {
  readonly note: string;
  /** Raw Ed25519 public key, base64; null where nobody signed. */
  readonly publicKey: string | null;
  readonly signature: "valid" | "invalid" | "none";
}

const contentSchema = z.strictObject({
  note: z.string(),
  publicKey: z.base64().nullable(),
  signature: z.base64().nullable(),
});

const PURPOSE = "pingheng/seal/1";

type Signed = Pick<Entry, "at" | "author" | "revision"> & { readonly note: string; readonly publicKey: string | null };

/** The text a seal signs: everything it says and, through the entry before it, the whole history of the file. */
function signedText(previous: string | null, { at, author, revision, note, publicKey }: Signed): string {
  return JSON.stringify([PURPOSE, previous, at, author, revision, note, publicKey]);
}

/** The entry that seals a revision. */
export function sealEntry(
  previous: string | null,
  revision: string,
  { at, author, note, signer }: SealDraft,
): Omit<Entry, "hash"> {
  const publicKey = signer?.publicKey ?? null;
  const signature = signer?.sign(signedText(previous, { at, author, revision, note, publicKey })) ?? null;
  return { kind: "seal", at, author, revision, content: JSON.stringify({ note, publicKey, signature }) };
}

/** All seals of a file, oldest first. */
export function sealsOf(entries: readonly Entry[]): readonly Seal[] {
  return entries.flatMap((entry, index) => {
    if (entry.kind !== "seal") return [];
    const { hash, at, author, revision } = entry;
    const content = contentOf(entry.content);
    if (content === undefined) return [{ hash, at, author, revision, note: "", publicKey: null, signature: "invalid" }];
    const { note, publicKey, signature } = content;
    const text = signedText(entries[index - 1]?.hash ?? null, { at, author, revision, note, publicKey });
    return [{ hash, at, author, revision, note, publicKey, signature: stateOf(text, publicKey, signature) }];
  });
}

function contentOf(text: string) {
  try {
    const parsed = contentSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

function stateOf(text: string, publicKey: string | null, signature: string | null): Seal["signature"] {
  if (publicKey === null && signature === null) return "none";
  return publicKey !== null && signature !== null && isSignedBy(publicKey, text, signature) ? "valid" : "invalid";
}

/** Bytes of an Ed25519 public key. */
const KEY_BYTES = 32;

/** Whether the text was signed with the private key that belongs to a raw public key. */
function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  const raw = Buffer.from(publicKey, "base64");
  if (raw.length !== KEY_BYTES) return false;
  const key = createPublicKey({
    key: { kty: "OKP", crv: "Ed25519", x: raw.toString("base64url") },
    format: "jwk",
  });
  return verify(null, Buffer.from(text, "utf8"), key, Buffer.from(signature, "base64"));
}
