import { extname } from "node:path";
import { readBounded } from "../../db/disk/read.ts";
import { writeTextFile } from "../../db/disk/text.ts";
import { type ModelFile, modelFileBytes, saveAs, saveRevision } from "../../db/model-file.ts";
import type { HistoryStep, RevisionDraft, StoredModel } from "../../db/stored.ts";
import { storeComputation } from "../../models/compile/stored.ts";
import { formatDocument } from "../../models/document/format.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { embedPacks, loadPacks } from "../../models/policy/load.ts";
import { diskProblem } from "../../models/wording/file.ts";
import { fail, type Result, succeed } from "../../models/wording/problem.ts";
import { refuse } from "../problems.ts";
import { withMembersPacks } from "./packs.ts";
import { revisionOfText } from "./parse.ts";
import { JSON_BYTES_MAX } from "./read.ts";

export interface ToSave {
  readonly document: ModelDocument;
  readonly history?: readonly HistoryStep[];
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
}

const isJsonPath = (path: string): boolean => extname(path).toLowerCase() === ".json";
const isModelPath = (path: string): boolean => extname(path).toLowerCase() === ".pingheng";

/** Saves under a path: the model file with its revisions, or the bare document as JSON. */
export async function writeModel(path: string, model: ToSave, base: SaveBase = {}): Promise<Result<Saved>> {
  if (isJsonPath(path)) return writeJson(path, jsonText(model.document), base);
  if (!isModelPath(path)) return refuse("save.name", path);
  const { stored, fresh = false } = base;
  const draft = draftOf(model);
  const own = stored !== undefined && "path" in stored && stored.path === path;
  const written = own ? await saveRevision(stored, draft) : await saveAs(path, draft, stored, { fresh });
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
export function modelBytes(
  form: "pingheng" | "json",
  model: ToSave,
  name: string,
  base?: StoredModel,
): Result<Uint8Array> {
  if (form === "json") return succeed(new TextEncoder().encode(jsonText(model.document)));
  return modelFileBytes(draftOf(model), name, base);
}

/** JSON carries the full text of its packs, so that it can be checked without ours. */
function jsonText(document: ModelDocument): string {
  return formatDocument(embedPacks(withMembersPacks(document)));
}

function draftOf({ document, history, now, writtenBy }: ToSave): RevisionDraft {
  // The lines of a portfolio rest on those of its members: they are computed anew, not kept.
  const stored = document.members === undefined ? storeComputation(document, mechanisms) : undefined;
  return {
    createdAt: now.toISOString(),
    author: document.project.author ?? "",
    document: formatDocument(document),
    ...(stored === undefined ? {} : { graph: stored.lines, inputs: stored.inputs }),
    packs: loadPacks(withMembersPacks(document)).packs.map((pack) => ({
      id: pack.id,
      version: pack.version,
      text: JSON.stringify(pack),
    })),
    ...(history === undefined ? {} : { history }),
    writtenBy,
  };
}
