import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { writeEmptyAsar } from "./asar.ts";

export type Target = "linux" | "win32" | "darwin";

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

const plist = (executable: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0"><dict><key>CFBundleExecutable</key><string>${executable}</string></dict></plist>\n`;

const languages = ["zh-CN", "en-US", "fr"];
const appleLanguages = ["zh_CN", "en", "fr"];

function write(path: string, contents: string | Buffer = "", mode = 0o644): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, contents, { mode });
}

/** A folder that the packager takes for a build of Electron: no program, but its fuse wire and file names. */
export function writeElectronStandIn(folder: string, version: string, target: Target = "linux"): void {
  const wire = Buffer.concat([
    Buffer.from(sentinel),
    Buffer.from([1, deliveredWire.length]),
    Buffer.from(deliveredWire),
  ]);
  const binary = Buffer.concat([Buffer.alloc(64), wire, Buffer.alloc(64)]);
  write(join(folder, "version"), version);
  write(join(folder, "LICENSE"), "Electron's licence");
  write(join(folder, "LICENSES.chromium.html"), "Chromium's licences");
  if (target === "darwin") {
    const contents = join(folder, "Electron.app", "Contents");
    const frameworks = join(contents, "Frameworks");
    write(join(contents, "Info.plist"), plist("Electron"));
    write(join(contents, "MacOS", "Electron"), "", 0o755);
    mkdirSync(join(contents, "Resources"), { recursive: true });
    writeEmptyAsar(join(contents, "Resources", "default_app.asar"));
    for (const language of appleLanguages) {
      write(join(contents, "Resources", `${language}.lproj`, "locale.pak"));
      write(
        join(
          frameworks,
          "Electron Framework.framework",
          "Versions",
          "A",
          "Resources",
          `${language}.lproj`,
          "locale.pak",
        ),
      );
    }
    write(join(frameworks, "Electron Framework.framework", "Electron Framework"), binary, 0o755);
    write(join(frameworks, "Electron Helper.app", "Contents", "Info.plist"), plist("Electron Helper"));
    write(join(frameworks, "Electron Helper.app", "Contents", "MacOS", "Electron Helper"), "", 0o755);
    return;
  }
  write(join(folder, target === "win32" ? "electron.exe" : "electron"), binary, 0o755);
  for (const language of languages) write(join(folder, "locales", `${language}.pak`));
  mkdirSync(join(folder, "resources"), { recursive: true });
  writeEmptyAsar(join(folder, "resources", "default_app.asar"));
}

/** Reads the fuse wire of a binary. */
export function readFuses(binary: Buffer): Record<string, boolean> {
  const start = binary.indexOf(sentinel);
  if (start < 0) throw new Error("no fuse wire in the binary");
  const wire = binary.subarray(start + sentinel.length + 2);
  return Object.fromEntries(fuseNames.map((name, index) => [name, String.fromCharCode(wire[index] ?? 0) === "1"]));
}
