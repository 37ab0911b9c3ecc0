import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from "node:crypto";

const cipher = "aes-256-gcm";
export const nonceBytes = 12;
export const tagBytes = 16;

/** Nonce, ciphertext and tag of some bytes. `beside` is not hidden, and cannot be changed either. */
export function sealed(key: KeyObject, bytes: Uint8Array, beside: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes);
  const work = createCipheriv(cipher, key, nonce, { authTagLength: tagBytes });
  work.setAAD(beside);
  const hidden = [work.update(bytes), work.final()];
  return Buffer.concat([nonce, ...hidden, work.getAuthTag()]);
}

/** The bytes again; undefined where the key is another or anything was changed. */
export function unsealed(key: KeyObject, bytes: Uint8Array, beside: Uint8Array): Buffer | undefined {
  if (bytes.length < nonceBytes + tagBytes) return undefined;
  const end = bytes.length - tagBytes;
  const work = createDecipheriv(cipher, key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes });
  work.setAAD(beside);
  work.setAuthTag(bytes.subarray(end));
  const plain = work.update(bytes.subarray(nonceBytes, end));
  try {
    return Buffer.concat([plain, work.final()]);
  } catch {
    // The tag does not fit: Node names no code of its own for it. What was deciphered is not looked at.
    plain.fill(0);
    return undefined;
  }
}
