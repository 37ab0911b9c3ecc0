import { existsSync } from "node:fs";
import { basename, extname } from "node:path";
import { readModelPath } from "../app/files/read.ts";
import { prepareOnce } from "../app/model/prepare.ts";
import type { Prepared } from "../models/compile/prepare.ts";
import type { ModelDocument } from "../models/document/schema.ts";
import { mergeProblems } from "../models/wording/document.ts";
import { type Problem, type Result, succeed } from "../models/wording/problem.ts";
import type { Arguments } from "./arguments.ts";

export interface Opened {
  readonly document: ModelDocument;
  /** Id of the revision in the file; of a `.json` document, the hash of its text. */
  readonly revision: string;
  readonly name: string;
  /** Known to be wrong when it was opened. */
  readonly problems: readonly Problem[];
}

/** `FILE@REVISION`; a file whose own name has the sign is meant before that. */
const AT = /^(.+)@([^@/\\]+)$/;

/** Opens FILE of the command line, a model file or a JSON document, or an earlier revision of it: FILE@REVISION. */
export async function openDocument(word: string): Promise<Result<Opened>> {
  const [, file, revisionName] = existsSync(word) ? [] : (AT.exec(word) ?? []);
  const path = file ?? word;
  const read = await readModelPath(path, revisionName === undefined ? {} : { revision: revisionName });
  if (!read.ok) return read;
  const { document, revision, problems } = read.value;
  return succeed({ document, revision, problems, name: basename(path, extname(path)) });
}

/** A scenario of it made ready, with everything known to be wrong at opening among its problems. */
export async function openPrepared(
  path: string,
  { option, shouldStop }: Pick<Arguments, "option" | "shouldStop">,
): Promise<Result<{ readonly prepared: Prepared; readonly revision: string }>> {
  const opened = await openDocument(path);
  if (!opened.ok) return opened;
  const { document, revision, problems } = opened.value;
  const prepared = prepareOnce(document, option("scenario"));
  if (!prepared.ok) return prepared;
  const all = mergeProblems(problems, prepared.value.problems);
  return succeed({ prepared: { ...prepared.value, problems: all, shouldStop }, revision });
}
