import { createHash } from "node:crypto";
import type { PackText, RevisionInfo } from "./stored.ts";

/** SHA-256 in hexadecimal of bytes, or of text as UTF-8. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

const idLength = 16;

/** What a fingerprint of a revision covers. */
export type Printed = Omit<RevisionInfo, "id" | "results">;

/**
 * The whole fingerprint of a revision: the SHA-256 over a JSON list of its other columns, in hexadecimal. As the parent's id is one of
 * them, changing any earlier revision changes every later one. What an earlier layout did not have does not stand in the list.
 */
export function revisionPrint(revision: Printed): string {
  const { parent, createdAt, author, note, documentHash, graphHash, inputsHash, packHashes } = revision;
  const { resultsHash, program, attachmentHashes } = revision;
  const inputs = inputsHash === null ? [] : [inputsHash];
  const results = resultsHash === null && program === null ? [] : [resultsHash, program];
  const attachments = attachmentHashes.length === 0 ? [] : [attachmentHashes];
  const before = [parent, createdAt, author, note, documentHash, graphHash, packHashes];
  return sha256(JSON.stringify([...before, ...inputs, ...results, ...attachments]));
}

/** The id of a revision: the first 16 digits of its fingerprint. */
export function revisionId(revision: Printed): string {
  return revisionPrint(revision).slice(0, idLength);
}

/** The fingerprint of a pack covers its name and version, not only its text. */
export function packHash(pack: PackText): string {
  return sha256(JSON.stringify([pack.id, pack.version, pack.text]));
}
