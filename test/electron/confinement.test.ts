import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { permissions } from "../../electron/security/permissions.ts";
import * as electron from "./fake/electron.ts";
import { FakeBackend, startFake } from "./fake/running.ts";
import { elsewhere, ways } from "./ways.ts";

vi.mock("electron", () => import("./fake/electron.ts"));

let window: electron.BrowserWindow;

beforeAll(async () => {
  electron.app.folder = mkdtempSync(join(tmpdir(), "pingheng-shell-"));
  window = await startFake(new FakeBackend());
});
afterAll(() => rmSync(electron.app.folder, { recursive: true, force: true }));

describe("a page that tries to leave", () => {
  it.each(ways.flatMap(({ name, asked }) => elsewhere.map((url) => [name, asked, url] as const)))(
    "by %s (%s) to %s stays where it is, and alone",
    (_name, asked, url) => {
      if (asked === "window open") {
        expect(window.webContents.windowOpenHandler?.({ url })).toEqual({ action: "deny" });
      } else {
        const details = Object.assign(new electron.FakeEvent(), { url });
        window.webContents.emit(asked, details, url);
        expect(details.defaultPrevented).toBe(true);
      }
      expect(electron.BrowserWindow.all).toHaveLength(1);
      expect(window.loaded).toBe("app://pingheng/index.html");
    },
  );

  it("is known by nine ways, and the redirect of a server", () => {
    expect(new Set(ways.map(({ name }) => name)).size).toBe(10);
    expect(new Set(ways.map(({ asked }) => asked))).toEqual(
      new Set(["will-navigate", "will-frame-navigate", "window open", "will-redirect"]),
    );
  });

  it("by a file dropped on it does not become that file", () => {
    expect((window.options["webPreferences"] as { navigateOnDragDrop: boolean }).navigateOnDragDrop).toBe(false);
  });

  it("by an embedded browser gets none", () => {
    const event = new electron.FakeEvent();
    window.webContents.emit("will-attach-webview", event, {}, { src: "https://example.org/" });
    expect(event.defaultPrevented).toBe(true);
  });

  it("whichever way the page came about", () => {
    const other = new electron.FakeContents();
    electron.app.emit("web-contents-created", new electron.FakeEvent(), other);
    const event = new electron.FakeEvent();
    other.emit("will-navigate", event, "https://example.org/");
    expect(event.defaultPrevented).toBe(true);
    expect(other.windowOpenHandler?.({ url: "https://example.org/" })).toEqual({ action: "deny" });
    expect([other.webRtc, window.webContents.webRtc]).toEqual(["disable_non_proxied_udp", "disable_non_proxied_udp"]);
  });
});

describe("permissions", () => {
  const own = "app://pingheng/index.html";
  const request = (permission: string, requestingUrl: string): boolean => {
    let answer: boolean | undefined;
    const handler = electron.session.defaultSession.handlers["request"] as (...all: unknown[]) => void;
    handler(
      null,
      permission,
      (granted: boolean) => {
        answer = granted;
      },
      { requestingUrl },
    );
    if (answer === undefined) throw new Error("not answered");
    return answer;
  };
  const check = (permission: string, requestingUrl: string | undefined, origin: string): unknown => {
    const handler = electron.session.defaultSession.handlers["check"] as (...all: unknown[]) => unknown;
    return handler(null, permission, origin, { requestingUrl });
  };

  it("are denied, all but writing text to the clipboard", () => {
    const granted = Object.keys(permissions).filter((permission) => request(permission, own));
    expect(granted).toEqual(["clipboard-sanitized-write"]);
    for (const permission of Object.keys(permissions)) {
      expect(check(permission, own, "app://pingheng/")).toBe(permission === "clipboard-sanitized-write");
    }
    expect(Object.keys(permissions).length).toBeGreaterThan(40);
  });

  it("are each decided for a stated reason", () => {
    for (const { why } of Object.values(permissions)) expect(why).toMatch(/^[a-z].{7,}/);
  });

  it("that nobody has heard of are denied", () => {
    for (const name of ["brand-new", "toString", "__proto__", "constructor"]) expect(request(name, own)).toBe(false);
  });

  it("are not given to other pages", () => {
    for (const url of ["https://example.org/", "app://elsewhere/", "https://app//pingheng/", "about:blank", ""]) {
      expect(request("clipboard-sanitized-write", url)).toBe(false);
      expect(check("clipboard-sanitized-write", undefined, url)).toBe(false);
    }
  });

  it("for devices and screen capture are never given", () => {
    const { handlers } = electron.session.defaultSession;
    expect((handlers["device"] as (details: unknown) => boolean)({ deviceType: "usb" })).toBe(false);
    const answers: unknown[] = [];
    (handlers["bluetooth"] as (...all: unknown[]) => void)({}, (answer: unknown) => answers.push(answer));
    (handlers["display"] as (...all: unknown[]) => void)({}, (answer: unknown) => answers.push(answer));
    expect(answers).toEqual([{ confirmed: false }, {}]);
  });
});

describe("the network", () => {
  const cancelled = (url: string): boolean => {
    let answer: { cancel: boolean } | undefined;
    const handler = electron.session.defaultSession.handlers["onBeforeRequest"] as (...all: unknown[]) => void;
    handler({ url }, (given: { cancel: boolean }) => {
      answer = given;
    });
    if (!answer) throw new Error("not answered");
    return answer.cancel;
  };

  it("is cut: no request leaves the program, and no file is read but through our scheme", () => {
    for (const url of [
      "https://example.org/",
      "http://localhost/",
      "ws://127.0.0.1/",
      "ftp://a/",
      "file:///etc/passwd",
      "nonsense",
    ]) {
      expect(cancelled(url), url).toBe(true);
    }
    for (const url of ["app://pingheng/assets/main.js", "blob:app://pingheng/1", "data:image/png;base64,AA"]) {
      expect(cancelled(url), url).toBe(false);
    }
  });

  it("is not even asked for the address of a name", () => {
    expect(electron.app.switches["host-resolver-rules"]).toBe("MAP * ~NOTFOUND");
  });

  it("downloads nothing but what a page of ours made itself", () => {
    let suggested = "";
    const download = (url: string, name = "表.xlsx"): boolean => {
      const event = new electron.FakeEvent();
      electron.session.defaultSession.emit("will-download", event, {
        getURL: () => url,
        getFilename: () => name,
        setSaveDialogOptions: ({ defaultPath }: { defaultPath: string }) => {
          suggested = defaultPath;
        },
      });
      return !event.defaultPrevented;
    };
    expect(download("blob:app://pingheng/6a1c")).toBe(true);
    expect(download("https://example.org/evil.exe")).toBe(false);
    expect(download("blob:https://example.org/6a1c")).toBe(false);
    expect(suggested).toBe(`${electron.app.folder}/downloads/表.xlsx`);
    download("blob:app://pingheng/1", "../合同\u202efdp.exe\u0007.XLSX");
    expect(suggested).toBe(`${electron.app.folder}/downloads/-合同fdp.exe-.XLSX`);
    download("blob:app://pingheng/1", "没有后缀");
    expect(suggested).toBe(`${electron.app.folder}/downloads/没有后缀`);
  });
});
