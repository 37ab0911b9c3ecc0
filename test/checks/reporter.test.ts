import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { captureChild } from "../../cli/setup/child.mjs";
import { inRoot } from "../../cli/setup/paths.mjs";
import { plant } from "./plant.ts";

const head = 'import { describe, it, expect } from "vitest";\n';

/** Runs a planted test folder with our reporter; returns its count and what it printed. */
async function run(files: Record<string, string>) {
  const folder = plant({ "vitest.config.ts": "export default {};\n", ...files });
  const summary = join(folder, "summary.json");
  const args = [inRoot("node_modules", "vitest", "vitest.mjs"), "run", "--root", folder];
  const { output, status } = await captureChild(
    process.execPath,
    [...args, `--reporter=${inRoot("test", "checks", "reporter.ts")}`],
    { env: { ...process.env, PINGHENG_TEST_SUMMARY: summary } },
  );
  return { count: JSON.parse(readFileSync(summary, "utf8")), output, status };
}

describe("the counting reporter", () => {
  it("counts passed, failed and skipped tests and says why they were skipped", async () => {
    const text = `${head}
      it("a", () => expect(1).toBe(1));
      it("b", () => expect(1).toBe(2));
      it.skip("c", () => {});
      it("d", (context) => context.skip("needs chromium"));
      it("e", (context) => context.skip("needs chromium"));`;
    const { count, output } = await run({ "a.test.ts": text });
    expect(count).toEqual({
      passed: 1,
      failed: 1,
      skipped: 3,
      failedFiles: { "a.test.ts": { passed: 1, failed: 1, skipped: 3 } },
    });
    expect(output).toContain("2 skipped: needs chromium");
    expect(output).toContain("1 skipped: a.test.ts: c");
  });

  it.each([
    ["a file that cannot be loaded", 'import "./gone.ts";\n'],
    [
      "a hook that throws",
      `${head}import { afterAll } from "vitest"; afterAll(() => { throw new Error("x"); }); it("a", () => {});`,
    ],
    [
      "an error outside any test",
      `${head}it("a", async () => { setTimeout(() => { throw new Error("x"); }, 0); await new Promise((r) => setTimeout(r, 50)); });`,
    ],
  ])("counts %s as a failure", async (_name, text) => {
    const { count, status } = await run({ "a.test.ts": text });
    expect(count.failed).toBeGreaterThan(0);
    expect(status).not.toBe(0);
  });

  it("counts no failure where there is none", async () => {
    expect((await run({ "a.test.ts": `${head}it("a", () => {});` })).count).toEqual({
      passed: 1,
      failed: 0,
      skipped: 0,
      failedFiles: {},
    });
  });
});
