import { readJson } from "../models/document/json.ts";
import { diskProblem, fileProblem } from "../models/wording/file.ts";
import { fail, type Problem, type Result, succeed } from "../models/wording/problem.ts";
import type { ActDraft } from "./chain/acts.ts";
import type { SealDraft } from "./chain/seal.ts";
import { type Disk, realDisk } from "./disk/disk.ts";
import { type ReplaceOptions, replaceFile } from "./disk/replace.ts";
import { sha256 } from "./fingerprint.ts";
import { askAttachment, askGuard, type GuardOptions } from "./guard/ask.ts";
import { composeAct, composeDraft, composeFile, composeSealed } from "./memory/write.ts";
import type { DraftToKeep, RevisionDraft, StoredModel } from "./stored.ts";
import { isLocked, lockedBytes, noLog } from "./vault/container.ts";
import { appendDraft, type LockedState, removeLog } from "./vault/keepDraft.ts";
import { unlock, unlockAt, withDraftBeside } from "./vault/open.ts";
import type { Unlock, Vault } from "./vault/vault.ts";

/** A `.pingheng` file as it was when last read or saved. Saving returns a new value; the old one then counts as outdated. */
export interface ModelFile extends StoredModel {
  readonly path: string;
  readonly readonly: boolean;
  /** SHA-256 of the file: saving refuses where the file at the path has another. */
  readonly fingerprint: string;
  /** Of a file that is locked by a passphrase: how it and its drafts lie on the drive. */
  readonly locked?: LockedState;
}

export interface OpenOptions extends GuardOptions {
  /** What opens a file that is locked by a passphrase. */
  readonly unlock?: Unlock | undefined;
  readonly readonly?: boolean;
  /** Id of a revision to read instead of the head. */
  readonly revision?: string;
  /** Holds the texts of every revision against their hashes, not only those of the one that is read. */
  readonly whole?: boolean;
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
  /** The lock of a file that goes on from none. */
  readonly vault?: Vault | undefined;
}

interface OnDrive {
  readonly fingerprint: string;
  readonly locked?: LockedState;
}

const asFile = (stored: StoredModel, path: string, readonly: boolean, drive?: OnDrive): ModelFile => ({
  ...stored,
  path,
  readonly,
  ...(drive ?? { fingerprint: sha256(stored.bytes) }),
});

/**
 * Reads a model file in a process of its own; the file is not touched. Problems `file.…` mean that its contents cannot be
 * trusted (damaged, foreign, altered, of a newer program), `disk.…` that it cannot be reached.
 */
export async function openModelFile(path: string, options: OpenOptions = {}): Promise<Result<ModelFile>> {
  const { revision = null, whole = false, readonly = false } = options;
  const asked = { path, revision, whole };
  const stored = await askGuard({ ...asked, bytes: null }, options);
  if (stored.ok) return succeed(asFile(stored.value, path, readonly));
  if (!isLockedFile(stored)) return stored;
  const unlocked = await unlockAt(path, options.unlock);
  if (!unlocked.ok) return unlocked;
  const { bytes, vault, fingerprint } = unlocked.value;
  const inner = await askGuard({ ...asked, bytes }, options);
  if (!inner.ok) return inner;
  const read = await withDraftBeside({ ...inner.value, vault }, unlocked.value, path);
  return read.ok
    ? succeed(asFile(read.value.stored, path, readonly, { fingerprint, locked: read.value.locked }))
    : read;
}

/** A file is refused so where nothing is wrong with it but that it is locked. */
const isLockedFile = (refusal: { readonly problems: readonly Problem[] }): boolean =>
  refusal.problems.some(({ code }) => code === "vault.needed");

