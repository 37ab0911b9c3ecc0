import { existsSync } from "node:fs";
import { basename, extname } from "node:path";
import { forecastOf, isForecastCell } from "../app/actuals/view.ts";
import { type Lock, locksIn } from "../app/bids/locks.ts";
import { isBidCell, prepareBidsOnce } from "../app/bids/prepare.ts";
import type { ParsedSource } from "../app/files/parse.ts";
import { type ReadDocument, readModelPath } from "../app/files/read.ts";
import { newShelf, prepareOnce } from "../app/model/prepare.ts";
import { preparePortfolioOnce } from "../app/portfolio/prepare.ts";
import type { Unlock, Vault } from "../db/vault/vault.ts";
import type { Prepared } from "../models/compile/prepare.ts";
import type { GraphShelf } from "../models/compile/shelf.ts";
import type { ModelDocument } from "../models/document/schema.ts";
import { mergeProblems } from "../models/wording/document.ts";
import { type Problem, type Result, succeed } from "../models/wording/problem.ts";
import type { Arguments } from "./arguments.ts";
import { sayProblems } from "./output.ts";

export interface Opened {
  readonly document: ModelDocument;
  /** Id of the revision in the file; of a `.json` document, the hash of its text. */
  readonly revision: string;
  readonly name: string;
  /** Known to be wrong when it was opened. */
  readonly problems: readonly Problem[];
  /** The lock of the file it came from. */
  readonly vault?: Vault;
  /** Every lock of the file it came from; none of a document that has no chain. */
  readonly locks: readonly Lock[];
  /** Since when the file holds work that was not saved, which is not what was opened. */
  readonly draft?: string;
}

/** `FILE@REVISION`; a file whose own name has the sign is meant before that. */
const AT = /^(.+)@([^@/\\]+)$/;

/** Opens FILE of the command line, a model file or a JSON document, or an earlier revision of it: FILE@REVISION. */
export async function openDocument(word: string, unlock?: Unlock): Promise<Result<Opened>> {
  const [, file, revision] = existsSync(word) ? [] : (AT.exec(word) ?? []);
  const path = file ?? word;
  const read = await readModelPath(path, { unlock, ...(revision === undefined ? {} : { revision }) });
  if (!read.ok) return read;
  const draft = revision === undefined ? read.value.file?.draft?.since : undefined;
  const vault = read.value.file?.vault;
  return succeed({
    ...openedAs(path, read.value),
    ...(vault === undefined ? {} : { vault }),
    ...(draft === undefined ? {} : { draft }),
  });
}

/** What was read, under the name its path gives it. */
export function openedAs(
  path: string,
  { document, revision = "", problems, file }: ParsedSource & Partial<Pick<ReadDocument, "file">>,
): Opened {
  return { document, revision, problems, name: basename(path, extname(path)), locks: locksIn(file?.entries ?? []) };
}

/** The same for what has lines only: those of a project, of a portfolio, or of the bids or the forecast where a cell of theirs is asked for. */
export async function openLines(
  path: string,
  args: Pick<Arguments, "open" | "option" | "shelf" | "shouldStop">,
  cell = "",
): Promise<Result<{ readonly prepared: Prepared; readonly revision: string }>> {
  const opened = await args.open(path);
  if (opened.ok && isBidCell(cell, opened.value.document)) {
    const { document, revision } = opened.value;
    const compared = prepareBidsOnce(document, { shouldStop: args.shouldStop });
    return compared.ok ? succeed({ prepared: compared.value, revision }) : compared;
  }
  if (opened.ok && isForecastCell(cell)) {
    const { document, revision } = opened.value;
    const question = { scenario: args.option("scenario"), shouldStop: args.shouldStop };
    const forecast = forecastOf(document, question, args.shelf);
    return forecast.ok ? succeed({ prepared: forecast.value.prepared, revision }) : forecast;
  }
  if (!opened.ok || opened.value.document.members === undefined) return openPrepared(path, args);
  const { document, revision } = opened.value;
  const prepared = preparePortfolioOnce(document, { engine: "record", shouldStop: args.shouldStop });
  return prepared.ok ? succeed({ prepared: prepared.value, revision }) : prepared;
}

/**
 * A project whose scenario an analysis is asked about: what is wrong with it is said before anything is answered of it, and what cannot be worked out at all is
 * refused, a portfolio too. The graph it was looked at with is on the shelf that comes along.
 */
export async function openProject(
  path: string,
  { open, option, shelf = newShelf(), lang }: Pick<Arguments, "open" | "option" | "shelf" | "lang">,
): Promise<Result<Opened & { readonly shelf: GraphShelf }>> {
  const opened = await open(path);
  if (!opened.ok) return opened;
  const prepared = prepareOnce(opened.value.document, option("scenario"), shelf);
  if (!prepared.ok) return prepared;
  sayProblems(mergeProblems(opened.value.problems, prepared.value.problems), lang);
  return succeed({ ...opened.value, shelf });
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
