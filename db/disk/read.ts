import { basename } from "node:path";
import { diskProblem, fileProblem } from "../../models/wording/file.ts";
import { fail, type Result, succeed } from "../../models/wording/problem.ts";
import { limits } from "../layout/limits.ts";
import { realDisk } from "./disk.ts";
import { withDiskProblems } from "./problem.ts";

/**
 * Reads a whole file that must be a regular one within a size limit, which is checked before anything is read.
 * @returns its bytes, or why it cannot be read
 */
export function readBounded(path: string, limit: number): Promise<Result<Uint8Array>> {
  return withDiskProblems(path, "reading", async () => {
    const facts = await realDisk.facts(path);
    if (facts === undefined) return fail(diskProblem("missing", {}, path));
    if (facts.kind === "folder") return fail(diskProblem("is_folder", {}, path));
    if (facts.kind === "other") return fail(diskProblem("not_regular", {}, path));
    if (facts.bytes > limit) return fail(fileProblem("too_large", { bytes: facts.bytes, limit }, path));
    return succeed(await realDisk.read(path));
  });
}

/**
 * Reads the bytes of a model file. Pingheng replaces files as a whole, so that a journal or a write-ahead log beside
 * one is the work of another program, and the file alone may be half of the truth.
 */
export function readModelBytes(path: string): Promise<Result<Uint8Array>> {
  return withDiskProblems(path, "reading", async () => {
    for (const ending of ["-journal", "-wal"]) {
      const beside = await realDisk.facts(`${path}${ending}`);
      if (beside !== undefined && beside.bytes > 0) {
        return fail(fileProblem("unfinished", { beside: basename(`${path}${ending}`) }, path));
      }
    }
    return readBounded(path, limits.fileBytes);
  });
}
