import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { writeChecksums } from "../../cli/setup/checksums.mjs";
import { inRoot } from "../../cli/setup/paths.mjs";

interface Step {
  readonly name: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
}

const text = readFileSync(inRoot(".github", "workflows", "release.yml"), "utf8");
const workflow = parse(text) as {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly jobs: {
    readonly package: {
      readonly "runs-on": string;
      readonly strategy: { readonly matrix: { readonly include: readonly Readonly<Record<string, string>>[] } };
      readonly steps: readonly Step[];
    };
  };
};
const job = workflow.jobs.package;
const place = (name: string): number => job.steps.findIndex((step) => step.name === name);
const stepOf = (name: string): Step => {
  const step = job.steps[place(name)];
  if (step === undefined) throw new Error(`no step ${name}`);
  return step;
};

describe("the release workflow", () => {
  it("runs on the three systems", () => {
    const { include } = job.strategy.matrix;
    expect(include.map(({ system, packager }) => [system, packager])).toEqual([
      ["linux", "--linux"],
      ["windows", "--win"],
      ["mac", "--mac"],
    ]);
    expect(include.map(({ runner }) => runner)).toEqual(["ubuntu-latest", "windows-latest", "macos-latest"]);
    expect(job["runs-on"]).toContain("matrix.runner");
  });

  it("builds, tests, tries the real Electron, packages, looks at what was packaged and sums it up, in this order", () => {
    const order = [
      "Check out",
      "Node.js",
      "Date of the commit",
      "Build",
      "Electron",
      "Every check and test",
      "The shell in the real Electron",
      "Package",
      "What was packaged",
      "Checksums",
      "Installers",
    ].map(place);
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(stepOf("Every check and test").run).toBe("npm test");
    expect(stepOf("The shell in the real Electron")).toMatchObject({
      run: expect.stringMatching(/npm test -- test\/electron\/real\.test\.ts$/),
      env: { PINGHENG_REAL: "required" },
    });
    expect(stepOf("Package").run).toMatch(/electron-builder.* --publish never$/);
    expect(stepOf("What was packaged")).toMatchObject({
      run: expect.stringMatching(/npm test -- test\/packaging\/packed\.test\.ts$/),
      env: { PINGHENG_PACKED: "dist/packages" },
    });
    expect(stepOf("Date of the commit").run).toContain("SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)");
    const kept = String(stepOf("Installers").with?.["path"]);
    for (const ending of [".AppImage", ".deb", ".exe", ".dmg", "SHA256SUMS-*.txt"]) expect(kept).toContain(ending);
  });

  it("strictly on Linux, where a missing tool is a failure", () => {
    expect(job.strategy.matrix.include.map(({ strict }) => strict)).toEqual(["true", "false", "false"]);
  });

  it("runs for tags and by hand alone, may write nothing, has no secret and names no host", () => {
    expect(Object.keys(workflow.on).sort()).toEqual(["push", "workflow_dispatch"]);
    expect(workflow.permissions).toEqual({ contents: "read" });
    expect(text).not.toMatch(/secrets\.|https?:\/\/|registry|mirror/i);
    expect(stepOf("Check out").with).toEqual({ "persist-credentials": false });
  });
});

describe("the sums of installers", () => {
  it("are those of every installer and of nothing else, as sha256sum reads them", async () => {
    const folder = mkdtempSync(join(tmpdir(), "pingheng-sums-"));
    for (const name of ["b.deb", "a.AppImage", "builder-debug.yml", "latest.yml"])
      writeFileSync(join(folder, name), "abc");
    // The published example of the standard.
    const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    expect(await writeChecksums(folder, "SUMS")).toBe(`${abc}  a.AppImage\n${abc}  b.deb\n`);
    expect(readFileSync(join(folder, "SUMS"), "utf8")).toContain("b.deb");
    rmSync(folder, { recursive: true });
  });

  it("are not written where there is no installer", async () => {
    const folder = mkdtempSync(join(tmpdir(), "pingheng-sums-"));
    await expect(writeChecksums(folder, "SUMS")).rejects.toThrow("no installer");
    rmSync(folder, { recursive: true });
  });
});

interface Target {
  readonly target: string;
  readonly arch: readonly string[];
}

interface Packager {
  readonly asar: boolean;
  readonly npmRebuild: boolean;
  readonly publish: null;
  readonly nsis: Readonly<Record<string, unknown>>;
  readonly fileAssociations: readonly Readonly<Record<string, string>>[];
  readonly electronFuses: Readonly<Record<string, boolean>>;
  readonly linux: System;
  readonly win: System;
  readonly mac: System;
}
interface System {
  readonly target: readonly Target[];
  readonly files: readonly string[];
  readonly artifactName: string;
}

describe("the configuration of the packager", () => {
  const source = readFileSync(inRoot("electron-builder.yml"), "utf8");
  const config = parse(source) as Packager;
  const systems = [
    ["linux", config.linux, ["AppImage", "deb"]],
    ["win32", config.win, ["nsis"]],
    ["darwin", config.mac, ["dmg"]],
  ] as const;

  it.each(systems)("has for %s its installers, for both architectures", (_name, { target, artifactName }, wanted) => {
    expect(target).toEqual(wanted.map((name) => ({ target: name, arch: ["x64", "arm64"] })));
    expect(artifactName).toContain("$" + "{arch}");
  });

  it.each(systems)("names the binary of %s, not of the machine that builds", (name, { files }) => {
    expect(files.slice(0, 4)).toEqual(["package.json", "dist/build.json", "dist/electron/**", "dist/renderer/**"]);
    expect(files).toContain(`!node_modules/better-sqlite3/prebuilds/!(${name}-\${arch}).node`);
    expect(source).not.toMatch(/\$\{(platform|os)\}/);
  });

  it("sets the switches of Electron, and rebuilds and publishes nothing", () => {
    expect(config.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
      resetAdHocDarwinSignature: true,
    });
    expect([config.asar, config.npmRebuild, config.publish]).toEqual([true, false, null]);
  });

  it("opens model files, and leaves drafts and keys where they are when the program is removed", () => {
    expect(config.fileAssociations).toMatchObject([{ ext: "pingheng", role: "Editor" }]);
    expect(config.nsis).toMatchObject({ deleteAppDataOnUninstall: false, perMachine: false, oneClick: false });
  });

  it("has the mark of the program in the forms the systems want", () => {
    const icon = (name: string) => readFileSync(inRoot("electron", "icons", name));
    expect(icon("icon.icns").subarray(0, 4).toString()).toBe("icns");
    expect([...icon("icon.ico").subarray(0, 6)]).toEqual([0, 0, 1, 0, 6, 0]);
    const png = icon("linux/512x512.png");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([512, 512]);
  });
});
