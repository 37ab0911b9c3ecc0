import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { inRoot } from "../../cli/setup/paths.mjs";

const text = readFileSync(inRoot("CHANGELOG.md"), "utf8");
const lines = text.split("\n");
const SECTIONS = ["新增 Added", "变更 Changed", "弃用 Deprecated", "移除 Removed", "修复 Fixed", "安全 Security"];
const heads = lines.filter((line) => line.startsWith("## ")).map((line) => line.slice(3));
const entries = lines.filter((line) => line.startsWith("- "));

/** Numbers of a version, for comparison. */
const numbersOf = (version: string): readonly number[] => version.split(".").map(Number);

function isNewer(a: string, b: string): boolean {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  const differing = left.findIndex((part, i) => part !== right[i]);
  return differing >= 0 && (left[differing] ?? 0) > (right[differing] ?? 0);
}

describe("the changelog", () => {
  it("begins with what is not released, then versions with their dates, newest first", () => {
    expect(heads[0]).toBe("[Unreleased]");
    const released = heads.slice(1).map((head) => /^\[(\d+\.\d+\.\d+)\] - (\d{4}-\d{2}-\d{2})$/.exec(head));
    expect(released).not.toContain(null);
    const versions = released.map((match) => match?.[1] ?? "");
    const dates = released.map((match) => match?.[2] ?? "");
    for (const [i, version] of versions.slice(1).entries()) expect(isNewer(versions[i] ?? "", version)).toBe(true);
    expect(dates).toEqual(dates.toSorted().reverse());
    for (const date of dates) expect(new Date(date).toISOString().slice(0, 10)).toBe(date);
  });

  it("has the version of the package", () => {
    const { version } = JSON.parse(readFileSync(inRoot("package.json"), "utf8"));
    expect(heads[1]).toMatch(`[${version}]`);
  });

  it("names its sections as agreed, each once a version and none empty", () => {
    for (const version of text.split(/^## /m).slice(1)) {
      const sections = version.split(/^### /m).slice(1);
      const names = sections.map((section) => section.split("\n")[0] ?? "");
      expect(names.filter((name) => !SECTIONS.includes(name))).toEqual([]);
      expect(names).toEqual([...new Set(names)]);
      for (const section of sections) expect(section).toMatch(/^- /m);
    }
  });

  it("says everything in both languages, shortly, Chinese first", () => {
    expect(entries.length).toBeGreaterThan(5);
    for (const entry of entries) {
      const [zh = "", en = "", ...more] = entry.slice(2).split(" · ");
      expect(more, entry).toEqual([]);
      expect(zh, entry).toMatch(/\p{Script=Han}/u);
      expect(en, entry).toMatch(/^[A-Z]/);
      expect(en, entry).not.toMatch(/\p{Script=Han}|\.$/u);
      expect(entry.length, entry).toBeLessThan(240);
    }
  });
});
