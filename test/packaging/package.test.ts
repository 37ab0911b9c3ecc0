import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { captureChild } from "../../cli/setup/child.mjs";
import { inRoot } from "../../cli/setup/paths.mjs";
import { modelFileBytes } from "../../db/model-file.ts";
import { extractAsar } from "./asar.ts";
import { archiveOf, expectContent, expectElectronLicences, expectFuses, type Packed, resourcesOf } from "./content.ts";
import { type Target, writeElectronStandIn } from "./electron-stand-in.ts";

// Packages the built app around a stand-in for Electron's binary, for all systems: proves what we put into a package and
// how its switches are set, not that the result starts. What the stand-in cannot have is looked at after a real packaging.
const built = existsSync(inRoot("dist", "electron", "main.js")) && existsSync(inRoot("dist", "renderer", "index.html"));
const canPackage = built && process.platform === "linux";

interface Made {
  readonly target: Target;
  readonly flag: string;
  /** Folder of a packed program, by its architecture. */
  readonly folders: Readonly<Record<Packed["arch"], string>>;
  /** What only a real binary has room for. */
  readonly without: readonly string[];
}

const systems: readonly Made[] = [
  {
    target: "linux",
    flag: "--linux",
    folders: { x64: "linux-unpacked", arm64: "linux-arm64-unpacked" },
    without: [],
  },
  {
    target: "win32",
    flag: "--win",
    folders: { x64: "win-unpacked", arm64: "win-arm64-unpacked" },
    without: ["-c.disableAsarIntegrity=true", "-c.win.signAndEditExecutable=false"],
  },
  {
    target: "darwin",
    flag: "--mac",
    folders: { x64: "mac", arm64: "mac-arm64" },
    // Signing anew needs a Mac.
    without: ["-c.electronFuses.resetAdHocDarwinSignature=false"],
  },
];

const folder = mkdtempSync(join(tmpdir(), "pingheng-package-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function pack({ target, flag, without }: Made, out: string, archs: readonly Packed["arch"][]): Promise<void> {
  const { version } = JSON.parse(readFileSync(inRoot("node_modules", "electron", "package.json"), "utf8"));
  writeElectronStandIn(join(folder, target), version, target);
  const { status, output } = await captureChild(process.execPath, [
    inRoot("node_modules", "electron-builder", "cli.js"),
    ...[flag, "dir", ...archs.map((arch) => `--${arch}`)],
    `-c.electronDist=${join(folder, target)}`,
    `-c.directories.output=${join(folder, out)}`,
    ...without,
  ]);
  if (status !== 0) throw new Error(output);
}

describe.skipIf(!canPackage).each(systems)("a package for $target", (made) => {
  const packed = (arch: Packed["arch"]): Packed => ({
    folder: join(folder, made.target, "..", `${made.target}-out`, made.folders[arch]),
    target: made.target,
    arch,
  });
  beforeAll(() => pack(made, `${made.target}-out`, ["x64", "arm64"]));

  it.each(["x64", "arm64"] as const)("holds what is ours, and one binary: %s", (arch) => expectContent(packed(arch)));

  it.each(["x64", "arm64"] as const)("has its switches set: %s", (arch) => expectFuses(packed(arch)));

  it("brings only the two languages of the product", () => {
    const there =
      made.target === "darwin"
        ? readdirSync(resourcesOf(packed("x64"))).filter((name) => name.endsWith(".lproj"))
        : readdirSync(join(packed("x64").folder, "locales"));
    const [english, chinese] = made.target === "darwin" ? ["en.lproj", "zh_CN.lproj"] : ["en-US.pak", "zh-CN.pak"];
    expect(there).toEqual([english, chinese]);
  });

  // Of a Mac the licences lie beside the program that a stand-in folder is copied from; a real packaging is asked for them.
  it.skipIf(made.target === "darwin")("passes on the licences of Electron and Chromium", () =>
    expectElectronLicences(packed("arm64")),
  );
});

describe.skipIf(!canPackage)("the archive of a package", () => {
  const [linux] = systems as readonly [Made];
  const archive = () =>
    archiveOf({ folder: join(folder, "linux-out", linux.folders.x64), target: "linux", arch: "x64" });

  it("runs under plain Node with a stand-in for Electron, and opens, computes and saves a model", () => {
    // Inside the checkout nothing would show that a package is missing from the archive.
    const installed = join(folder, "installed");
    const extracted = join(installed, "app");
    extractAsar(archive(), extracted);
    cpSync(join(dirname(archive()), "examples"), join(installed, "examples"), { recursive: true });
    const data = mkdtempSync(join(folder, "data-"));
    const file = join(data, "旧城 一期.pingheng");
    const document = readFileSync(inRoot("examples", "infill.json"), "utf8");
    const draft = { createdAt: "2026-03-01T00:00:00Z", author: "王工", document, writtenBy: "test" };
    const bytes = modelFileBytes(draft, file);
    if (!bytes.ok) throw new Error("the model file could not be made");
    writeFileSync(file, bytes.value);
    const fake = (name: string) => fileURLToPath(new URL(`../electron/fake/${name}`, import.meta.url));
    const said = execFileSync(
      process.execPath,
      ["--import", fake("hook.ts"), fake("drive.ts"), join(extracted, "dist", "electron"), data, file],
      { cwd: extracted, encoding: "utf8" },
    );
    const report = JSON.parse(said.trim().split("\n").at(-1) ?? "");
    expect(report.model.name).toBe("旧城 一期");
    expect(report.model.verdicts).toContain("B2");
    expect(report.opened).toBe("存");
    expect(report.host.value.build.commit).toMatch(/^[0-9a-f]{40}$/);
    expect(report.licences.length).toBeGreaterThan(70);
    expect(report.licences).toEqual(expect.arrayContaining(["electron", "better-sqlite3", "react", "mathjs"]));
    expect(report.done.at(-1)).toBe("quit");
  });

  it("is the same, byte for byte, when it is packed again", async () => {
    await pack(linux, "again", ["x64"]);
    const hash = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");
    const again = archiveOf({ folder: join(folder, "again", linux.folders.x64), target: "linux", arch: "x64" });
    expect(hash(again)).toBe(hash(archive()));
  });
});