/** Reads the bytes of a model file that did not come from a path, under the same guard. `name` is named in problems. */
export async function openModelBytes(
  name: string,
  bytes: Uint8Array,
  options: Omit<OpenOptions, "readonly"> = {},
): Promise<Result<StoredModel>> {
  const asked = { path: name, revision: options.revision ?? null, whole: options.whole ?? false };
  if (!isLocked(bytes)) return askGuard({ ...asked, bytes }, options);
  const unlocked = await unlock(bytes, name, options.unlock);
  if (!unlocked.ok) return unlocked;
  const stored = await askGuard({ ...asked, bytes: unlocked.value.bytes }, options);
  return stored.ok ? succeed({ ...stored.value, vault: unlocked.value.vault }) : stored;
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
 * Seals (封存) the revision the file stands at: who submits it and when becomes part of the file's chain. Later revisions are added after it;
 * the sealed one stays what it was.
 */
export async function sealHead(
  file: ModelFile,
  draft: SealDraft,
  options: SaveOptions = {},
): Promise<Result<ModelFile>> {
  return enter(file, composeSealed(draft, file, file.path), options);
}

/** Enters what the program did, beside the revision the file stands at; no revision and no note of anybody says the same. */
export async function enterAct(
  file: ModelFile,
  draft: ActDraft,
  options: SaveOptions = {},
): Promise<Result<ModelFile>> {
  return enter(file, composeAct(draft, file, file.path), options);
}

async function enter(file: ModelFile, composed: Result<StoredModel>, options: SaveOptions): Promise<Result<ModelFile>> {
  if (file.readonly) return fail(diskProblem("opened_read_only", {}, file.path));
  return composed.ok ? put(file.path, composed.value, { ...options, expected: file.fingerprint }, file) : composed;
}

/**
 * Keeps work that nobody saved yet beside the head (草稿), or with `undefined` takes it out. The head stays what it is; saving a revision
 * takes the draft out too. Of a locked file it is kept in a log beside the file, as locked as that.
 */
export async function keepDraft(
  file: ModelFile,
  draft: DraftToKeep | undefined,
  options: SaveOptions = {},
): Promise<Result<ModelFile>> {
  if (file.readonly) return fail(diskProblem("opened_read_only", {}, file.path));
  const composed = composeDraft(draft, file, file.path);
  if (!composed.ok) return composed;
  const { vault, locked, path, fingerprint } = file;
  const inFile = vault === undefined || locked === undefined || (draft === undefined && locked.inside);
  if (inFile) return put(path, composed.value, { ...options, expected: fingerprint }, file);
  const { disk = realDisk } = options;
  const kept =
    draft === undefined
      ? await removeLog(disk, path, locked)
      : await appendDraft(disk, { path, vault, head: file.head, locked, bytes: composed.value.bytes }, draft);
  if (!kept.ok) return kept;
  const { log: _gone, ...without } = locked;
  return succeed(asFile(composed.value, path, false, { fingerprint, locked: kept.value ?? without }));
}

/**
 * Writes a file again as it stands, under another lock or under none: a draft beside it becomes part of it. What the drive held before is
 * given back to the system, not wiped.
 */
export async function relock(
  file: ModelFile,
  vault: Vault | undefined,
  options: SaveOptions = {},
): Promise<Result<ModelFile>> {
  if (file.readonly) return fail(diskProblem("opened_read_only", {}, file.path));
  const { vault: _before, locked: _how, ...plain } = file;
  const stored = vault === undefined ? plain : { ...plain, vault };
  return put(file.path, stored, { ...options, expected: file.fingerprint }, { ...file, vault });
}

/** The bytes of an attachment, by its hash, read by a process of its own as everything of a stranger's file is. */
export function readAttachment(
  stored: StoredModel,
  hash: string,
  name: string,
  options: GuardOptions = {},
): Promise<Result<Uint8Array>> {
  return askAttachment({ path: name, bytes: stored.bytes, attachment: hash }, options);
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

/** The bytes of a model file that is handed over by other means than a path, such as a browser's download; as locked as its base. */
export function modelFileBytes(draft: RevisionDraft, name: string, base?: StoredModel): Result<Uint8Array> {
  const composed = composeFile(draft, base, name);
  if (!composed.ok) return composed;
  const { bytes } = composed.value;
  return succeed(base?.vault === undefined ? bytes : lockedBytes(base.vault, bytes));
}

async function write(
  path: string,
  draft: RevisionDraft,
  base: StoredModel | ModelFile | undefined,
  options: SaveOptions & { readonly expected?: string },
): Promise<Result<ModelFile>> {
  const composed = composeFile(draft, base, path);
  return composed.ok ? put(path, composed.value, options, base ?? { vault: options.vault }) : composed;
}

/** What a file is written over or goes on from. */
interface Before {
  readonly path?: string;
  readonly vault?: Vault | undefined;
  readonly locked?: LockedState;
}

/** Replaces a file under the lock of the one before; a log of drafts beside that one is part of it from then on. */
async function put(
  path: string,
  composed: StoredModel,
  options: ReplaceOptions,
  before: Before = {},
): Promise<Result<ModelFile>> {
  const { vault } = before;
  const was = before.path === path ? before.locked : undefined;
  const folded = was?.log?.id ?? was?.folded;
  const bytes = vault === undefined ? composed.bytes : lockedBytes(vault, composed.bytes, folded);
  const written = await replaceFile(path, bytes, options);
  if (!written.ok) return written;
  // The file is in place, whatever becomes of the log: it is part of the file, which says so, and is not read again.
  if (was !== undefined) await removeLog(options.disk ?? realDisk, path, was);
  if (vault === undefined) return succeed(asFile(composed, path, false));
  const locked = { folded: folded ?? noLog, inside: composed.draft !== null, moved: false };
  return succeed(asFile({ ...composed, vault }, path, false, { fingerprint: sha256(bytes), locked }));
}
