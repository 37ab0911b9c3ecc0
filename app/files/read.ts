import { extname } from "node:path";
import { readBounded } from "../../db/disk/read.ts";
import type { LaunchGuard } from "../../db/guard/launch.ts";
import { type ModelFile, openModelBytes, openModelFile } from "../../db/model-file.ts";
import type { StoredModel } from "../../db/stored.ts";
import { isLocked } from "../../db/vault/container.ts";
import type { Unlock } from "../../db/vault/vault.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { type Problem, type Result, succeed } from "../../models/wording/problem.ts";
import { refuse } from "../problems.ts";
import { findRevision } from "../revisions/find.ts";
import { type ParsedSource, parseSource, type Source } from "./parse.ts";

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
  /** A revision other than the head, as a person names it. */
  readonly revision?: string | undefined;
  /** How the process that reads a model file is started; Node's `fork` when absent. */
  readonly launch?: LaunchGuard | undefined;
  /** What opens a file that is locked by a passphrase. */
  readonly unlock?: Unlock | undefined;
  /** Who makes a document of what was read; done here and now when absent. */
  readonly parse?: ((source: Source) => Promise<Result<ParsedSource>>) | undefined;
}

const parserOf = ({ parse }: ReadOptions) => parse ?? (async (source: Source) => parseSource(source));

const guardOf = ({ launch, unlock }: ReadOptions) => ({ unlock, ...(launch === undefined ? {} : { launch }) });

const SQLITE_HEADER = "SQLite format 3\0";
export const JSON_BYTES_MAX = 64_000_000;

/** Reads a model file or JSON document from a path; what it is is decided by its bytes, the name only breaks ties. */
export async function readModelPath(path: string, options: ReadOptions = {}): Promise<Result<ReadDocument>> {
  const read = await readBounded(path, JSON_BYTES_MAX);
  if (isModelName(path) || (read.ok && (isSqlite(read.value) || isLocked(read.value)))) {
    const opened = await openAt(path, options);
    if (!opened.ok) return opened;
    const document = await documentOf(opened.value, path, options);
    return document.ok ? succeed({ ...document.value, file: opened.value }) : document;
  }
  if (!read.ok) return read;
  return options.revision === undefined ? jsonOf(read.value, path, options) : refuse("revision.json", path);
}

async function openAt(path: string, { revision, ...options }: ReadOptions): Promise<Result<ModelFile>> {
  const head = await openModelFile(path, guardOf(options));
  if (!head.ok || revision === undefined) return head;
  const id = findRevision(head.value, revision);
  if (!id.ok) return id;
  const known = { ...guardOf(options), ...(head.value.vault === undefined ? {} : { unlock: head.value.vault }) };
  return id.value === head.value.head ? head : openModelFile(path, { ...known, revision: id.value });
}

/** The bytes of a file that is no model, such as a key or a sealed bid. */
export const readFileBytes = (path: string): Promise<Result<Uint8Array>> => readBounded(path, JSON_BYTES_MAX);

/** The same for a file that arrived as bytes. */
export async function readModelBytes(
  name: string,
  bytes: Uint8Array,
  options: ReadOptions = {},
): Promise<Result<ReadDocument>> {
  if (!isModelName(name) && !isSqlite(bytes) && !isLocked(bytes)) return jsonOf(bytes, name, options);
  const opened = await openModelBytes(name, bytes, guardOf(options));
  if (!opened.ok) return opened;
  const document = await documentOf(opened.value, name, options);
  return document.ok ? succeed({ ...document.value, stored: opened.value }) : document;
}

const isModelName = (name: string): boolean => extname(name).toLowerCase() === ".pingheng";

function isSqlite(bytes: Uint8Array): boolean {
  return (
    Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, SQLITE_HEADER.length)).toString("latin1") ===
    SQLITE_HEADER
  );
}

/** The document of a model file, read by whoever is to do it. */
async function documentOf(stored: StoredModel, path: string, options: ReadOptions): Promise<Result<ReadDocument>> {
  const { document: text, packs, id } = stored.revision;
  const parsed = await parserOf(options)({ path, text, packs });
  return parsed.ok ? succeed({ ...parsed.value, revision: id }) : parsed;
}

/** What an archive begins with, as every spreadsheet is one. */
const ARCHIVE = "PK\u0003\u0004";

async function jsonOf(bytes: Uint8Array, path: string, options: ReadOptions): Promise<Result<ReadDocument>> {
  if (
    Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, ARCHIVE.length)).toString("latin1") ===
    ARCHIVE
  )
    return refuse("open.spreadsheet", path);
  const parsed = await parserOf(options)({ path, bytes });
  return parsed.ok ? succeed({ revision: "", ...parsed.value }) : parsed;
}
