import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { contentSecurityPolicy } from "../../electron/security/policy.ts";
import * as electron from "./fake/electron.ts";
import { FakeBackend, startFake } from "./fake/running.ts";

vi.mock("electron", () => import("./fake/electron.ts"));

const backend = new FakeBackend();
let window: electron.BrowserWindow;

beforeAll(async () => {
  electron.app.folder = mkdtempSync(join(tmpdir(), "pingheng-shell-"));
  window = await startFake(backend);
});
afterAll(() => rmSync(electron.app.folder, { recursive: true, force: true }));

describe("the window", () => {
  it("keeps the page away from Node and Electron", () => {
    expect(window.options["webPreferences"]).toEqual({
      preload: expect.stringMatching(/preload\.cjs$/),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    });
    expect(window.options["webPreferences"]).not.toHaveProperty("enableBlinkFeatures");
  });

  it("is the only one, sandboxed before anything starts, and loads our own scheme", () => {
    expect(electron.BrowserWindow.all).toHaveLength(1);
    expect(electron.app.done.slice(0, 3)).toEqual(["sandbox", "single instance", "ready"]);
    expect(window.loaded).toBe("app://pingheng/index.html");
  });

  it("is shown once it has something to show", () => {
    expect(window.done).not.toContain("show");
    window.emit("ready-to-show");
    expect(window.done).toContain("show");
  });

  it("has a title without signs that turn its order or move it, and not an endless one", () => {
    const event = new electron.FakeEvent();
    const name = `● 旧\u202e城\u0007\n一\u200b期 — ${"长".repeat(500)}`;
    window.emit("page-title-updated", event, name);
    expect(event.defaultPrevented).toBe(true);
    expect(window.title).toBe(`${`● 旧城一期 — ${"长".repeat(500)}`.slice(0, 200)}…`);
  });
});

describe("our scheme", () => {
  it("is registered before the program is ready, as a standard and secure origin that does not get round the policy", () => {
    expect(electron.protocol.registeredAfter).not.toContain("ready");
    expect(electron.protocol.privileged).toEqual([
      { scheme: "app", privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ]);
    expect([...electron.protocol.handlers.keys()]).toEqual(["app"]);
  });
});

describe("the content security policy", () => {
  const parts = new Map(
    contentSecurityPolicy("abc")
      .split("; ")
      .map((part) => [part.slice(0, part.indexOf(" ")), part.slice(part.indexOf(" ") + 1)]),
  );

  it("starts from nothing and lets only our own scripts run", () => {
    expect(parts.get("default-src")).toBe("'none'");
    expect(parts.get("script-src")).toBe("'self'");
    expect(contentSecurityPolicy("abc")).not.toMatch(/unsafe-|\*|https?:|wss?:/);
  });

  it("lets the page connect to nothing, embed nothing and be embedded by nobody", () => {
    for (const name of ["connect-src", "object-src", "frame-src", "base-uri", "form-action", "frame-ancestors"]) {
      expect(parts.get(name), name).toBe("'none'");
    }
  });

  it("ties style sheets to a nonce", () => {
    expect(parts.get("style-src")).toBe("'self' 'nonce-abc'");
  });
});

describe("the application behind the window", () => {
  it("is told what it runs in, and reads strangers' files in Electron's utility process", () => {
    const { options } = backend;
    expect(options?.host).toMatchObject({ kind: "electron", contract: 2, version: "0.1.0" });
    expect(options?.host.runtime).toMatch(/^Electron .*Chromium .*Node\.js 24\./);
    expect(options?.dataFolder).toBe(`${electron.app.folder}/userData`);
    const child = options?.launchGuard?.("/somewhere/reader.process.js");
    const [started] = electron.utilityProcess.started;
    expect(started?.program).toBe("/somewhere/reader.process.js");
    expect(started?.options).toMatchObject({ serviceName: "pingheng-reader", stdio: "ignore" });
    const passedOn = Object.keys(started?.options["env"] ?? {});
    expect(["PATH", "SystemRoot", "TEMP", "TMPDIR"]).toEqual(expect.arrayContaining(passedOn));
    const heard: unknown[] = [];
    child?.onMessage((message) => heard.push(message));
    child?.onExit((detail) => heard.push(detail));
    child?.send({ path: "a" });
    started?.emit("message", { ok: false });
    started?.emit("exit", 9);
    expect(started?.posted).toEqual([{ path: "a" }]);
    expect(heard).toEqual([{ ok: false }, "9"]);
  });

  it("has its progress passed on to the page", () => {
    backend.progress?.({ job: "solve-1", done: 3, total: 10 });
    expect(window.webContents.sent).toContainEqual({
      channel: "pingheng:progress",
      message: { job: "solve-1", done: 3, total: 10 },
    });
  });
});
