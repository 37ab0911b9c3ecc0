import { createHash } from "node:crypto";
import type { PackText, RevisionInfo } from "./stored.ts";

/** SHA-256 in hexadecimal of bytes, or of text as UTF-8. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

const idLength = 16;

/**
 * The id of a revision: the first 16 hexadecimal digits of the SHA-256 over a JSON list of its other columns. As the
 * parent's id is one of them, changing any earlier revision changes every later id. Revisions of the first layout have no inputs, and
 * none stand in their list.
 */
export function revisionId(revision: Omit<RevisionInfo, "id">): string {
  const { parent, createdAt, author, note, documentHash, graphHash, inputsHash, packHashes } = revision;
  const inputs = inputsHash === null ? [] : [inputsHash];
  const parts = [parent, createdAt, author, note, documentHash, graphHash, packHashes, ...inputs];
  return sha256(JSON.stringify(parts)).slice(0, idLength);
}

/** The fingerprint of a pack covers its name and version, not only its text. */
export function packHash(pack: PackText): string {
  return sha256(JSON.stringify([pack.id, pack.version, pack.text]));
}
