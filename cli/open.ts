import { basename, extname } from "node:path";
import type { ParsedSource } from "../app/files/parse.ts";
import { readModelPath } from "../app/files/read.ts";
import { prepareOnce } from "../app/model/prepare.ts";
import { preparePortfolioOnce } from "../app/portfolio/prepare.ts";
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

/** Opens FILE of the command line: a model file or a JSON document. */
export async function openDocument(path: string): Promise<Result<Opened>> {
  const read = await readModelPath(path);
  return read.ok ? succeed(openedAs(path, read.value)) : read;
}

/** What was read, under the name its path gives it. */
export function openedAs(path: string, { document, revision = "", problems }: ParsedSource): Opened {
  return { document, revision, problems, name: basename(path, extname(path)) };
}

/** The same for what has lines only: those of a project, or of a portfolio. */
export async function openLines(
  path: string,
  args: Pick<Arguments, "open" | "option" | "shelf" | "shouldStop">,
): Promise<Result<{ readonly prepared: Prepared; readonly revision: string }>> {
  const opened = await args.open(path);
  if (!opened.ok || opened.value.document.members === undefined) return openPrepared(path, args);
  const { document, revision } = opened.value;
  const prepared = preparePortfolioOnce(document, { engine: "record", shouldStop: args.shouldStop });
  return prepared.ok ? succeed({ prepared: prepared.value, revision }) : prepared;
}

/** A scenario of it made ready, with everything known to be wrong at opening among its problems. */
export async function openPrepared(
  path: string,
  { open, option, shelf, shouldStop }: Pick<Arguments, "open" | "option" | "shelf" | "shouldStop">,
): Promise<Result<{ readonly prepared: Prepared; readonly revision: string }>> {
  const opened = await open(path);
  if (!opened.ok) return opened;
  const { document, revision, problems } = opened.value;
  const prepared = prepareOnce(document, option("scenario"), shelf);
  if (!prepared.ok) return prepared;
  const all = mergeProblems(problems, prepared.value.problems);
  return succeed({ prepared: { ...prepared.value, problems: all, shouldStop }, revision });
}
