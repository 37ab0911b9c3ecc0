import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readStamp } from "../../../app/about/stamp.ts";
import { buildStamp } from "../../../cli/setup/stamp.mjs";
import { versionLine } from "../../../cli/version.ts";

describe("the stamp of a build", () => {
  it("is that of the commit, or of the moment the builder names, and the same twice", async () => {
    const stamp = await buildStamp({ SOURCE_DATE_EPOCH: "1767225600" });
    expect(stamp).toEqual(await buildStamp({ SOURCE_DATE_EPOCH: "1767225600" }));
    expect(stamp.date).toBe("2026-01-01T00:00:00.000Z");
    expect((await buildStamp({ SOURCE_DATE_EPOCH: "yesterday" })).date).toBeUndefined();
  });

  it("is read as it was written, and not at all where it is damaged or missing", () => {
    const folder = mkdtempSync(join(tmpdir(), "pingheng-stamp-"));
    const path = join(folder, "build.json");
    const stamp = { commit: "a".repeat(40), modified: false, date: "2026-01-01T00:00:00.000Z" };
    writeFileSync(path, JSON.stringify({ version: "0.1.0", ...stamp }));
    expect(readStamp(path)).toEqual(stamp);
    for (const text of ["", "{", '{"commit":"<b>"}', '{"date":"soon"}', "[]"]) {
      writeFileSync(path, text);
      expect(readStamp(path), text).toBeUndefined();
    }
    rmSync(folder, { recursive: true });
    expect(readStamp(path)).toBeUndefined();
  });

  it("is what --version says", () => {
    expect(versionLine()).toMatch(/^pingheng \d+\.\d+\.\d+( \([0-9a-f]{12}\+?, \d{4}-\d\d-\d\dT.*Z\))?$/);
  });
});
