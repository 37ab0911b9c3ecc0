import { execFileSync, fork } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerIn } from "../../db/guard/protocol.ts";
import { modelFileBytes } from "../../db/model-file.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const hook = fileURLToPath(new URL("./fake/hook.ts", import.meta.url));
const drive = fileURLToPath(new URL("./fake/drive.ts", import.meta.url));

// Inside the checkout, so that the bundle finds the one package it does not contain.
const folder = mkdtempSync(join(root, "node_modules", ".pingheng-bundle-"));
const bundle = join(folder, "electron");
const data = mkdtempSync(join(tmpdir(), "pingheng-bundle-data-"));
const file = join(data, "模型 一.pingheng");

beforeAll(async () => {
  for (const config of ["vite.main.config.ts", "vite.preload.config.ts"]) {
    await build({
      root,
      configFile: join(root, config),
      logLevel: "error",
      build: { outDir: bundle, emptyOutDir: false },
    });
  }
  mkdirSync(join(folder, "renderer"));
  writeFileSync(join(folder, "renderer", "index.html"), "__PINGHENG_NONCE__");
  const draft = { createdAt: "2026-03-01T00:00:00Z", author: "王工", document: "{}", writtenBy: "test" };
  const bytes = modelFileBytes(draft, file);
  if (!bytes.ok) throw new Error("the model file could not be made");
  writeFileSync(file, bytes.value);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(data, { recursive: true, force: true });
});

/** Modules a built file asks for. */
function wanted(path: string): string[] {
  const text = readFileSync(path, "utf8");
  const found = [...text.matchAll(/(?:^(?:import|export)\b[^;"'`]*|\brequire\()["']([@\w.][\w@./:-]*)["']/gm)];
  return [...new Set(found.map((match) => match[1] ?? ""))];
}

describe("the built main process", () => {
  it("runs under plain Node with a stand-in for Electron: opens, computes, saves, opens again and ends in order", () => {
    const said = execFileSync(process.execPath, ["--import", hook, drive, bundle, data, file], {
      cwd: root,
      encoding: "utf8",
    });
    const report = JSON.parse(said.trim().split("\n").at(-1) ?? "");
    expect(report.loaded).toBe("app://pingheng/index.html");
    expect(report.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
    });
    expect(report.options.webPreferences.preload).toBe(join(bundle, "preload.cjs"));
    expect(report.commands).toEqual([{ name: "openPath", path: file }]);
    expect(report.host).toMatchObject({ ok: true, value: { kind: "electron", contract: 2 } });
    expect(report.nonsense).toBe(false);
    expect(report.done.slice(-2)).toEqual(["quit held back", "quit"]);
    expect(report.example).toBe(true);
    expect(report.verdicts.map(({ id }: { id: string }) => id)).toContain("B2");
    const path = join(data, "存.pingheng");
    expect([report.unasked, report.saved, report.opened]).toEqual([false, path, "存"]);
    expect(new Set(report.read)).toEqual(new Set([join(bundle, "reader.process.js")]));
    expect(report.recent).toEqual([path, path]);
    expect(report.served).toMatch(/^[\w+/]{22}==$/);
  });

  it("contains everything but Electron, the storage binding and Node itself", () => {
    const outside = new Set(["electron", "better-sqlite3", ...builtinModules]);
    const own = readdirSync(bundle).filter((name) => name.endsWith(".js"));
    expect(own).toContain("main.js");
    const asked = own.flatMap((name) => wanted(join(bundle, name)));
    const packages = asked.filter((one) => !/^\.{1,2}\/|^node:/.test(one));
    expect(packages).toEqual(expect.arrayContaining(["electron", "better-sqlite3"]));
    expect(packages.filter((one) => !outside.has(one))).toEqual([]);
  });
});

describe("the built reader of model files", () => {
  it("stands beside the main process and reads a file", async () => {
    const child = fork(join(bundle, "reader.process.js"), [], { execArgv: [], serialization: "advanced" });
    const answer = await new Promise((resolve) => {
      child.once("message", resolve);
      child.send({ path: file, bytes: null, revision: null, whole: false });
    });
    child.kill();
    expect(answerIn(answer)).toMatchObject({ ok: true, value: { revision: { document: "{}", author: "王工" } } });
  });
});

describe("the built preload script", () => {
  it("is one CommonJS file that asks for Electron only, as the sandbox demands", () => {
    const path = join(bundle, "preload.cjs");
    expect(wanted(path)).toEqual(["electron"]);
    expect(readFileSync(path, "utf8").length).toBeLessThan(8_000);
  });

  it("puts the bridge into the page", () => {
    const script = `
      const { contextBridge } = require("electron");
      require(${JSON.stringify(join(bundle, "preload.cjs"))});
      console.log(JSON.stringify([...contextBridge.exposed].map(([name, value]) => [name, Object.keys(value)])));`;
    const said = execFileSync(process.execPath, ["--import", hook, "-e", script], { encoding: "utf8" });
    expect(JSON.parse(said)).toEqual([["pingheng", ["call", "onProgress", "desktop"]]]);
  });
});
