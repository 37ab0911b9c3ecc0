import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { channels } from "../../electron/ipc/channels.ts";
import * as electron from "./fake/electron.ts";
import { FakeBackend, invoke, ownFrame, startFake, tell } from "./fake/running.ts";

vi.mock("electron", () => import("./fake/electron.ts"));

const backend = new FakeBackend();
let window: electron.BrowserWindow;

beforeAll(async () => {
  electron.app.folder = mkdtempSync(join(tmpdir(), "pingheng-shell-"));
  window = await startFake(backend);
});
afterAll(() => rmSync(electron.app.folder, { recursive: true, force: true }));
beforeEach(() => {
  backend.calls.length = 0;
  electron.asked.length = 0;
});

const foreign: readonly (readonly [string, electron.FakeFrame | null])[] = [
  ["a foreign page", new electron.FakeFrame("https://example.org/")],
  ["a page that puts our address into its own", new electron.FakeFrame("https://example.org/app://pingheng/")],
  ["another host under our scheme", new electron.FakeFrame("app://elsewhere/index.html")],
  ["our host with a name before it", new electron.FakeFrame("app://user@pingheng/index.html")],
  ["a file", new electron.FakeFrame("file:///app/pingheng/index.html")],
  ["an empty page", new electron.FakeFrame("about:blank")],
  ["no address at all", new electron.FakeFrame("")],
  ["a frame inside our page", new electron.FakeFrame("app://pingheng/index.html", ownFrame())],
  ["a frame that is gone", null],
];

describe("a message from", () => {
  it.each(foreign)("%s reaches nothing", async (_name, frame) => {
    const questions = [...electron.ipcMain.handlers.keys()];
    expect(questions.sort()).toEqual([channels.call, channels.pickOpen, channels.pickSave].sort());
    for (const channel of questions) {
      await expect(invoke(frame, channel, "openPath", { path: "/etc/passwd" })).rejects.toThrow("refused");
    }
    const notices = [...electron.ipcMain.listeners.keys()];
    expect(notices.sort()).toEqual([channels.dropped, channels.listening, channels.unsaved].sort());
    for (const channel of notices) tell(frame, channel, true);
    expect(backend.calls).toEqual([]);
    expect(electron.asked).toEqual([]);
    expect(window.done).not.toContain("edited true");
  });
});

describe("a message from our own page", () => {
  it("reaches the application as it is, and its answer comes back as it is", async () => {
    const reply = { ok: false as const, problems: [{ code: "a.b", message: "不行", path: "x" }] };
    backend.replies.set("openPath", reply);
    const args = { path: "/模型/一.pingheng", lang: "zh" };
    tell(ownFrame(), channels.dropped, args.path);
    expect(await invoke(ownFrame(), channels.call, "openPath", args)).toEqual(reply);
    expect(backend.calls).toEqual([{ name: "openPath", args }]);
  });

  it("with anything but a short name is refused before the application sees it", async () => {
    for (const name of [undefined, 7, null, {}, ["openPath"], "x".repeat(10_000)]) {
      await expect(invoke(ownFrame(), channels.call, name, {})).rejects.toThrow(TypeError);
      await expect(invoke(ownFrame(), channels.pickSave, name)).rejects.toThrow(TypeError);
    }
    expect(() => tell(ownFrame(), channels.unsaved, "yes")).toThrow(TypeError);
    expect(backend.calls).toEqual([]);
  });

  it("that opened or saved a file puts it among the system's recent documents", async () => {
    backend.replies.set("saveAs", { ok: true, value: { path: "/模型/二.pingheng" } });
    backend.replies.set("newModel", { ok: true, value: { path: "/never/opened" } });
    await invoke(ownFrame(), channels.call, "saveAs", { lang: "zh" });
    await invoke(ownFrame(), channels.call, "newModel", { lang: "zh" });
    expect(electron.app.recent).toEqual(["/模型/二.pingheng"]);
  });
});

