import type { Entry } from "./chain/entries.ts";
import type { Vault } from "./vault/vault.ts";

/** The full text of a rule pack that travels with the model. */
export interface PackText {
  readonly id: string;
  readonly version: string;
  /** JSON. */
  readonly text: string;
}

/** One saved state of the model without its texts. */
export interface RevisionInfo {
  /** Fingerprint of everything else in the revision. */
  readonly id: string;
  /** The revision it was made from; null for the first. */
  readonly parent: string | null;
  /** ISO 8601, UTC, as told by the caller. */
  readonly createdAt: string;
  readonly author: string;
  readonly note: string;
  /** SHA-256 in hexadecimal, as are the other hashes. */
  readonly documentHash: string;
  readonly graphHash: string | null;
  readonly inputsHash: string | null;
  readonly packHashes: readonly string[];
  /** SHA-256 of the bytes of every attachment its document names; empty in earlier layouts. */
  readonly attachmentHashes: readonly string[];
  readonly resultsHash: string | null;
  /** What it came to when it was saved, JSON of the application; null where the caller saved none. */
  readonly results: string | null;
  /** Program and version that saved it; null in revisions of earlier layouts. */
  readonly program: string | null;
}

/** One saved state with its texts. */
export interface Revision extends RevisionInfo {
  /** The model document as JSON text, exactly as it was saved. */
  readonly document: string;
  /** The lines it was computed from; null where the caller saved none. */
  readonly graph: string | null;
  /** Timeline and values of the input lines, by scenario; null where the caller saved none. */
  readonly inputs: string | null;
  readonly packs: readonly PackText[];
}

/** What undo (or redo) would do; the content belongs to the application. */
export interface HistoryStep {
  readonly stack: "undo" | "redo";
  /** JSON. */
  readonly step: string;
}

/** Work on the head that nobody has saved yet (草稿): no revision, and no part of the chain. */
export interface StoredDraft {
  /** ISO 8601, UTC: its first change. */
  readonly since: string;
  /** Its last one. */
  readonly at: string;
  readonly author: string;
  /** The model document as JSON text. */
  readonly document: string;
  readonly history: readonly HistoryStep[];
  /** Hashes of the attachments its document names. */
  readonly attachments: readonly string[];
}

/** A draft to be kept, with the bytes of attachments the file may not have yet. */
export interface DraftToKeep extends Omit<StoredDraft, "attachments"> {
  readonly attachments?: readonly Attachment[];
}

/** A scan or the like that a document refers to by its hash. */
export interface Attachment {
  /** SHA-256 of its bytes, hexadecimal. */
  readonly hash: string;
  /** Absent where the file is known to have them. */
  readonly bytes?: Uint8Array;
}

/** Everything read from a model file. */
export interface StoredModel {
  /** The revision asked for: the head unless another was named. */
  readonly revision: Revision;
  /** Id of the revision the file stands at. */
  readonly head: string;
  /** All revisions, oldest first. */
  readonly revisions: readonly RevisionInfo[];
  /** Both stacks, as they were given: the last step of each is taken first. Belongs to the head. */
  readonly history: readonly HistoryStep[];
  readonly writtenBy: string;
  /** Everything that happened to the file, oldest first. */
  readonly entries: readonly Entry[];
  readonly draft: StoredDraft | null;
  /** The attachments it holds, with their bytes counted. */
  readonly attachments: readonly { readonly hash: string; readonly bytes: number }[];
  /** The file itself; of one that is locked by a passphrase what the lock keeps. */
  readonly bytes: Uint8Array;
  /** The lock it came under, and goes on under; absent where it is plain. */
  readonly vault?: Vault;
}

/** A state to be saved. */
export interface RevisionDraft {
  /** ISO 8601, UTC; the caller owns the clock. */
  readonly createdAt: string;
  readonly author: string;
  readonly note?: string;
  readonly document: string;
  readonly graph?: string;
  readonly inputs?: string;
  readonly results?: string;
  readonly packs?: readonly PackText[];
  readonly attachments?: readonly Attachment[];
  readonly history?: readonly HistoryStep[];
  /** Work that went on after this state: the draft of the new revision, written with it. */
  readonly going?: DraftToKeep;
  /** Program and version. */
  readonly writtenBy: string;
}
