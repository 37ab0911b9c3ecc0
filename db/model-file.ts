import { readJson } from "../models/document/json.ts";
import { diskProblem, fileProblem } from "../models/wording/file.ts";
import { fail, type Result, succeed } from "../models/wording/problem.ts";
import type { Disk } from "./disk/disk.ts";
import { replaceFile } from "./disk/replace.ts";
import { sha256 } from "./fingerprint.ts";
import { askGuard, type GuardOptions } from "./guard/ask.ts";
import { composeFile } from "./memory/write.ts";
import type { RevisionDraft, StoredModel } from "./stored.ts";

/** A `.pingheng` file as it was when last read or saved. Saving returns a new value; the old one then counts as outdated. */
export interface ModelFile extends StoredModel {
  readonly path: string;
  readonly readonly: boolean;
  /** SHA-256 of the file: saving refuses where the file at the path has another. */
  readonly fingerprint: string;
}

export interface OpenOptions extends GuardOptions {
  readonly readonly?: boolean;
  /** Id of a revision to read instead of the head. */
  readonly revision?: string;
}

/** The model document of a file: the text as saved, and the plain value it stands for. */
export interface ModelContent {
  readonly text: string;
  /** JSON, not yet checked to be a model document. */
  readonly document: unknown;
}

export interface SaveOptions {
  readonly disk?: Disk;
  /** Nothing may be at the path. */
  readonly fresh?: boolean;
}

const asFile = (stored: StoredModel, path: string, readonly: boolean): ModelFile => ({
  ...stored,
  path,
  readonly,
  fingerprint: sha256(stored.bytes),
});

/**
 * Reads a model file in a process of its own; the file is not touched. Problems `file.…` mean that its contents cannot be
 * trusted (damaged, foreign, altered, of a newer program), `disk.…` that it cannot be reached.
 */
export async function openModelFile(path: string, options: OpenOptions = {}): Promise<Result<ModelFile>> {
  const stored = await askGuard({ path, bytes: null, revision: options.revision ?? null }, options);
  return stored.ok ? succeed(asFile(stored.value, path, options.readonly ?? false)) : stored;
}

/** Reads the bytes of a model file that did not come from a path, under the same guard. `name` is named in problems. */
export function openModelBytes(
  name: string,
  bytes: Uint8Array,
  options: GuardOptions = {},
): Promise<Result<StoredModel>> {
  return askGuard({ path: name, bytes, revision: null }, options);
}

/** The document of the revision that was read, by the same strict reader as a `.json` file: equal keys twice and numbers that would be rounded are treated alike. */
export function readModel(
  file: { readonly revision: Pick<StoredModel["revision"], "document"> },
  path: string,
): Result<ModelContent> {
  const text = file.revision.document;
  const read = readJson(text);
  if (read.ok) return succeed({ text, document: read.value });
  const syntax = read.problems.find(({ code }) => code === "document.json_syntax");
  return syntax === undefined ? read : fail(fileProblem("document_not_json", { detail: syntax.message.en }, path));
}

/**
 * Adds a revision to the file it was made from and replaces the file as a whole, or leaves it as it was. A document,
 * graph, inputs and packs equal to the head's add no revision; the undo history is replaced in any case.
 */
export async function saveRevision(
  file: ModelFile,
  draft: RevisionDraft,
  options: SaveOptions = {},
): Promise<Result<ModelFile>> {
  if (file.readonly) return fail(diskProblem("opened_read_only", {}, file.path));
  return write(file.path, draft, file, { ...options, expected: file.fingerprint });
}

/**
 * Writes a model file at another path, replacing what is there unless the path must be free.
 * @param base the opened file whose revisions the new one continues; absent for a model never saved
 */
export function saveAs(
  path: string,
  draft: RevisionDraft,
  base?: StoredModel,
  options: SaveOptions = {},
): Promise<Result<ModelFile>> {
  return write(path, draft, base, options);
}

/** The bytes of a model file that is handed over by other means than a path, such as a browser's download. */
export function modelFileBytes(draft: RevisionDraft, name: string, base?: StoredModel): Result<Uint8Array> {
  const composed = composeFile(draft, base, name);
  return composed.ok ? succeed(composed.value.bytes) : composed;
}

async function write(
  path: string,
  draft: RevisionDraft,
  base: StoredModel | undefined,
  options: SaveOptions & { readonly expected?: string },
): Promise<Result<ModelFile>> {
  const composed = composeFile(draft, base, path);
  if (!composed.ok) return composed;
  const written = await replaceFile(path, composed.value.bytes, options);
  return written.ok ? succeed(asFile(composed.value, path, false)) : written;
}
