import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readStamp } from "../app/about/stamp.ts";
import type { BuildInfo } from "../app/contract.ts";
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

/** State of the sources, as set-up has noted it last. */
export function programBuild(): BuildInfo | undefined {
  return readStamp(fileURLToPath(new URL("dist/build.json", rootFolder)));
}

/** What `--version` says: version, commit and time. */
export function versionLine(): string {
  const { commit, modified = false, date } = programBuild() ?? {};
  const parts = [commit === undefined ? "" : `${commit.slice(0, SHORT)}${modified ? "+" : ""}`, date ?? ""];
  const known = parts.filter((part) => part !== "").join(", ");
  return `pingheng ${programVersion()}${known === "" ? "" : ` (${known})`}`;
}

const SHORT = 12;

/** Licences of what is in this program and in the face it serves. */
export function licenceFiles(face: string): readonly string[] {
  const beside = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
  return [join(face, "licences.json"), beside("licences.json"), beside("licences-beside.json")];
}
