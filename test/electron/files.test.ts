import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { fileInArguments } from "../../electron/files/arguments.ts";
import { channels } from "../../electron/ipc/channels.ts";
import * as electron from "./fake/electron.ts";
import { FakeBackend, ownFrame, settled, startFake, tell } from "./fake/running.ts";

vi.mock("electron", () => import("./fake/electron.ts"));

const backend = new FakeBackend();
let window: electron.BrowserWindow;
const early = new electron.FakeEvent();
const commands = () => window.webContents.sent.filter(({ channel }) => channel === channels.command);

beforeAll(async () => {
  electron.app.folder = mkdtempSync(join(tmpdir(), "pingheng-shell-"));
  const starting = startFake(backend);
  // The system hands a double-clicked file over before the program is ready.
  await vi.waitFor(() => expect(electron.app.listenerCount("open-file")).toBe(1), { timeout: 20_000 });
  electron.app.emit("open-file", early, "/模型/双击.pingheng");
  window = await starting;
});
afterAll(() => rmSync(electron.app.folder, { recursive: true, force: true }));

describe("a file from outside", () => {
  it("given before the page listens waits for it, and is opened once", () => {
    expect(early.defaultPrevented).toBe(true);
    expect(commands()).toEqual([]);
    tell(ownFrame(), channels.listening);
    const wanted = { channel: channels.command, message: { name: "openPath", path: "/模型/双击.pingheng" } };
    expect(commands()).toEqual([wanted]);
    tell(ownFrame(), channels.listening);
    expect(commands()).toEqual([wanted]);
  });

  it("of a second start goes to the first window, which comes to the front", () => {
    window.minimized = true;
    window.done.length = 0;
    const args = ["/usr/bin/pingheng", "--no-first-run", "第二个.pingheng"];
    electron.app.emit("second-instance", new electron.FakeEvent(), args, "/home/w");
    expect(window.done).toEqual(["restore", "show", "focus"]);
    expect(commands().at(-1)?.message).toEqual({ name: "openPath", path: "/home/w/第二个.pingheng" });
    expect(electron.BrowserWindow.all).toHaveLength(1);
  });

  it("without a file only brings the window to the front", () => {
    const before = commands().length;
    window.done.length = 0;
    electron.app.emit("second-instance", new electron.FakeEvent(), ["/usr/bin/pingheng"], "/home/w");
    expect(window.done).toEqual(["show", "focus"]);
    expect(commands()).toHaveLength(before);
  });

  it("given while the page is being loaded again waits until it listens again", () => {
    const before = commands().length;
    window.webContents.emit("did-start-loading");
    electron.app.emit("open-file", new electron.FakeEvent(), "/模型/后来.pingheng");
    expect(commands()).toHaveLength(before);
    tell(ownFrame(), channels.listening);
    expect(commands().at(-1)?.message).toEqual({ name: "openPath", path: "/模型/后来.pingheng" });
  });
});

describe("the end of the program", () => {
  it("waits for the application behind it", async () => {
    electron.app.done.length = 0;
    window.destroy();
    await settled();
    expect(backend.closed).toBe(1);
    expect(electron.app.done).toEqual(["quit held back", "quit"]);
  });
});

describe("the file on a command line", () => {
  it("is found among the arguments of Electron and the system", () => {
    expect(fileInArguments(["."], "/home/w")).toBeUndefined();
    expect(fileInArguments(["--inspect=0", ".", "甲.pingheng"], "/home/w")).toBe("/home/w/甲.pingheng");
    expect(fileInArguments(["/abs/乙.JSON", "丙.pingheng"], "/home/w")).toBe("/abs/乙.JSON");
    expect(fileInArguments(["--file=丁.pingheng"], "/home/w")).toBeUndefined();
  });

  it("may be given as an address, as file managers of Linux do, but not one of another computer or scheme", () => {
    expect(fileInArguments(["file:///home/w/%E6%97%A7%20%E5%9F%8E.pingheng"], "/")).toBe("/home/w/旧 城.pingheng");
    for (const given of [
      "file://elsewhere/a.pingheng",
      "file:///a%2fb.pingheng",
      "file:///a%00.pingheng",
      "a\0.pingheng",
    ])
      expect(fileInArguments([given], "/home/w"), given).toBeUndefined();
    // Not an address we know: a file of that odd name, which is not there.
    expect(fileInArguments(["https://example.org/a.pingheng"], "/home/w")).toBe(
      "/home/w/https:/example.org/a.pingheng",
    );
  });
});
