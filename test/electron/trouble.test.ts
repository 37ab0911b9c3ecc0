import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { channels } from "../../electron/ipc/channels.ts";
import * as electron from "./fake/electron.ts";
import { FakeBackend, ownFrame, settled, startFake, tell } from "./fake/running.ts";

vi.mock("electron", () => import("./fake/electron.ts"));

electron.app.folder = mkdtempSync(join(tmpdir(), "pingheng-shell-"));
afterAll(() => rmSync(electron.app.folder, { recursive: true, force: true }));

let backend: FakeBackend;
let window: electron.BrowserWindow;
const [first, second, third] = [0, 1, 2].map((response) => ({ response }));
const boxes = () => electron.asked.map(({ options }) => options);

beforeEach(async () => {
  electron.BrowserWindow.all.length = 0;
  electron.asked.length = 0;
  electron.answers.length = 0;
  electron.app.done.length = 0;
  electron.app.removeAllListeners();
  process.removeAllListeners("uncaughtException");
  process.removeAllListeners("unhandledRejection");
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
  backend = new FakeBackend();
  window = await startFake(backend);
  tell(ownFrame(), channels.listening);
});

describe("a page that crashes", () => {
  const crash = (reason: string) => window.webContents.emit("render-process-gone", {}, { reason });

  it("is offered to be loaded again; the models stay open, and commands wait until it listens", async () => {
    electron.answers.push(first);
    crash("oom");
    await settled();
    expect(boxes()).toEqual([
      expect.objectContaining({
        message: "界面意外停止",
        detail: expect.stringMatching(/没有丢失.*\n\noom$/s),
        buttons: ["重新载入", "退出"],
        cancelId: 0,
      }),
    ]);
    expect([window.loads, window.loaded, window.gone, backend.closed]).toEqual([
      2,
      "app://pingheng/index.html",
      false,
      0,
    ]);
    const sent = window.webContents.sent.length;
    electron.app.emit("open-file", new electron.FakeEvent(), "/模型/后.pingheng");
    expect(window.webContents.sent).toHaveLength(sent);
    tell(ownFrame(), channels.listening);
    expect(window.webContents.sent.at(-1)?.message).toEqual({ name: "openPath", path: "/模型/后.pingheng" });
  });

  it("may be left: the application ends in order, so that drafts are kept, and asks nothing a dead page could answer", async () => {
    tell(ownFrame(), channels.unsaved, true);
    electron.answers.push(second);
    crash("crashed");
    await settled();
    await settled();
    expect(boxes()).toHaveLength(1);
    expect([window.gone, backend.closed]).toEqual([true, 1]);
  });

  it("is asked about once; one that ends in order is not", async () => {
    crash("clean-exit");
    electron.answers.push(first);
    crash("crashed");
    crash("crashed");
    await settled();
    expect(boxes()).toHaveLength(1);
  });
});

describe("a page that does not answer", () => {
  it("can be waited for; the question goes away when it answers", async () => {
    electron.answers.push(first);
    window.emit("unresponsive");
    const signal = boxes()[0]?.["signal"] as AbortSignal;
    expect(boxes()[0]).toMatchObject({ message: "界面没有响应", buttons: ["再等等", "重新载入"] });
    window.emit("unresponsive");
    window.emit("responsive");
    expect(signal.aborted).toBe(true);
    await settled();
    expect(boxes()).toHaveLength(1);
    expect(window.webContents.reloads).toBe(0);
  });

  it("can be ended and loaded again, without a second question", async () => {
    electron.answers.push(second);
    window.emit("unresponsive");
    await settled();
    expect(window.webContents.reloads).toBe(1);
    expect(boxes()).toHaveLength(1);
    window.webContents.emit("did-finish-load");
    electron.answers.push(first);
    window.webContents.emit("render-process-gone", {}, { reason: "crashed" });
    await settled();
    expect(boxes()).toHaveLength(2);
  });
});

describe("a page that is not there", () => {
  it.each([
    ["did-fail-load", {}, -6, "ERR_FILE_NOT_FOUND", "app://pingheng/index.html", true],
    ["did-navigate", {}, "app://pingheng/index.html", 404, "Not Found"],
  ])("is told where the window would stay empty: %s", async (event, ...args) => {
    electron.answers.push(first);
    window.webContents.emit(event, ...args);
    await settled();
    expect(boxes()).toMatchObject([{ message: "界面没有载入" }]);
    expect(window.done).toContain("show");
    expect(window.loads).toBe(2);
  });

  it("is not told of a load that was given up, of a frame, or of one that came", async () => {
    window.webContents.emit("did-fail-load", {}, -3, "ERR_ABORTED", "app://pingheng/", true);
    window.webContents.emit("did-fail-load", {}, -6, "ERR_FAILED", "https://example.org/", false);
    window.webContents.emit("did-navigate", {}, "app://pingheng/index.html", 200, "OK");
    await settled();
    expect(boxes()).toEqual([]);
  });
});

describe("an error of the main process", () => {
  const fault = (message: string) => process.emit("uncaughtException", new Error(message));

  it("is told, and one can go on", async () => {
    electron.answers.push(first);
    fault("a fault\u202e of ours");
    await settled();
    expect(boxes()).toMatchObject([{ message: "程序内部出错", buttons: ["继续", "重新启动", "复制详情"] }]);
    expect(boxes()[0]?.["detail"]).toContain("a fault\\u202e of ours");
    expect(window.gone).toBe(false);
  });

  it("leads to a fresh start, if one wishes, with drafts kept", async () => {
    tell(ownFrame(), channels.unsaved, true);
    electron.answers.push(second);
    process.emit("unhandledRejection", new Error("forgotten"), Promise.resolve());
    await settled();
    await settled();
    expect(electron.app.done).toContain("relaunch");
    expect([window.gone, backend.closed]).toEqual([true, 1]);
  });

  it("can be copied, to be reported", async () => {
    electron.answers.push(third);
    fault("to be reported");
    await settled();
    expect(electron.clipboard.text).toMatch(/to be reported\n\s+at /);
  });
});