describe("a file the page names", () => {
  const ask = (name: string, path: string) => invoke(ownFrame(), channels.call, name, { path, lang: "zh" });
  const refused = (path: string) => ({
    ok: false,
    problems: [expect.objectContaining({ code: "path.not_chosen", path })],
  });

  it.each(["openPath", "merge", "saveAs"])(
    "and nobody chose is refused before the application sees it: %s",
    async (name) => {
      const path = "/home/clerk/unasked.pingheng";
      expect(await ask(name, path)).toEqual(refused(path));
      expect(await ask(name, "relative.json")).toEqual(refused("relative.json"));
      expect(backend.calls).toEqual([]);
    },
  );

  it("may be read where it was picked to be opened, and not written over", async () => {
    electron.answers.push({ canceled: false, filePaths: ["/模型/选.pingheng"] });
    await invoke(ownFrame(), channels.pickOpen);
    await ask("openPath", "/模型/../模型/选.pingheng");
    expect(await ask("saveAs", "/模型/选.pingheng")).toEqual(refused("/模型/选.pingheng"));
    expect(backend.calls.map(({ name }) => name)).toEqual(["openPath"]);
  });

  it("may be written where it was picked to be saved, and nothing beside it", async () => {
    electron.answers.push({ canceled: false, filePath: "/模型/存.pingheng" });
    await invoke(ownFrame(), channels.pickSave, "存");
    await ask("saveAs", "/模型/存.pingheng");
    expect(await ask("saveAs", "/模型/存二.pingheng")).toEqual(refused("/模型/存二.pingheng"));
    expect(backend.calls.map(({ name }) => name)).toEqual(["saveAs"]);
  });

  it("may be read where the application lists it among the recent files", async () => {
    backend.replies.set("recent", { ok: true, value: [{ path: "/模型/近.pingheng" }] });
    expect(await ask("openPath", "/模型/近.pingheng")).toEqual(refused("/模型/近.pingheng"));
    await invoke(ownFrame(), channels.call, "recent", {});
    await ask("openPath", "/模型/近.pingheng");
    expect(backend.calls.map(({ name }) => name)).toEqual(["recent", "openPath"]);
  });

  it("may be read where the system has handed it over", async () => {
    electron.app.emit("open-file", { preventDefault: () => undefined }, "/模型/双击.pingheng");
    await ask("openPath", "/模型/双击.pingheng");
    expect(backend.calls.map(({ name }) => name)).toEqual(["openPath"]);
  });
});

describe("the file dialogs", () => {
  it("open one model file, or none", async () => {
    electron.answers.push({ canceled: false, filePaths: ["/模型/一.pingheng"] }, { canceled: true, filePaths: [] });
    expect(await invoke(ownFrame(), channels.pickOpen)).toBe("/模型/一.pingheng");
    expect(await invoke(ownFrame(), channels.pickOpen)).toBeNull();
    expect(electron.asked[0]?.options).toMatchObject({
      properties: ["openFile"],
      filters: [
        { name: "平衡模型", extensions: ["pingheng", "json", "xlsx", "csv", "tsv", "txt"] },
        { extensions: ["json"] },
      ],
    });
  });

  it("suggest a name in the documents folder that every system accepts", async () => {
    electron.answers.push({ canceled: true, filePath: "" }, { canceled: false, filePath: "/模型/三.pingheng" });
    expect(await invoke(ownFrame(), channels.pickSave, "../../etc/项目: 一?")).toBeNull();
    expect(electron.asked[0]?.options["defaultPath"]).toBe(
      `${electron.app.folder}/documents/-..-etc-项目- 一-.pingheng`,
    );
    expect(await invoke(ownFrame(), channels.pickSave, "")).toBe("/模型/三.pingheng");
    expect(electron.asked[1]?.options["defaultPath"]).toBe(`${electron.app.folder}/documents/pingheng.pingheng`);
  });
});

describe("a name typed without an ending", () => {
  it("gets the model file's", async () => {
    electron.answers.push({ canceled: false, filePath: "/模型/三.2026年" });
    expect(await invoke(ownFrame(), channels.pickSave, "三")).toBe("/模型/三.2026年.pingheng");
    expect(electron.asked).toHaveLength(1);
  });

  it("is asked for again where that names a file that exists, so that nothing is overwritten unasked", async () => {
    const there = join(electron.app.folder, "有.pingheng");
    writeFileSync(there, "");
    electron.answers.push(
      { canceled: false, filePath: join(electron.app.folder, "有") },
      { canceled: true, filePath: "" },
    );
    expect(await invoke(ownFrame(), channels.pickSave, "有")).toBeNull();
    expect(electron.asked[1]?.options["defaultPath"]).toBe(there);
  });
});

describe("the language", () => {
  it("of dialogs and menu follows the page's", async () => {
    await invoke(ownFrame(), channels.call, "host", { lang: "en" });
    expect(electron.Menu.current.map(({ label }) => label)).toEqual(["File", "Edit", "View", "Tools", "Help"]);
    electron.answers.push({ canceled: true, filePaths: [] });
    await invoke(ownFrame(), channels.pickOpen);
    expect(electron.asked[0]?.options["filters"]).toMatchObject([{ name: "Pingheng models" }, {}]);
    await invoke(ownFrame(), channels.call, "host", { lang: "zh" });
    expect(electron.Menu.current.map(({ label }) => label)).toEqual(["文件", "编辑", "视图", "工具", "帮助"]);
    await invoke(ownFrame(), channels.call, "host", { lang: "fr" });
    expect(electron.Menu.current[0]?.label).toBe("文件");
  });
});
