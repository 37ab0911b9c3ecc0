import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { channels } from "../../electron/ipc/channels.ts";
import * as electron from "./fake/electron.ts";
import { FakeBackend, invoke, ownFrame, settled, startFake, tell } from "./fake/running.ts";

vi.mock("electron", () => import("./fake/electron.ts"));

const save = { response: 0 };
const discard = { response: 1 };
const cancel = { response: 2 };

electron.app.folder = mkdtempSync(join(tmpdir(), "pingheng-shell-"));
afterAll(() => rmSync(electron.app.folder, { recursive: true, force: true }));

let backend: FakeBackend;
let window: electron.BrowserWindow;
const saves = () => window.webContents.sent.filter(({ message }) => (message as { name?: string }).name === "save");

beforeEach(async () => {
  electron.BrowserWindow.all.length = 0;
  electron.asked.length = 0;
  electron.app.removeAllListeners();
  backend = new FakeBackend();
  window = await startFake(backend);
  tell(ownFrame(), channels.listening);
});

describe("closing the window", () => {
  it("without unsaved work closes at once, and keeps the window's place", () => {
    window.close();
    expect(window.gone).toBe(true);
    expect(electron.asked).toEqual([]);
    const place = JSON.parse(readFileSync(join(electron.app.folder, "userData", "window.json"), "utf8"));
    expect(place).toEqual({ x: 10, y: 20, width: 1000, height: 700, maximized: false });
  });

  it("over unsaved work asks; cancel stays, discard closes", async () => {
    tell(ownFrame(), channels.unsaved, true);
    electron.answers.push(cancel);
    window.close();
    await settled();
    expect(window.gone).toBe(false);
    expect(electron.asked[0]?.options).toMatchObject({
      message: "有未保存的修改",
      buttons: ["保存", "不保存", "取消"],
      cancelId: 2,
    });
    electron.answers.push(discard);
    window.close();
    await settled();
    expect(window.gone).toBe(true);
    expect(saves()).toEqual([]);
  });

  it("with “save” closes once the page says that all is saved", async () => {
    tell(ownFrame(), channels.unsaved, true);
    electron.answers.push(save);
    window.close();
    await settled();
    expect(saves()).toHaveLength(1);
    expect(window.gone).toBe(false);
    tell(ownFrame(), channels.unsaved, false);
    expect(window.gone).toBe(true);
  });

  it("asks once, however often the user clicks", async () => {
    tell(ownFrame(), channels.unsaved, true);
    electron.answers.push(cancel);
    window.close();
    window.close();
    window.close();
    await settled();
    expect(electron.asked).toHaveLength(1);
  });

  it("with “save” stays open for good where saving fails", async () => {
    tell(ownFrame(), channels.unsaved, true);
    electron.answers.push(save);
    window.close();
    await settled();
    backend.replies.set("save", { ok: false, problems: [{ code: "disk.full", message: "满", path: "" }] });
    await invoke(ownFrame(), channels.call, "save", { lang: "zh" });
    tell(ownFrame(), channels.unsaved, false);
    expect(window.gone).toBe(false);
  });

  it("with “save” waits for the path of a model never saved, and stays where the user names none", async () => {
    tell(ownFrame(), channels.unsaved, true);
    electron.answers.push(save);
    window.close();
    await settled();
    const needsPath = { ok: false as const, problems: [{ code: "session.needs_path", message: "", path: "" }] };
    backend.replies.set("save", needsPath);
    await invoke(ownFrame(), channels.call, "save", { lang: "zh" });
    electron.answers.push({ canceled: false, filePath: "/模型/新.pingheng" });
    await invoke(ownFrame(), channels.pickSave, "新");
    tell(ownFrame(), channels.unsaved, false);
    expect(window.gone).toBe(true);
  });

  it("with “save” and then no path stays open, also when the work is saved later", async () => {
    tell(ownFrame(), channels.unsaved, true);
    electron.answers.push(save, { canceled: true, filePath: "" });
    window.close();
    await settled();
    await invoke(ownFrame(), channels.pickSave, "新");
    tell(ownFrame(), channels.unsaved, false);
    expect(window.gone).toBe(false);
  });
});
