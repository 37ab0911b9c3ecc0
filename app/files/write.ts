import { extname } from "node:path";
import { readBounded } from "../../db/disk/read.ts";
import { writeTextFile } from "../../db/disk/text.ts";
import { type ModelFile, modelFileBytes, saveAs, saveRevision } from "../../db/model-file.ts";
import type { Attachment, DraftToKeep, HistoryStep, RevisionDraft, StoredModel } from "../../db/stored.ts";
import type { Vault } from "../../db/vault/vault.ts";
import { formatDocument } from "../../models/document/format.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { loadPacks } from "../../models/policy/load.ts";
import { diskProblem } from "../../models/wording/file.ts";
import { fail, type Result, succeed } from "../../models/wording/problem.ts";
import { vaultProblem } from "../../models/wording/vault.ts";
import { lockRefusal } from "../bids/locks.ts";
import { refuse } from "../problems.ts";
import type { Computed } from "../revisions/computed.ts";
import { jsonText } from "./jsonText.ts";
import { withMembersPacks } from "./packs.ts";
import { revisionOfText } from "./parse.ts";
import { JSON_BYTES_MAX } from "./read.ts";

export interface ToSave {
  readonly document: ModelDocument;
  /** How it was computed, asked for by a model file alone: a bare document has no room for it. */
  readonly computed: () => Promise<Result<Computed>>;
  /** Under whose name; the author of the project where nobody says. */
  readonly author?: string;
  readonly note?: string;
  readonly history?: readonly HistoryStep[];
  readonly attachments?: readonly Attachment[];
  /** Work that went on after this state: a model file keeps it as the draft of the new revision. */
  readonly going?: DraftToKeep;
  readonly now: Date;
  /** Program and version. */
  readonly writtenBy: string;
}

/** A saved model: the file to save the next revision to, or of plain JSON what to know it by again. */
export interface Saved {
  readonly file?: ModelFile;
  readonly jsonRevision?: string;
}

/** What saving goes on from. */
export interface SaveBase {
  /** Revisions to go on from; with a file at the same path, that file is replaced only if nobody else changed it. */
  readonly stored?: StoredModel | ModelFile | undefined;
  /** The JSON document at the path as it was last read or written, which nobody else may have changed either. */
  readonly jsonRevision?: string | undefined;
  /** Nothing may be at the path. */
  readonly fresh?: boolean;
  /** The lock of what the model was made from, where that is not what saving goes on from. */
  readonly vault?: Vault | undefined;
}

const isJsonPath = (path: string): boolean => extname(path).toLowerCase() === ".json";
/** Whether a model file is written at a path, which keeps what the model came to. */
export const isModelPath = (path: string): boolean => extname(path).toLowerCase() === ".pingheng";

/** Saves under a path: the model file with its revisions, or the bare document as JSON. */
export async function writeModel(path: string, model: ToSave, base: SaveBase = {}): Promise<Result<Saved>> {
  const { stored, fresh = false } = base;
  const vault = stored?.vault ?? base.vault;
  if (isJsonPath(path))
    return vault === undefined ? writeJson(path, jsonText(model.document), base) : fail(vaultProblem("json", path));
  if (!isModelPath(path)) return refuse("save.name", path);
  const refused = stored === undefined ? undefined : lockRefusal(stored.entries, model.document);
  if (refused !== undefined) return fail(refused);
  const computed = await model.computed();
  if (!computed.ok) return computed;
  const draft = draftOf(model, computed.value);
  const own = stored !== undefined && "path" in stored && stored.path === path;
  const written = own ? await saveRevision(stored, draft) : await saveAs(path, draft, stored, { fresh, vault });
  return written.ok ? succeed({ file: written.value }) : written;
}

async function writeJson(
  path: string,
  text: string,
  { jsonRevision: expected, fresh = false }: SaveBase,
): Promise<Result<Saved>> {
  if (expected !== undefined) {
    const there = await readBounded(path, JSON_BYTES_MAX);
    if (there.ok && revisionOfText(new TextDecoder().decode(there.value)) !== expected)
      return fail(diskProblem("changed_elsewhere", {}, path));
  }
  const written = await writeTextFile(path, text, { fresh });
  return written.ok ? succeed({ jsonRevision: revisionOfText(text) }) : written;
}

/** The same for a browser's download. */
export async function modelBytes(
  form: "pingheng" | "json",
  model: ToSave,
  name: string,
  base?: StoredModel,
): Promise<Result<Uint8Array>> {
  if (form === "json")
    return base?.vault === undefined
      ? succeed(new TextEncoder().encode(jsonText(model.document)))
      : fail(vaultProblem("json", name));
  const computed = await model.computed();
  return computed.ok ? modelFileBytes(draftOf(model, computed.value), name, base) : computed;
}

function draftOf(
  { document, author, note, history, attachments, going, now, writtenBy }: ToSave,
  { lines, inputs, results }: Computed,
): RevisionDraft {
  return {
    createdAt: now.toISOString(),
    author: author === undefined || author === "" ? (document.project.author ?? "") : author,
    document: formatDocument(document),
    ...(note === undefined ? {} : { note }),
    ...(lines === undefined ? {} : { graph: lines }),
    ...(inputs === undefined ? {} : { inputs }),
    ...(results === undefined ? {} : { results }),
    packs: loadPacks(withMembersPacks(document)).packs.map((pack) => ({
      id: pack.id,
      version: pack.version,
      text: JSON.stringify(pack),
    })),
    ...(history === undefined ? {} : { history }),
    ...(attachments === undefined ? {} : { attachments }),
    ...(going === undefined ? {} : { going }),
    writtenBy,
  };
}
