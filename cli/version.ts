import { readFileSync } from "node:fs";
import { rootFolder } from "./root.ts";

/** Version of the program, as its package says. */
export function programVersion(): string {
  const text = readFileSync(new URL("package.json", rootFolder), "utf8");
  const { version } = JSON.parse(text) as { readonly version: string };
  return version;
}

/** What saved files say they were written by. */
export function writtenBy(): string {
  return `pingheng ${programVersion()}`;
}
