import { extname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const endings = new Set([".pingheng", ".json"]);

/** A local file's path; file managers of Linux may hand over its address instead. Undefined for any other address. */
function pathOf(given: string): string | undefined {
  if (!/^file:/i.test(given)) return given;
  try {
    return fileURLToPath(given);
  } catch {
    // On another computer, or not a well-formed address: no file of ours.
    return undefined;
  }
}

/**
 * The model file named on a command line, as an absolute path. Recognised by its ending, because Electron and the system
 * put their own arguments before and between ours.
 * @param folder what a relative path is relative to
 */
export function fileInArguments(args: readonly string[], folder: string): string | undefined {
  const paths = args.filter((arg) => !arg.startsWith("-")).map(pathOf);
  const found = paths.find(
    (path) => path !== undefined && !path.includes("\0") && endings.has(extname(path).toLowerCase()),
  );
  return found === undefined ? undefined : resolve(folder, found);
}
