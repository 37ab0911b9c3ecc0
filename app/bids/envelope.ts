import {
  createHash,
  createPublicKey,
  createSecretKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from "node:crypto";
import { nonceBytes, sealed, tagBytes, unsealed } from "../../db/vault/aead.ts";
import { bidsProblem } from "../../models/wording/bids.ts";
import { fail, type Result, succeed } from "../../models/wording/problem.ts";
import type { Text } from "../../models/wording/text.ts";
import { grouped } from "../keys/fingerprint.ts";
import { fingerprintWords } from "../keys/words.ts";

/**
 * A bid sealed to the public key of whoever calls for tenders (密封报价): X25519 with a key of its own for every sealing, HKDF-SHA-256,
 * AES-256-GCM. The bidder keeps nothing that opens it again. What everybody can read is whom it is for, which notice it answers, and its size.
 */
const magic = Buffer.from("PHNGBIDS", "latin1");
const version = 1;
const purpose = "pingheng/bid/1";
const keyBytes = 32;
const hashBytes = 32;
const at = { version: 8, recipient: 9, notice: 9 + hashBytes, ephemeral: 9 + 2 * hashBytes, length: 0 };
at.length = at.ephemeral + keyBytes;
const headerBytes = at.length + 8;

/** Larger is no bid. */
const bytesMax = 32 * 1024 * 1024;

const hashOf = (bytes: Uint8Array): Buffer => createHash("sha256").update(bytes).digest();
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

export const isSealedBid = (bytes: Uint8Array): boolean => magic.equals(bytes.subarray(0, magic.length));

/** What a sealed bid is known by before and after it is opened. */
export const sealedHash = (bytes: Uint8Array): string => `sha256:${hex(hashOf(bytes))}`;

const publicOf = (raw: Uint8Array): KeyObject =>
  createPublicKey({ key: { kty: "OKP", crv: "X25519", x: Buffer.from(raw).toString("base64url") }, format: "jwk" });

const rawOf = (key: KeyObject): Buffer => Buffer.from(key.export({ format: "jwk" }).x ?? "", "base64url");

function contentKey(own: KeyObject, other: KeyObject, salt: Uint8Array): KeyObject {
  const shared = diffieHellman({ privateKey: own, publicKey: other });
  const key = Buffer.from(hkdfSync("sha256", shared, salt, purpose, keyBytes));
  shared.fill(0);
  return createSecretKey(key);
}

/**
 * Seals the bytes of a bid.
 * @param recipient raw public key of whoever calls for tenders
 * @param notice hash of the notice the bid answers
 */
export function sealBid(bytes: Uint8Array, recipient: Uint8Array, notice: string): Result<Uint8Array> {
  const { privateKey, publicKey } = generateKeyPairSync("x25519");
  const ephemeral = rawOf(publicKey);
  const header = Buffer.alloc(headerBytes);
  magic.copy(header);
  header.writeUInt8(version, at.version);
  header.set(hashOf(recipient), at.recipient);
  header.set(hashOf(Buffer.from(notice)), at.notice);
  header.set(ephemeral, at.ephemeral);
  header.writeBigUInt64BE(BigInt(bytes.length), at.length);
  try {
    const key = contentKey(privateKey, publicOf(recipient), Buffer.concat([ephemeral, recipient]));
    return succeed(Buffer.concat([header, sealed(key, bytes, header)]));
  } catch (error) {
    if (!isCryptoError(error)) throw error;
    return fail(bidsProblem("key_file", "publicKey", { file: "publicKey" }));
  }
}

/** What OpenSSL says of points that are none, or that no secret can be shared with. */
const isCryptoError = (error: unknown): boolean =>
  error instanceof Error && "code" in error && /^ERR_(OSSL|CRYPTO)/.test(String(error.code));

/**
 * Opens a sealed bid; one that is for another key or answers another notice is refused before anything of it is deciphered.
 * @param notice hash of the notice of the tender
 */
export function openSealedBid(
  bytes: Uint8Array,
  privateKey: KeyObject,
  notice: string,
  file: string,
): Result<Uint8Array> {
  const own = rawOf(createPublicKey(privateKey));
  const length = bytes.length - headerBytes - nonceBytes - tagBytes;
  if (length < 0 || length > bytesMax) return fail(bidsProblem("sealed_damaged", file, { file }));
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (view[at.version] !== version || view.readBigUInt64BE(at.length) !== BigInt(length))
    return fail(bidsProblem("sealed_damaged", file, { file }));
  const recipient = view.subarray(at.recipient, at.notice);
  if (!recipient.equals(hashOf(own))) {
    const [found, mine] = [recipient, hashOf(own)].map((hash) => shownPrint(grouped(hex(hash).slice(0, hashBytes))));
    return fail(bidsProblem("sealed_other_key", file, { file, found: found as Text, own: mine as Text }));
  }
  if (!view.subarray(at.notice, at.ephemeral).equals(hashOf(Buffer.from(notice))))
    return fail(bidsProblem("sealed_other_notice", file, { file }));
  const plain = deciphered(view, privateKey, own);
  return plain === undefined ? fail(bidsProblem("sealed_damaged", file, { file })) : succeed(plain);
}

function deciphered(view: Buffer, privateKey: KeyObject, own: Buffer): Buffer | undefined {
  const ephemeral = view.subarray(at.ephemeral, at.length);
  try {
    const key = contentKey(privateKey, publicOf(ephemeral), Buffer.concat([ephemeral, own]));
    return unsealed(key, view.subarray(headerBytes), view.subarray(0, headerBytes));
  } catch (error) {
    if (!isCryptoError(error)) throw error;
    return undefined;
  }
}

/** A fingerprint in a sentence, with its words. */
function shownPrint(digits: string): Text {
  const { zh, en } = fingerprintWords(digits);
  return { zh: `${digits}(${zh})`, en: `${digits} (${en})` };
}
