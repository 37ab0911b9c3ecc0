import { existsSync } from "node:fs";
import type { ReadDocument } from "../app/files/read.ts";
import { type ToSave, writeModel } from "../app/files/write.ts";
import { appProblem } from "../app/problems.ts";
import { computedOnce } from "../app/revisions/computed.ts";
import type { ModelDocument } from "../models/document/schema.ts";
import type { Problem } from "../models/wording/problem.ts";
import type { Arguments } from "./arguments.ts";
import { printLine } from "./output.ts";
import { writtenBy } from "./version.ts";

/** A document that a command writes to a file. */
export function toSave(document: ModelDocument): ToSave {
  return { document, computed: () => computedOnce(document), now: new Date(), writtenBy: writtenBy() };
}

type Read = Pick<ReadDocument, "revision"> & { readonly file?: ReadDocument["file"] | undefined };

/** Writes a document back to the file it was read from: a revision of a model file, or JSON that nobody has changed meanwhile. */
export const saveBack = (path: string, { file, revision }: Read, document: ModelDocument) =>
  writeModel(path, toSave(document), file === undefined ? { jsonRevision: revision } : { stored: file });

/** Says where a command has written to. */
export const sayWritten = (path: string, { lang }: Pick<Arguments, "lang">): void =>
  printLine(lang === "zh" ? `已写入 ${path}` : `written to ${path}`);

/** A file that is there is replaced only where `--force` says so. */
export function overwriting(path: string, args: Pick<Arguments, "flag">): Problem | undefined {
  return existsSync(path) && !args.flag("force") ? appProblem("save.exists", path) : undefined;
}
