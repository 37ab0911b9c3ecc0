import { dirname } from "node:path";
import { diskProblem } from "../../models/wording/file.ts";
import { fail, type Problem, type Result } from "../../models/wording/problem.ts";
import { errnoOf } from "./disk.ts";

const fullErrnos = new Set(["ENOSPC", "EDQUOT", "EFBIG"]);
const busyErrnos = new Set(["EBUSY", "ETXTBSY"]);

function problemOf(errno: string, path: string, doing: "reading" | "writing"): Problem {
  const folder = dirname(path);
  if (fullErrnos.has(errno)) return diskProblem("full", {}, path);
  if (busyErrnos.has(errno)) return diskProblem("in_use", {}, path);
  if (errno === "ENOENT" || errno === "ENOTDIR") {
    return doing === "reading" ? diskProblem("missing", {}, path) : diskProblem("folder_missing", { folder }, path);
  }
  if (errno === "EACCES" || errno === "EPERM") {
    return doing === "reading"
      ? diskProblem("no_permission", {}, path)
      : diskProblem("folder_no_permission", { folder }, path);
  }
  if (errno === "EROFS") return diskProblem("read_only", {}, path);
  if (errno === "EISDIR") return diskProblem("is_folder", {}, path);
  if (errno === "ENAMETOOLONG") return diskProblem("name_too_long", {}, path);
  return diskProblem("io", { errno }, path);
}

/** Runs `work`, turning what the operating system reports into a problem; anything else is our own error and thrown. */
export async function withDiskProblems<T>(
  path: string,
  doing: "reading" | "writing",
  work: () => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === undefined) throw error;
    return fail(problemOf(errno, path, doing));
  }
}
