import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { listAsar } from "./asar.ts";
import { readFuses, type Target } from "./electron-stand-in.ts";

/** A program as it is packed, before it goes into an installer. */
export interface Packed {
  readonly folder: string;
  readonly target: Target;
  readonly arch: "x64" | "arm64";
}

export const resourcesOf = ({ folder, target }: Packed): string =>
  target === "darwin" ? join(folder, "Pingheng.app", "Contents", "Resources") : join(folder, "resources");

export const archiveOf = (packed: Packed): string => join(resourcesOf(packed), "app.asar");

/** The file of Electron that holds its switches. */
function binaryOf({ folder, target }: Packed): string {
  if (target === "linux") return join(folder, "pingheng");
  if (target === "win32") return join(folder, "Pingheng.exe");
  const frameworks = join(folder, "Pingheng.app", "Contents", "Frameworks");
  return join(frameworks, "Electron Framework.framework", "Electron Framework");
}

/** Everything of ours, the storage binding with the binary of its system alone, and nothing else. */
export function expectContent(packed: Packed): void {
  const archived = listAsar(archiveOf(packed));
  expect(archived).toEqual(
    expect.arrayContaining([
      "package.json",
      "dist/build.json",
      "dist/electron/main.js",
      "dist/electron/preload.cjs",
      "dist/electron/model.worker.js",
      "dist/electron/reader.process.js",
      "dist/electron/highs.wasm",
      "dist/electron/licences.json",
      "dist/electron/licences-beside.json",
      "dist/renderer/index.html",
      "dist/renderer/licences.json",
      "node_modules/better-sqlite3/lib/index.js",
      "node_modules/better-sqlite3/LICENSE",
    ]),
  );
  const ours = /^(package\.json|dist\/build\.json|dist\/(electron|renderer)\/|node_modules\/better-sqlite3\/)/;
  expect(archived.filter((path) => !ours.test(path))).toEqual([]);
  expect(archived.filter((path) => /\.(tsx?|map|[ch]pp|[ch])$/.test(path))).toEqual([]);
  const binary = `node_modules/better-sqlite3/prebuilds/${packed.target}-${packed.arch}.node`;
  expect(archived.filter((path) => path.endsWith(".node"))).toEqual([binary]);
  expect(existsSync(join(`${archiveOf(packed)}.unpacked`, binary))).toBe(true);
  const resources = resourcesOf(packed);
  expect(existsSync(join(resources, "LICENSE"))).toBe(true);
  expect(readdirSync(join(resources, "examples"))).toContain("rebuild.json");
}

/** The switches that keep others from using the program as a plain Node, and from giving it another archive. */
export function expectFuses(packed: Packed): void {
  expect(readFuses(readFileSync(binaryOf(packed)))).toMatchObject({
    runAsNode: false,
    cookieEncryption: true,
    nodeOptions: false,
    nodeCliInspect: false,
    embeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  });
}

/** Licences of Electron and of what it contains, which both ask to be passed on. */
export function expectElectronLicences(packed: Packed): void {
  const folder = packed.target === "darwin" ? resourcesOf(packed) : packed.folder;
  for (const name of ["LICENSE.electron.txt", "LICENSES.chromium.html"])
    expect(readFileSync(join(folder, name), "utf8").length, name).toBeGreaterThan(0);
}
