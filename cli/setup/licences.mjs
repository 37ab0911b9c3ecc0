// The licences of what is bundled are collected by Vite itself; what is shipped beside the bundle is added here.
import { existsSync, readFileSync } from "node:fs";
import { inRoot } from "./paths.mjs";

/** Vite's option: every bundled package with its licence. */
export const bundledLicences = { fileName: "licences.json" };

/** @param {string} name a package that is installed @param {string} [more] what else is to be said of it */
function licenceOf(name, more = "") {
  const folder = (/** @type {string} */ file) => inRoot("node_modules", name, file);
  const { version, license } = JSON.parse(readFileSync(folder("package.json"), "utf8"));
  const file = ["LICENSE", "LICENSE.md", "LICENSE.txt", "license"].find((one) => existsSync(folder(one)));
  if (file === undefined) throw new Error(`${name} comes without the text of its licence`);
  return { name, version, identifier: license, text: `${readFileSync(folder(file), "utf8").trim()}\n${more}` };
}

const SQLITE = "\nIt contains SQLite, which its authors have put into the public domain.\n";
const CHROMIUM =
  "\nElectron contains Chromium, Node.js and V8. Their licences are in the file LICENSES.chromium.html of the installed program.\n";

/**
 * @param {{desktop?: boolean}} [options] `desktop`: Electron is shipped too
 * @returns {import("vite").Plugin} writes the licences of packages that are shipped without being bundled
 */
export function licencesBeside({ desktop = false } = {}) {
  return {
    name: "licences-beside",
    generateBundle() {
      const all = [licenceOf("better-sqlite3", SQLITE), ...(desktop ? [licenceOf("electron", CHROMIUM)] : [])];
      this.emitFile({ type: "asset", fileName: "licences-beside.json", source: JSON.stringify(all) });
    },
  };
}
