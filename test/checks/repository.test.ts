import { readFileSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { inRoot, root } from "../../cli/setup/paths.mjs";
import { rules } from "./rules/index.ts";
import { licenceFindings, shippedPackages } from "./rules/licences.ts";
import { lonelyLanguageFiles } from "./rules/wording.ts";
import { listFiles, readSources } from "./sources.ts";

const files = listFiles(root);
const sources = readSources(root);

describe("the sources", () => {
  it("are seen by the rules", () => {
    expect(sources.length).toBeGreaterThan(20);
  });

  it.each(rules)("keep: $name", (rule) => {
    const findings = sources.flatMap((source) => rule.check(source));
    expect(findings.map(({ path, line, message }) => `${path}:${line} ${message}`)).toEqual([]);
  });

  it("have every wording file in both languages", () => {
    expect(lonelyLanguageFiles(files)).toEqual([]);
  });

  it("hold no large files", () => {
    const large = files.filter((path) => statSync(inRoot(path)).size > 1_000_000);
    expect(large).toEqual([]);
  });
});

describe("the packages", () => {
  it("that are shipped have licences that allow it", () => {
    const names = [...new Set(["better-sqlite3", "electron", ...shippedPackages(sources)])];
    const { seen, findings } = licenceFindings(root, names);
    expect(findings).toEqual([]);
    expect(seen).toBeGreaterThan(1);
  });

  it("are pinned to exact versions, and the lock file names no registry", () => {
    const manifest = JSON.parse(readFileSync(inRoot("package.json"), "utf8"));
    const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.overrides });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(String(version)))).toEqual([]);
    expect(readFileSync(inRoot("package-lock.json"), "utf8")).not.toContain('"resolved"');
  });

  it("leave the storage binding as the only one that is not bundled", () => {
    const manifest = JSON.parse(readFileSync(inRoot("package.json"), "utf8"));
    expect(Object.keys(manifest.dependencies)).toEqual(["better-sqlite3"]);
  });
});

describe("the guides", () => {
  it("name only npm scripts that exist", () => {
    const scripts = Object.keys(JSON.parse(readFileSync(inRoot("package.json"), "utf8")).scripts);
    const named = ["README.md", "AGENTS.md"].flatMap((path) => [
      ...readFileSync(inRoot(path), "utf8").matchAll(/\bnpm (?:run (?:-s )?)?([a-z][\w-]*)/g),
    ]);
    expect(named.length).toBeGreaterThan(10);
    const unknown = named.map(([, name]) => name ?? "").filter((name) => !scripts.includes(name));
    expect(unknown.filter((name) => !["install", "ci", "config", "run"].includes(name))).toEqual([]);
  });
});
