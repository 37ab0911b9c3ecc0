import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { captureChild } from "../../cli/setup/child.mjs";
import { inRoot } from "../../cli/setup/paths.mjs";
import { listAsar } from "./asar.ts";
import { readFuses, writeElectronStandIn } from "./electron-stand-in.ts";

// Packages the built app around a stand-in for Electron's binary: proves what we put into a package and how its
// switches are set, not that the result starts.
const built = existsSync(inRoot("dist", "electron", "main.js")) && existsSync(inRoot("dist", "renderer", "index.html"));
const canPackage = built && process.platform === "linux";

describe.skipIf(!canPackage)("a package for Linux", () => {
  let folder = "";
  let unpacked = "";
  let archived: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "pingheng-package-"));
    const { version } = JSON.parse(readFileSync(inRoot("node_modules", "electron", "package.json"), "utf8"));
    writeElectronStandIn(join(folder, "electron"), version);
    const { status, output } = await captureChild(process.execPath, [
      inRoot("node_modules", "electron-builder", "cli.js"),
      "--linux",
      "dir",
      `-c.electronDist=${join(folder, "electron")}`,
      `-c.directories.output=${join(folder, "out")}`,
    ]);
    if (status !== 0) throw new Error(output);
    const name = readdirSync(join(folder, "out")).find(
      (entry) => entry.startsWith("linux") && entry.endsWith("unpacked"),
    );
    unpacked = join(folder, "out", name ?? "linux-unpacked");
    archived = listAsar(join(unpacked, "resources", "app.asar"));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("holds the shell, the face and the storage binding", () => {
    expect(archived).toEqual(
      expect.arrayContaining([
        "package.json",
        "dist/electron/main.js",
        "dist/electron/preload.cjs",
        "dist/renderer/index.html",
        "node_modules/better-sqlite3/lib/index.js",
      ]),
    );
  });

  it("holds exactly one binary, that of its platform, outside the archive", () => {
    const binary = `node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`;
    expect(archived.filter((path) => path.endsWith(".node"))).toEqual([binary]);
    expect(existsSync(join(unpacked, "resources", "app.asar.unpacked", binary))).toBe(true);
  });

  it("holds no sources, tests or other packages", () => {
    const foreign = archived.filter(
      (path) => !/^(package\.json|dist\/(electron|renderer)\/|node_modules\/better-sqlite3\/)/.test(path),
    );
    expect(foreign).toEqual([]);
    expect(archived.filter((path) => /\.(tsx?|map|[ch]pp)$/.test(path))).toEqual([]);
  });

  it("brings the examples and only the two languages of the product", () => {
    expect(readdirSync(join(unpacked, "resources", "examples"))).toContain("rebuild.json");
    expect(readdirSync(join(unpacked, "locales"))).toEqual(["en-US.pak", "zh-CN.pak"]);
  });

  it("has the switches set that keep others from using it as a plain Node", () => {
    expect(readFuses(readFileSync(join(unpacked, "pingheng")))).toEqual({
      runAsNode: false,
      cookieEncryption: true,
      nodeOptions: false,
      nodeCliInspect: false,
      embeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
      wasmTrapHandlers: true,
    });
  });
});

describe("the list of files to package", () => {
  it("names each platform's own binary, not the building machine's", () => {
    const text = readFileSync(inRoot("electron-builder.yml"), "utf8");
    for (const platform of ["linux", "win32", "darwin"]) {
      expect(text).toContain(`"!node_modules/better-sqlite3/prebuilds/!(${platform}-\${arch}).node"`);
    }
    expect(text).not.toMatch(/\$\{(platform|os)\}/);
  });
});
