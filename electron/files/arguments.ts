import { extname, resolve } from "node:path";

const endings = new Set([".pingheng", ".json"]);

/**
 * The model file named on a command line, as an absolute path. Recognised by its ending, because Electron and the system
 * put their own arguments before and between ours.
 * @param folder what a relative path is relative to
 */
export function fileInArguments(args: readonly string[], folder: string): string | undefined {
  const found = args.find((arg) => !arg.startsWith("-") && endings.has(extname(arg).toLowerCase()));
  return found === undefined ? undefined : resolve(folder, found);
}
