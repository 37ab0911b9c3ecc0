import { existsSync } from "node:fs";
import type { ToSave } from "../app/files/write.ts";
import { appProblem } from "../app/problems.ts";
import { computedOnce } from "../app/revisions/computed.ts";
import type { ModelDocument } from "../models/document/schema.ts";
import type { Problem } from "../models/wording/problem.ts";
import type { Arguments } from "./arguments.ts";
import { writtenBy } from "./version.ts";

/** A document that a command writes to a file. */
export function toSave(document: ModelDocument): ToSave {
  return { document, computed: () => computedOnce(document), now: new Date(), writtenBy: writtenBy() };
}

/** A file that is there is replaced only where `--force` says so. */
export function overwriting(path: string, args: Pick<Arguments, "flag">): Problem | undefined {
  return existsSync(path) && !args.flag("force") ? appProblem("save.exists", path) : undefined;
}
