import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { commandLine } from "../../cli/setup/build.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));

function run(program: string, ...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], { cwd: root, encoding: "utf8" });
  return { status, stdout, stderr };
}

describe("the bundled command line", () => {
  it("is built once for the same sources", async () => {
    const program = await commandLine(process.execPath);
    expect(existsSync(program)).toBe(true);
    expect(await commandLine(process.execPath)).toBe(program);
  });

  it.each([
    ["evaluate", "examples/new-build.json", "--json", "--engine", "kernel"],
    ["evaluate", "examples/nowhere.json"],
    // The linear solver's code lies beside the bundle.
    ["advise", "test/analysis/cliff.json", "--until", "balance.static>=29300000", "--alternatives", "1", "--json"],
    ["help"],
  ])("answers as the sources do: %s %s", async (...words) => {
    const program = await commandLine(process.execPath);
    expect(run(program, ...words)).toEqual(run("cli/main.ts", ...words));
  });
});
