import { extname } from "node:path";
import { writeTextFile } from "../../db/disk/text.ts";
import { type ModelFile, modelFileBytes, saveAs, saveRevision } from "../../db/model-file.ts";
import type { HistoryStep, RevisionDraft, StoredModel } from "../../db/stored.ts";
import { formatDocument } from "../../models/document/format.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { embedPacks, loadPacks } from "../../models/policy/load.ts";
import { type Result, succeed } from "../../models/wording/problem.ts";
import { refuse } from "../problems.ts";
import { graphText } from "./graphText.ts";

export interface ToSave {
  readonly document: ModelDocument;
  readonly history?: readonly HistoryStep[];
  readonly now: Date;
  /** Program and version. */
  readonly writtenBy: string;
}

/** A saved model; the file to save the next revision to, absent for plain JSON. */
export interface Saved {
  readonly file?: ModelFile;
}

export const isJsonPath = (path: string): boolean => extname(path).toLowerCase() === ".json";
const isModelPath = (path: string): boolean => extname(path).toLowerCase() === ".pingheng";

/**
 * Saves under a path: the model file with its revisions, or the bare document as JSON.
 * @param base what the revisions go on from; with a file at the same path, that file is replaced only if nobody else changed it
 */
export async function writeModel(path: string, model: ToSave, base?: StoredModel | ModelFile): Promise<Result<Saved>> {
  if (isJsonPath(path)) {
    const written = await writeTextFile(path, jsonText(model.document));
    return written.ok ? succeed({}) : written;
  }
  if (!isModelPath(path)) return refuse("save.name", path);
  const draft = draftOf(model);
  const own = base !== undefined && "path" in base && base.path === path;
  const written = own ? await saveRevision(base, draft) : await saveAs(path, draft, base);
  return written.ok ? succeed({ file: written.value }) : written;
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
  return formatDocument(embedPacks(document));
}

function draftOf({ document, history, now, writtenBy }: ToSave): RevisionDraft {
  return {
    createdAt: now.toISOString(),
    author: document.project.author ?? "",
    document: formatDocument(document),
    graph: graphText(document),
    packs: loadPacks(document).packs.map((pack) => ({
      id: pack.id,
      version: pack.version,
      text: JSON.stringify(pack),
    })),
    ...(history === undefined ? {} : { history }),
    writtenBy,
  };
}
