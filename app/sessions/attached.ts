import { extname } from "node:path";
import { sha256 } from "../../db/fingerprint.ts";
import type { Attachment, StoredModel } from "../../db/stored.ts";
import type { ModelDocument } from "../../models/document/schema.ts";

export type AttachmentSpec = NonNullable<ModelDocument["attachments"]>[number];

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".tif": "image/tiff",
  ".tiff": "image/tiff",
  ".txt": "text/plain",
  ".csv": "text/csv",
  ".ofd": "application/ofd",
  ".doc": "application/msword",
  ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ".xls": "application/vnd.ms-excel",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".zip": "application/zip",
};

const ID_DIGITS = 16;

/** What a document says of a file. The type is told by the name alone: nothing ever opens the bytes. */
export function attachmentOf(name: string, bytes: Uint8Array): AttachmentSpec {
  const hash = sha256(bytes);
  const mediaType = MEDIA_TYPES[extname(name).toLowerCase()] ?? "application/octet-stream";
  return { id: `f_${hash.slice(0, ID_DIGITS)}`, name, mediaType, bytes: bytes.length, sha256: hash };
}

/** Bytes of attachments that an open model was given and its file may not have yet, by their hash. */
export class AttachedBytes {
  readonly #bytes = new Map<string, Uint8Array>();

  add(hash: string, bytes: Uint8Array): void {
    this.#bytes.set(hash, bytes);
  }

  get(hash: string): Uint8Array | undefined {
    return this.#bytes.get(hash);
  }

  /** What a document names and somebody has: a `.json` brings names without bytes, which nobody can keep. */
  namedBy({ attachments = [] }: ModelDocument, stored: StoredModel | undefined): readonly Attachment[] {
    const there = new Set(stored?.attachments.map(({ hash }) => hash));
    return attachments.flatMap(({ sha256: hash }) => {
      const bytes = this.#bytes.get(hash);
      if (there.has(hash)) return [{ hash }];
      return bytes === undefined ? [] : [{ hash, bytes }];
    });
  }
}
