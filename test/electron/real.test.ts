import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { _electron, type ElectronApplication, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { electronProgram, hasDisplay } from "../../cli/setup/electron.mjs";
import { inRoot, root } from "../../cli/setup/paths.mjs";
import { elsewhere, ways } from "./ways.ts";

// What the stand-in cannot prove: that Electron itself behaves as asked. Runs where its binary and a display are present.
const program = electronProgram();
const built = existsSync(inRoot("dist", "electron", "main.js")) && existsSync(inRoot("dist", "renderer", "index.html"));

const missing = !program || !built || !hasDisplay();

// Where a release is made, the real program must be there.
it.runIf(missing && process.env["PINGHENG_REAL"] === "required")("the real Electron is there", () => {
  expect([program, built, hasDisplay()]).toEqual([expect.any(String), true, true]);
});

describe.skipIf(missing)("the shell in the real Electron", () => {
  const data = mkdtempSync(join(tmpdir(), "pingheng-real-"));
  let application: ElectronApplication;
  let page: Page;
  /** What was asked of a server of this computer, which nothing of ours may ask. */
  const asked: string[] = [];
  let port = 0;
  const server = createServer((request, answer) => {
    asked.push(request.url ?? "");
    if (request.url === "/redirect") answer.writeHead(302, { location: "/" }).end();
    else answer.end("elsewhere");
  });

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    port = (server.address() as AddressInfo).port;
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
    server.close();
    rmSync(data, { recursive: true, force: true });
  });

  it("shows our page, with the bridge and nothing of Node", async () => {
    expect(page.url()).toMatch(/^app:\/\/pingheng\/index\.html/);
    const names = ["pingheng", "require", "process", "module", "Buffer"];
    const types = await page.evaluate((all) => all.map((name) => typeof Reflect.get(globalThis, name)), names);
    expect(types).toEqual(["object", "undefined", "undefined", "undefined", "undefined"]);
  });

  it.each(ways.flatMap(({ name, attempt }) => (attempt === undefined ? [] : [[name, attempt] as const])))(
    "stays on it, and alone, and asks nobody: %s",
    async (_name, attempt) => {
      for (const url of [...elsewhere, `http://127.0.0.1:${port}/`, `http://127.0.0.1:${port}/redirect`]) {
        // What a page may not do may also throw.
        await page.evaluate(`try { (${attempt.toString()})(${JSON.stringify(url)}) } catch {}`);
      }
      await page.waitForTimeout(300);
      expect(page.url()).toMatch(/^app:\/\/pingheng\/index\.html/);
      expect(application.windows()).toHaveLength(1);
      expect(page.frames().filter((frame) => /^(https?|file|data):/.test(frame.url()))).toEqual([]);
      expect(asked).toEqual([]);
    },
  );

  it("refuses a call from anything but its own top frame", async () => {
    const called = await application.evaluate(
      async ({ BrowserWindow, session }, own) => {
        const window = new BrowserWindow({
          show: false,
          webPreferences: { preload: own, session: session.defaultSession },
        });
        await window.loadURL("data:text/html,<p>elsewhere</p>").catch(() => undefined);
        const answer = await window.webContents
          .executeJavaScript(
            "window.pingheng ? window.pingheng.call('host', {}).then(() => 'answered', () => 'refused') : 'no bridge'",
          )
          .catch(() => "refused");
        window.destroy();
        return String(answer);
      },
      inRoot("dist", "electron", "preload.cjs"),
    );
    expect(["refused", "no bridge"]).toContain(called);
  });

  it("makes PDF pages of what it shows, by the size its style sheet asks for", async () => {
    const bytes = await application.evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      const pdf = await window?.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true });
      return pdf?.subarray(0, 5).toString("latin1");
    });
    expect(bytes).toBe("%PDF-");
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
