import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { _electron, type ElectronApplication, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { electronProgram, hasDisplay } from "../../cli/setup/electron.mjs";
import { inRoot, root } from "../../cli/setup/paths.mjs";

// What the stand-in cannot prove: that Electron itself behaves as asked. Runs where its binary and a display are present.
const program = electronProgram();
const built = existsSync(inRoot("dist", "electron", "main.js")) && existsSync(inRoot("dist", "renderer", "index.html"));

describe.skipIf(!program || !built || !hasDisplay())("the shell in the real Electron", () => {
  const data = mkdtempSync(join(tmpdir(), "pingheng-real-"));
  let application: ElectronApplication;
  let page: Page;

  beforeAll(async () => {
    const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
    application = await _electron.launch({
      ...(program === undefined ? {} : { executablePath: program }),
      args: [root, `--user-data-dir=${data}`, ...asRoot],
      cwd: root,
    });
    page = await application.firstWindow();
    await page.waitForLoadState("domcontentloaded");
  });
  afterAll(async () => {
    await application.close();
    rmSync(data, { recursive: true, force: true });
  });

  it("shows our page, with the bridge and nothing of Node", async () => {
    expect(page.url()).toMatch(/^app:\/\/pingheng\/index\.html/);
    const names = ["pingheng", "require", "process", "module", "Buffer"];
    const types = await page.evaluate((all) => all.map((name) => typeof Reflect.get(globalThis, name)), names);
    expect(types).toEqual(["object", "undefined", "undefined", "undefined", "undefined"]);
  });

  it("stays on it, whatever the page tries", async () => {
    for (const url of ["https://example.org/", "file:///etc/passwd", "app://elsewhere/"]) {
      await page.evaluate((to) => {
        location.href = to;
      }, url);
      await page.evaluate((to) => window.open(to), url);
    }
    await page.waitForTimeout(500);
    expect(page.url()).toMatch(/^app:\/\/pingheng\/index\.html/);
    expect(application.windows()).toHaveLength(1);
  });

  it("runs no script the page makes up, and reaches no network", async () => {
    const outcome = await page.evaluate(async () => {
      const script = document.createElement("script");
      script.textContent = "globalThis.madeUp = true";
      document.head.append(script);
      const reached = await fetch("https://example.org/").then(
        () => true,
        () => false,
      );
      return { madeUp: Reflect.get(globalThis, "madeUp") === true, reached };
    });
    expect(outcome).toEqual({ madeUp: false, reached: false });
  });

  it("gives the page no camera, no location and no notifications", async () => {
    const states = await page.evaluate(async () => {
      const names: PermissionName[] = ["camera", "geolocation", "notifications"];
      return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state));
    });
    expect(states).not.toContain("granted");
  });
});
