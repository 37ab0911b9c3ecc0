import { fail, type Problem, type Result, succeed } from "../../models/wording/problem.ts";
import { vaultProblem } from "../../models/wording/vault.ts";
import { nonceBytes, sealed, tagBytes, unsealed } from "./aead.ts";
import { type Cost, isAllowed, keyFor, saltBytes, type Vault } from "./vault.ts";

const magic = Buffer.from("PHNGLOCK", "latin1");
const version = 1;
export const logIdBytes = 16;
/** Beside a file nothing of which was ever a draft in a log. */
export const noLog: Uint8Array = new Uint8Array(logIdBytes);
const purpose = "pingheng/file/1";

/** Where things stand in the header; the sealed bytes follow it. */
const at = { version: 8, logN: 9, r: 10, p: 11, salt: 12, folded: 12 + saltBytes, length: 12 + saltBytes + logIdBytes };
const headerBytes = at.length + 8;

/** What everybody can read of a locked file. */
export interface LockedHeader {
  readonly salt: Uint8Array;
  readonly cost: Cost;
  /** The log of drafts that is part of this writing of the file; zeros where there was none. */
  readonly folded: Uint8Array;
}

/** Whether bytes say that they are a locked file. */
export function isLocked(bytes: Uint8Array): boolean {
  return magic.equals(bytes.subarray(0, magic.length));
}

/**
 * Reads the header of a locked file and holds it against what this program writes, before anything is worked out from it: a hostile one
 * can cost neither memory nor time.
 */
export function headerOf(bytes: Uint8Array, path: string): Result<LockedHeader> {
  const damaged = (detail: string): { readonly ok: false; readonly problems: readonly Problem[] } =>
    fail(vaultProblem("damaged", path, { detail }));
  if (bytes.length < headerBytes) return damaged(`${bytes.length} < ${headerBytes}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const found = view.getUint8(at.version);
  if (found !== version) return fail(vaultProblem("version", path, { found }));
  const cost = { logN: view.getUint8(at.logN), r: view.getUint8(at.r), p: view.getUint8(at.p) };
  if (!isAllowed(cost)) return damaged(`scrypt 2^${cost.logN}, ${cost.r}, ${cost.p}`);
  const expected = view.getBigUint64(at.length) + BigInt(headerBytes + nonceBytes + tagBytes);
  if (BigInt(bytes.length) !== expected) return damaged(`${bytes.length} ≠ ${expected}`);
  return succeed({
    salt: bytes.slice(at.salt, at.folded),
    cost,
    folded: bytes.slice(at.folded, at.length),
  });
}

/** The whole of some bytes as a locked file. */
export function lockedBytes(vault: Vault, bytes: Uint8Array, folded: Uint8Array = noLog): Uint8Array {
  const header = Buffer.alloc(headerBytes);
  magic.copy(header);
  header.writeUInt8(version, at.version);
  header.writeUInt8(vault.cost.logN, at.logN);
  header.writeUInt8(vault.cost.r, at.r);
  header.writeUInt8(vault.cost.p, at.p);
  header.set(vault.salt, at.salt);
  header.set(folded, at.folded);
  header.writeBigUInt64BE(BigInt(bytes.length), at.length);
  return Buffer.concat([header, sealed(keyFor(vault, purpose), bytes, header)]);
}

/** What was locked; a wrong key and changed bytes are refused alike. */
export function unlockedBytes(vault: Vault, bytes: Uint8Array, path: string): Result<Uint8Array> {
  const plain = unsealed(keyFor(vault, purpose), bytes.subarray(headerBytes), bytes.subarray(0, headerBytes));
  return plain === undefined ? fail(vaultProblem("refused", path)) : succeed(plain);
}
