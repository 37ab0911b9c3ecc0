import { createHash } from "node:crypto";
import { extname } from "node:path";
import { readBounded } from "../../db/disk/read.ts";
import type { LaunchGuard } from "../../db/guard/launch.ts";
import { type ModelFile, openModelBytes, openModelFile, readModel } from "../../db/model-file.ts";
import type { StoredModel } from "../../db/stored.ts";
import { parseDocument, parseJsonText, valueProblems } from "../../models/document/parse.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { fileProblem } from "../../models/wording/file.ts";
import { fail, type Problem, type Result, succeed } from "../../models/wording/problem.ts";
import { settlePacks } from "./packs.ts";

/** A document as it came from outside, with what is needed to save it back. */
export interface ReadDocument {
  readonly document: ModelDocument;
  readonly problems: readonly Problem[];
  /** Revision of the model file, or a hash of the JSON text. */
  readonly revision: string;
  /** The `.pingheng` file; absent for plain JSON. */
  readonly file?: ModelFile;
  /** The model file's contents when it came as bytes. */
  readonly stored?: StoredModel;
}

export interface ReadOptions {
  /** How the process that reads a model file is started; Node's `fork` when absent. */
  readonly launch?: LaunchGuard | undefined;
}

const guardOf = ({ launch }: ReadOptions) => (launch === undefined ? {} : { launch });

const SQLITE_HEADER = "SQLite format 3\0";
export const JSON_BYTES_MAX = 64_000_000;
const REVISION_DIGITS = 16;

/** Reads a model file or JSON document from a path; what it is is decided by its bytes, the name only breaks ties. */
export async function readModelPath(path: string, options: ReadOptions = {}): Promise<Result<ReadDocument>> {
  const read = await readBounded(path, JSON_BYTES_MAX);
  if (isModelName(path) || (read.ok && isSqlite(read.value))) {
    const opened = await openModelFile(path, guardOf(options));
    if (!opened.ok) return opened;
    const document = documentOf(opened.value, path);
    return document.ok ? succeed({ ...document.value, file: opened.value }) : document;
  }
  return read.ok ? readJsonBytes(read.value, path) : read;
}

/** The same for a file that arrived as bytes. */
export async function readModelBytes(
  name: string,
  bytes: Uint8Array,
  options: ReadOptions = {},
): Promise<Result<ReadDocument>> {
  if (!isModelName(name) && !isSqlite(bytes)) return readJsonBytes(bytes, name);
  const opened = await openModelBytes(name, bytes, guardOf(options));
  if (!opened.ok) return opened;
  const document = documentOf(opened.value, name);
  return document.ok ? succeed({ ...document.value, stored: opened.value }) : document;
}

const isModelName = (name: string): boolean => extname(name).toLowerCase() === ".pingheng";

function isSqlite(bytes: Uint8Array): boolean {
  return (
    Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, SQLITE_HEADER.length)).toString("latin1") ===
    SQLITE_HEADER
  );
}

function documentOf(stored: StoredModel, path: string): Result<ReadDocument> {
  const content = readModel(stored, path);
  if (!content.ok) return content;
  const parsed = parseDocument(content.value.document, mechanisms);
  if (!parsed.ok) return parsed;
  const document = settlePacks(parsed.value.document, stored.revision.packs);
  const problems = document === parsed.value.document ? parsed.value.problems : valueProblems(document, mechanisms);
  return succeed({ document, problems, revision: stored.revision.id });
}

function readJsonBytes(bytes: Uint8Array, path: string): Result<ReadDocument> {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return fail(fileProblem("not_utf8", {}, path));
  }
  const parsed = parseJsonText(text, mechanisms);
  if (!parsed.ok) return parsed;
  const document = settlePacks(parsed.value.document);
  return succeed({ document, problems: parsed.value.problems, revision: revisionOfText(text) });
}

/** What a JSON document is told apart by from an earlier state of the same file. */
export function revisionOfText(text: string): string {
  return `sha256:${createHash("sha256").update(text).digest("hex").slice(0, REVISION_DIGITS)}`;
}
