import { basename, extname } from "node:path";
import { readModelPath } from "../app/files/read.ts";
import { prepareOnce } from "../app/model/prepare.ts";
import type { Prepared } from "../models/compile/prepare.ts";
import type { ModelDocument } from "../models/document/schema.ts";
import { type Result, succeed } from "../models/wording/problem.ts";

export interface Opened {
  readonly document: ModelDocument;
  /** Id of the revision in the file; of a `.json` document, the hash of its text. */
  readonly revision: string;
  readonly name: string;
}

/** Opens FILE of the command line: a model file or a JSON document. */
export async function openDocument(path: string): Promise<Result<Opened>> {
  const read = await readModelPath(path);
  if (!read.ok) return read;
  return succeed({ document: read.value.document, revision: read.value.revision, name: basename(path, extname(path)) });
}

export async function openPrepared(
  path: string,
  scenario: string | undefined,
): Promise<Result<{ readonly prepared: Prepared; readonly revision: string }>> {
  const opened = await openDocument(path);
  if (!opened.ok) return opened;
  const prepared = prepareOnce(opened.value.document, scenario);
  return prepared.ok ? succeed({ prepared: prepared.value, revision: opened.value.revision }) : prepared;
}
