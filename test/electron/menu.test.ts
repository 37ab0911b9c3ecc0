import { afterEach, describe, expect, it, vi } from "vitest";
import type { CommandName } from "../../app/contract.ts";
import { menuTemplate } from "../../electron/menu/template.ts";
import { shellWords, systemLang } from "../../electron/wording/index.ts";
import { en } from "../../renderer/language/en/index.ts";
import { zh } from "../../renderer/language/zh/index.ts";
import { commands } from "../../renderer/shell/commands.ts";
import { keyName, shortcuts } from "../../renderer/shell/shortcuts.ts";
import type { FakeItem } from "./fake/electron.ts";

vi.mock("electron", () => import("./fake/electron.ts"));
afterEach(() => vi.restoreAllMocks());

type Choices = Parameters<typeof menuTemplate>[0];
const project = { readOnly: false, portfolio: false };

function itemsOf(choices: Partial<Choices> = {}) {
  const given: CommandName[] = [];
  const opened: string[] = [];
  const template = menuTemplate({
    lang: "zh",
    platform: "linux",
    developer: false,
    shown: project,
    recent: [],
    command: (name) => given.push(name),
    openRecent: (path) => opened.push(path),
    ...choices,
  }) as unknown as FakeItem[];
  const below = (item: FakeItem): FakeItem[] => [item, ...(item.submenu ?? []).flatMap(below)];
  return { top: template, all: template.flatMap(below), given, opened };
}

const platforms: readonly NodeJS.Platform[] = ["linux", "win32", "darwin"];
/** Every menu item that runs a command of the page, on any system. */
const commandItems = platforms.flatMap((platform) =>
  itemsOf({ platform, recent: ["/模型/一.pingheng"] }).all.filter(
    ({ id, click }) => click && !id?.startsWith("recent."),
  ),
);

