import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Root folder of the checkout. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * A path inside the checkout.
 * @param {...string} parts
 */
export function inRoot(...parts) {
  return join(root, ...parts);
}

/** Folder the user called npm from: file names on the command line are meant from there, while npm itself moves to the root. */
export const calledFrom = process.env["INIT_CWD"] ?? process.cwd();
