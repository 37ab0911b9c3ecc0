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
    const { call, pickOpen, pickSave, print, savePdf } = channels;
    expect(questions.sort()).toEqual([call, pickOpen, pickSave, print, savePdf].sort());
    for (const channel of questions) {
      await expect(invoke(frame, channel, "openPath", { path: "/etc/passwd" })).rejects.toThrow("refused");
    }
    const notices = [...electron.ipcMain.listeners.keys()];
    const { dropped, listening, unsaved, shown, reload } = channels;
    expect(notices.sort()).toEqual([dropped, listening, unsaved, shown, reload].sort());
    for (const channel of notices) tell(frame, channel, true);
    expect(backend.calls).toEqual([]);
    expect(electron.asked).toEqual([]);
    expect(window.done).not.toContain("edited true");
    expect(window.webContents.papers).toEqual([]);
    expect(window.webContents.reloads).toBe(0);
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
      await expect(invoke(ownFrame(), channels.savePdf, name)).rejects.toThrow(TypeError);
    }
    for (const shown of [undefined, "x", 3, {}, { readOnly: 1, portfolio: false }, { readOnly: true }]) {
      expect(() => tell(ownFrame(), channels.shown, shown)).toThrow(TypeError);
    }
    const endless = { readOnly: false, portfolio: false, path: "x".repeat(10_000) };
    expect(() => tell(ownFrame(), channels.shown, endless)).toThrow(TypeError);
    expect(() => tell(ownFrame(), channels.unsaved, "yes")).toThrow(TypeError);
    expect(backend.calls).toEqual([]);
  });

  it("that opened or saved a file puts it among the system's recent documents", async () => {
    backend.replies.set("saveAs", { ok: true, value: { path: "/模型/二.pingheng" } });
    backend.replies.set("newModel", { ok: true, value: { path: "/never/opened" } });
    await invoke(ownFrame(), channels.call, "saveAs", { lang: "zh" });
    await invoke(ownFrame(), channels.call, "newModel", { lang: "zh" });
    expect(electron.app.recent).toEqual(["/模型/二.pingheng"]);
    expect(recentItems()).toEqual(["二.pingheng"]);
  });

  it("that lists the files opened before puts those that are there into the menu; clearing takes them out", async () => {
    const files = [{ path: "/模型/上次.pingheng" }, { path: "/模型/没了.pingheng", missing: true }];
    backend.replies.set("recent", { ok: true, value: files });
    await invoke(ownFrame(), channels.call, "recent", {});
    expect(recentItems()).toEqual(["上次.pingheng"]);
    backend.replies.set("clearRecent", { ok: true, value: { cleared: true } });
    await invoke(ownFrame(), channels.call, "clearRecent", {});
    expect(recentItems()).toEqual([]);
    expect(electron.app.recent).toEqual([]);
  });

  it("about the open model decides what the menu offers, and which file the window's title stands for", async () => {
    const enabled = (id: string) => menuItems().find((item) => item.id === id)?.enabled;
    expect(enabled("save")).toBe(false);
    tell(ownFrame(), channels.dropped, "/模型/题.pingheng");
    tell(ownFrame(), channels.shown, { readOnly: false, portfolio: false, path: "/模型/题.pingheng" });
    expect([enabled("save"), window.represented]).toEqual([true, "/模型/题.pingheng"]);
    tell(ownFrame(), channels.shown, { readOnly: true, portfolio: false, path: "/etc/passwd" });
    expect([enabled("save"), window.represented]).toEqual([false, ""]);
    tell(ownFrame(), channels.shown, null);
    expect(enabled("saveAs")).toBe(false);
  });
});

function menuItems(): readonly electron.FakeItem[] {
  const below = (item: electron.FakeItem): readonly electron.FakeItem[] => [
    item,
    ...(item.submenu ?? []).flatMap(below),
  ];
  return electron.Menu.current.flatMap(below);
}

const recentItems = () => menuItems().flatMap(({ id, label }) => (id?.startsWith("recent.") ? [label] : []));

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
    expect(electron.Menu.current.map(({ label }) => label)).toEqual(["File", "Edit", "Pages", "Tools", "View", "Help"]);
    electron.answers.push({ canceled: true, filePaths: [] });
    await invoke(ownFrame(), channels.pickOpen);
    expect(electron.asked[0]?.options["filters"]).toMatchObject([{ name: "Pingheng models" }, {}]);
    await invoke(ownFrame(), channels.call, "host", { lang: "zh" });
    expect(electron.Menu.current.map(({ label }) => label)).toEqual(["文件", "编辑", "页面", "工具", "视图", "帮助"]);
    await invoke(ownFrame(), channels.call, "host", { lang: "fr" });
    expect(electron.Menu.current[0]?.label).toBe("文件");
  });
});