describe("the menu", () => {
  it("names every item by an id that is the same in both languages, each once", () => {
    for (const platform of platforms) {
      const ids = (lang: "zh" | "en") => itemsOf({ lang, platform }).all.map(({ id, type }) => id ?? type);
      expect(ids("zh")).toEqual(ids("en"));
      const named = itemsOf({ platform }).all.filter(({ type }) => type !== "separator");
      expect(new Set(named.map(({ id }) => id)).size).toBe(named.length);
    }
  });

  it("is worded in the language of the page, every item, roles too", () => {
    for (const platform of platforms) {
      for (const { id, label, type } of itemsOf({ lang: "zh", platform }).all) {
        if (type !== "separator") expect(label, id).toMatch(/\p{Script=Han}/u);
      }
      for (const { id, label, type } of itemsOf({ lang: "en", platform }).all) {
        if (type !== "separator") expect(label, id).toMatch(/^[A-Z][A-Za-z ,-]+…?$/);
      }
    }
    expect(Object.keys(shellWords("zh"))).toEqual(Object.keys(shellWords("en")));
  });

  it("calls pages as the page itself does", () => {
    for (const [lang, words] of [
      ["zh", zh],
      ["en", en],
    ] as const) {
      const pages = Object.entries(shellWords(lang)).filter(([id]) => id.startsWith("page."));
      expect(pages.length).toBeGreaterThan(20);
      for (const [id, word] of pages) expect(word).toBe(words.page[id.slice("page.".length) as "board"]);
    }
  });

  it("has every command the page knows, and none it does not", () => {
    const sent = new Set(commandItems.map(({ id }) => id));
    expect([...sent].sort()).toEqual(Object.keys(commands).sort());
    const { all, given } = itemsOf();
    const clicked = all.filter(({ click }) => click);
    for (const { click } of clicked) click?.();
    expect(given).toEqual(clicked.map(({ id }) => id));
  });

  it("shows the keys the page listens to, every one of them, and leaves them to the page", () => {
    const listened = shortcuts.flatMap(({ command, keys }) =>
      command === undefined ? [] : [[command, keys] as const],
    );
    for (const [command, keys] of listened) {
      const shown = commandItems.filter(({ id }) => id === command);
      expect(shown.length, command).toBeGreaterThan(0);
      for (const { accelerator } of shown) {
        const key = accelerator?.replace("CmdOrCtrl", "Mod").replace(/(?=(Left|Right)$)/, "Arrow");
        expect(keys).toContain(key);
      }
    }
    const known = new Set(listened.map(([command]) => command));
    for (const item of commandItems) {
      expect(item.accelerator === undefined, item.id).toBe(!known.has(item.id as CommandName));
      if (item.accelerator !== undefined) expect(item.registerAccelerator).toBe(false);
    }
  });

  it("offers what means something: without a model, with one that cannot be changed, with a portfolio", () => {
    const offered = (shown: Choices["shown"]) =>
      itemsOf({ shown })
        .all.filter(({ click, enabled }) => click && enabled)
        .map(({ id }) => id);
    expect(offered(null)).toEqual([
      "new",
      "open",
      "import",
      "preferences",
      "palette",
      "experience",
      "keys",
      "guidebook",
      "shortcuts",
      "licences",
      "about",
    ]);
    const fixed = offered({ ...project, readOnly: true });
    expect(fixed).toEqual(expect.arrayContaining(["saveAs", "export", "print", "page.board", "close"]));
    for (const id of ["save", "note", "lock"]) expect(fixed).not.toContain(id);
    const pooled = offered({ ...project, portfolio: true });
    expect(pooled).toEqual(expect.arrayContaining(["save", "undo", "close"]));
    for (const id of ["page.board", "solve", "export"]) expect(pooled).not.toContain(id);
  });

  it("has developer tools in a program run from its sources only, and never a way to load the page again", () => {
    const roles = (developer: boolean) => itemsOf({ developer }).all.flatMap(({ role }) => role ?? []);
    expect(roles(true)).toContain("toggleDevTools");
    expect(roles(false)).not.toContain("toggleDevTools");
    for (const role of ["reload", "forceReload"]) expect(roles(true)).not.toContain(role);
  });

  it("has on a Mac the application's own menu and that of windows, with their roles", () => {
    const { top } = itemsOf({ platform: "darwin" });
    expect(top.map(({ id }) => id)).toEqual([
      "application",
      "file",
      "edit",
      "pages",
      "tools",
      "view",
      "window",
      "help",
    ]);
    const roles = (id: string) => top.find((item) => item.id === id)?.submenu?.flatMap(({ role }) => role ?? []);
    expect(roles("application")).toEqual(["services", "hide", "hideOthers", "unhide", "quit"]);
    expect(roles("window")).toEqual(["minimize", "zoom", "close", "front"]);
    expect(top.map(({ role }) => role).filter(Boolean)).toEqual(["window", "help"]);
    expect(top[0]?.submenu?.map(({ id }) => id)).toEqual(expect.arrayContaining(["about", "preferences"]));
    expect(itemsOf({ platform: "win32" }).top[0]?.id).toBe("file");
  });
});

describe("the files opened last", () => {
  it("can be opened from the menu, and forgotten", () => {
    const { all, opened, given } = itemsOf({ recent: ["/模型/一.pingheng", "/别处/二.json"] });
    const files = all.filter(({ id }) => id?.startsWith("recent."));
    expect(files.map(({ label, sublabel }) => [label, sublabel])).toEqual([
      ["一.pingheng", "/模型/一.pingheng"],
      ["二.json", "/别处/二.json"],
    ]);
    files[1]?.click?.();
    all.find(({ id }) => id === "clearRecent")?.click?.();
    expect([opened, given]).toEqual([["/别处/二.json"], ["clearRecent"]]);
  });

  it("have names without signs that turn their order, and none that becomes a key of the menu", () => {
    const { all } = itemsOf({ recent: ["/模型/合同\u202egnehgnip.exe&b\u0007.pingheng"] });
    const { label = "", sublabel = "" } = all.find(({ id }) => id === "recent.0") ?? {};
    expect([label, sublabel]).toEqual(["合同gnehgnip.exe&&b.pingheng", "/模型/合同gnehgnip.exe&b.pingheng"]);
  });
});

it("a key of a Mac that writes another sign with the option key is known by its place", () => {
  const press = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: true };
  expect(keyName({ ...press, key: "¡", code: "Digit1" })).toBe("Alt+1");
  expect(keyName({ ...press, metaKey: true, key: "ß", code: "KeyS" })).toBe("Mod+Alt+S");
  expect(keyName({ ...press, key: "1" })).toBe("Alt+1");
});

it("the language before the page has spoken is the computer's", () => {
  expect(["zh-CN", "zh", "ZH-TW", "en-GB", "de", ""].map(systemLang)).toEqual(["zh", "zh", "zh", "en", "en", "en"]);
});
