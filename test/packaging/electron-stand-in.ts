import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeEmptyAsar } from "./asar.ts";

/** The bytes by which the fuse tool finds the switches in Electron's binary. */
const sentinel = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";

/** Electron's switches in the order of its fuse wire. */
const fuseNames = [
  "runAsNode",
  "cookieEncryption",
  "nodeOptions",
  "nodeCliInspect",
  "embeddedAsarIntegrityValidation",
  "onlyLoadAppFromAsar",
  "loadBrowserProcessSpecificV8Snapshot",
  "grantFileProtocolExtraPrivileges",
  "wasmTrapHandlers",
];

/** Electron as it is delivered: switches 1 and 0 in wire order. */
const deliveredWire = "101100011";

/** A folder that the packager takes for a Linux build of Electron: no program, but its fuse wire and file names. */
export function writeElectronStandIn(folder: string, version: string): void {
  mkdirSync(join(folder, "resources"), { recursive: true });
  mkdirSync(join(folder, "locales"));
  const wire = Buffer.concat([
    Buffer.from(sentinel),
    Buffer.from([1, deliveredWire.length]),
    Buffer.from(deliveredWire),
  ]);
  writeFileSync(join(folder, "electron"), Buffer.concat([Buffer.alloc(64), wire, Buffer.alloc(64)]), { mode: 0o755 });
  writeFileSync(join(folder, "version"), version);
  writeFileSync(join(folder, "LICENSE"), "");
  writeFileSync(join(folder, "LICENSES.chromium.html"), "");
  for (const language of ["zh-CN", "en-US", "fr"]) writeFileSync(join(folder, "locales", `${language}.pak`), "");
  writeEmptyAsar(join(folder, "resources", "default_app.asar"));
}

/** Reads the fuse wire of a binary. */
export function readFuses(binary: Buffer): Record<string, boolean> {
  const start = binary.indexOf(sentinel);
  if (start < 0) throw new Error("no fuse wire in the binary");
  const wire = binary.subarray(start + sentinel.length + 2);
  return Object.fromEntries(fuseNames.map((name, index) => [name, String.fromCharCode(wire[index] ?? 0) === "1"]));
}
