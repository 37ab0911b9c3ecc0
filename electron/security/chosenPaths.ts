import { resolve } from "node:path";
import { fieldOf } from "../ipc/fields.ts";

/** What a call wants with the file it names. */
type Want = "read" | "write";

/** Calls that name a file by its path. */
const WANTS: Readonly<Record<string, Want>> = {
  openPath: "read",
  merge: "read",
  importSheets: "read",
  mapTables: "read",
  saveAs: "write",
};

/**
 * 用户选定的文件: what was picked in a dialog, dropped, handed over by the system or listed among the recent files. A page that was talked into something can name
 * no others: it neither reads nor replaces a file nobody pointed at.
 */
export class ChosenPaths {
  readonly #chosen: Record<Want, Set<string>> = { read: new Set(), write: new Set() };

  /** What may be read, such as a file that was dropped. */
  read(path: string): void {
    this.#chosen.read.add(resolve(path));
  }

  /** What was picked to be written may be read too. */
  write(path: string): void {
    this.#chosen.write.add(resolve(path));
    this.read(path);
  }

  mayRead(path: string): boolean {
    return !path.includes("\0") && this.#chosen.read.has(resolve(path));
  }

  /** The path a call names and nobody has chosen, if it does. */
  refused(name: string, args: unknown): string | undefined {
    const want = Object.hasOwn(WANTS, name) ? WANTS[name] : undefined;
    const path = fieldOf(args, "path");
    // What is no text is refused by the application itself.
    if (want === undefined || typeof path !== "string" || path.includes("\0")) return undefined;
    return this.#chosen[want].has(resolve(path)) ? undefined : path;
  }
}
