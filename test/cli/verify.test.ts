import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jsonOf, pingheng } from "./support.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "pingheng-verify-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("verify", () => {
  it("recomputes a saved model from its own lines", async () => {
    const path = join(folder, "new.pingheng");
    expect((await pingheng(["new", path, "--from", "special-bond"])).status).toBe(0);
    const told = await pingheng(["verify", path, "--lang", "en"]);
    expect(told.status).toBe(0);
    expect(told.stdout).toMatch(/base: recomputed from the \d{3,} lines of the file; today's mechanisms agree/);
    const { revision, cannot, scenarios } = jsonOf(await pingheng(["verify", path, "--json"])) as {
      revision: string;
      cannot: unknown;
      scenarios: { id: string; lines: number; differences: unknown[] }[];
    };
    expect([revision, cannot]).toEqual([expect.stringMatching(/^[0-9a-f]{16}$/), null]);
    for (const { differences } of scenarios) expect(differences).toEqual([]);
    expect((await pingheng(["verify", path, "--revision", revision])).status).toBe(0);
  });

  it("of a file that holds no lines says so and exits 1; the file is not damaged", async () => {
    const path = join(folder, "old.pingheng");
    copyFileSync(new URL("../db/fixtures/layout-1.pingheng", import.meta.url), path);
    const told = await pingheng(["verify", path, "--lang", "en"]);
    expect(told).toMatchObject({ status: 1, stderr: "" });
    expect(told.stdout).toContain("today's mechanisms only");
  });

  it("needs a model file with the revision asked for", async () => {
    const path = join(folder, "old.pingheng");
    expect(await pingheng(["verify", path, "--revision", "0000"])).toMatchObject({ status: 2, stdout: "" });
    const json = await pingheng(["verify", "examples/rebuild.json"]);
    expect([json.status, json.stderr]).toEqual([3, expect.stringContaining("file.is_json")]);
  });
});
