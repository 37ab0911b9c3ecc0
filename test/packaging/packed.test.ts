import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inRoot } from "../../cli/setup/paths.mjs";
import { expectContent, expectElectronLicences, expectFuses, type Packed } from "./content.ts";

// What electron-builder has made of the real Electron, where a release is made: named by PINGHENG_PACKED, relative to the checkout.
const given = process.env["PINGHENG_PACKED"];
const output = resolve(inRoot("."), given ?? "dist/packages");

const target = process.platform as Packed["target"];
const unpacked = { linux: "linux-unpacked", win32: "win-unpacked", darwin: "mac" }[target];
const all: readonly Packed[] = (["x64", "arm64"] as const).map((arch) => ({
  folder: join(output, arch === "x64" ? unpacked : unpacked.replace(/-unpacked$|$/, "-arm64$&")),
  target,
  arch,
}));
const own = all.find(({ arch }) => arch === process.arch);

const endings = { linux: [".AppImage", ".deb"], win32: [".exe"], darwin: [".dmg"] }[target];

function programOf({ folder }: Packed): string {
  if (target === "darwin") return join(folder, "Pingheng.app", "Contents", "MacOS", "Pingheng");
  return join(folder, target === "win32" ? "Pingheng.exe" : "pingheng");
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer();
    server.on("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => found(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

describe.skipIf(given === undefined)("what was packaged", () => {
  it.each(all)("holds what is ours, with its switches set and the licences of Electron: $arch", (packed) => {
    expectContent(packed);
    expectFuses(packed);
    expectElectronLicences(packed);
  });

  it("has an installer of each form for each architecture", () => {
    const installers = readdirSync(output).filter((name) => endings.some((ending) => name.endsWith(ending)));
    expect(installers).toHaveLength(endings.length * 2);
  });
});

describe.skipIf(given === undefined || own === undefined)("the packaged program", () => {
  const data = mkdtempSync(join(tmpdir(), "pingheng-packed-"));
  let program: ChildProcess | undefined;
  let browser: Browser | undefined;

  beforeAll(async () => {
    if (own === undefined) throw new Error("nothing for this computer was packaged");
    expect(existsSync(programOf(own))).toBe(true);
    const port = await freePort();
    const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
    program = spawn(programOf(own), [`--remote-debugging-port=${port}`, `--user-data-dir=${data}`, ...asRoot], {
      stdio: "inherit",
    });
    await expect
      .poll(
        async () => {
          browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`).catch(() => undefined);
          return browser !== undefined;
        },
        { timeout: 60_000, interval: 500 },
      )
      .toBe(true);
  });
  afterAll(async () => {
    await browser?.close();
    program?.kill();
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  });

  it("computes an example, whose threads start inside the archive", async () => {
    const page = browser?.contexts()[0]?.pages()[0];
    if (page === undefined) throw new Error("there is no window");
    expect(page.url()).toMatch(/^app:\/\/pingheng\/index\.html/);
    await page.getByText("以未命名副本打开").or(page.getByText("Open an untitled copy")).first().click();
    await page.locator("svg.recharts-surface").first().waitFor();
    const licences = await page.evaluate(() => window.pingheng?.call("licences", {}));
    expect(licences).toMatchObject({ ok: true });
  });
});
