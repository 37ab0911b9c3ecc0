import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { captureChild } from "../../cli/setup/child.mjs";
import { inRoot } from "../../cli/setup/paths.mjs";
import { checkSteps, runSteps } from "../../cli/setup/steps.mjs";
import { plant, plantCheckout } from "./plant.ts";

// The programs of `npm run check`, with our settings, on samples that they must refuse.

function program(step: string): readonly string[] {
  const found = checkSteps.find(({ name }) => name === step);
  if (!found) throw new Error(`no step ${step}`);
  return found.args;
}

async function compile(settings: string, path: string, text: string) {
  const folder = plant({
    [path]: text,
    "tsconfig.json": JSON.stringify({ extends: inRoot(settings), include: ["models", "app"], exclude: [] }),
  });
  const [tsc = ""] = program("types");
  return captureChild(process.execPath, [tsc, "-p", folder]);
}

describe("the compiler", () => {
  it.each([
    ["a wrong type", 'export const a: number = "1";\n', "TS2322"],
    ["an unchecked index", "export const first = (list: number[]): number => list[0];\n", "TS2322"],
    ["an enum, which Node cannot run", "export enum Word { A }\n", "TS1294"],
    ["undefined for an optional property", "export const a: { b?: number } = { b: undefined };\n", "TS2375"],
  ])("refuses %s", async (_name, text, code) => {
    const { status, output } = await compile("tsconfig.json", "app/a.ts", text);
    expect(output).toContain(code);
    expect(status).not.toBe(0);
  });

  it.each(["export const a = document.title;\n", "export const a = process.argv;\n", 'export const a = fetch("/");\n'])(
    "knows neither browser nor Node in models: %s",
    async (text) => {
      expect((await compile("tsconfig.json", "models/a.ts", text)).status).toBe(0);
      expect((await compile("tsconfig.models.json", "models/a.ts", text)).status).not.toBe(0);
    },
  );
});

async function lint(path: string, text: string) {
  const folder = plantCheckout(["biome.json", ".gitignore"], {
    "models/b.ts": "export const b = 1;\n",
    [path]: text,
  });
  return captureChild(process.execPath, [...program("lint and format")], { cwd: folder });
}

describe("lint and format", () => {
  it.each([
    ["any", "models/a.ts", "export const a: any = 1;\n", "noExplicitAny"],
    [
      "an assertion that something is there",
      "models/a.ts",
      "export const a = (b?: number) => b!;\n",
      "noNonNullAssertion",
    ],
    ["an import without its ending", "models/a.ts", 'export { b } from "./b";\n', "useImportExtensions"],
    ["the console outside cli", "app/a.ts", 'console.log("a");\n', "noConsole"],
    [
      "a function of 71 lines",
      "app/a.ts",
      `export function a() {\n${"  a();\n".repeat(71)}}\n`,
      "noExcessiveLinesPerFunction",
    ],
    ["an unused variable", "app/a.ts", "const a = 1;\n", "noUnusedVariables"],
    ["other formatting", "app/a.ts", "export const a   = 1\n", "format"],
  ])("refuse %s", async (_name, path, text, rule) => {
    const { status, output } = await lint(path, text);
    expect(output).toContain(rule);
    expect(status).not.toBe(0);
  });

  it("accept the console in cli", async () => {
    expect(await lint("cli/a.ts", 'console.log("a");\n')).toMatchObject({ status: 0 });
  });
});

async function unused(files: Record<string, string>) {
  const manifest = { name: "planted", version: "1.0.0", type: "module", dependencies: { zod: "4.6.7" } };
  const settings = JSON.parse(readFileSync(inRoot("knip.json"), "utf8"));
  const folder = plantCheckout([], {
    "package.json": JSON.stringify(manifest),
    "knip.json": JSON.stringify({ ...settings, ignoreDependencies: [] }),
    "models/b.ts": "export const b = 1;\n",
    ...files,
  });
  return captureChild(process.execPath, [...program("unused code")], { cwd: folder });
}

describe("unused code", () => {
  const main = 'import { z } from "zod";\nimport { b } from "../models/b.ts";\nz.number().parse(b);\n';

  it("accepts what is used", async () => {
    expect(await unused({ "cli/main.ts": main })).toMatchObject({ status: 0 });
  });

  it.each([
    ["file", { "cli/main.ts": main, "models/dead.ts": "export const dead = 1;\n" }, "models/dead.ts"],
    ["export", { "cli/main.ts": main, "models/b.ts": "export const b = 1;\nexport const dead = 2;\n" }, "dead"],
    ["package", { "cli/main.ts": 'import { b } from "../models/b.ts";\nexport default b;\n' }, "zod"],
  ])("refuses an unused %s", async (_name, files, word) => {
    const { status, output } = await unused(files);
    expect(output).toContain(word);
    expect(status).not.toBe(0);
  });
});

describe("steps", () => {
  it("count what passed and what failed", async () => {
    const steps = [
      { name: "good", args: ["-e", "process.exit(0)"] },
      { name: "bad", args: ["-e", "process.exit(3)"] },
    ];
    const printed: string[] = [];
    const count = await runSteps(process.execPath, steps, (text) => printed.push(text));
    expect(count).toEqual({ passed: 1, failed: 1 });
    expect(printed.join("")).toContain("✗ bad");
  });
});
