import { describe, expect, it } from "vitest";
import { menuTemplate } from "../../electron/menu/template.ts";
import { shellWords, systemLang } from "../../electron/wording.ts";
import type { FakeItem } from "./fake/electron.ts";

function itemsOf(choices: Partial<Parameters<typeof menuTemplate>[0]> = {}): { all: FakeItem[]; given: string[] } {
  const given: string[] = [];
  const template = menuTemplate({
    lang: "zh",
    platform: "linux",
    developer: false,
    command: (name) => given.push(name),
    ...choices,
  }) as unknown as FakeItem[];
  return { all: template.flatMap((item) => [item, ...(item.submenu ?? [])]), given };
}

describe("the menu", () => {
  it("names every item by an id that is the same in both languages", () => {
    const ids = (lang: "zh" | "en") => itemsOf({ lang }).all.map(({ id, type }) => id ?? type);
    expect(ids("zh")).toEqual(ids("en"));
    const named = itemsOf().all.filter(({ type }) => type !== "separator");
    expect(new Set(named.map(({ id }) => id)).size).toBe(named.length);
  });

  it("is worded in the language of the page, every item", () => {
    for (const { id, label, type } of itemsOf({ lang: "zh" }).all) {
      if (type !== "separator") expect(label, id).toMatch(/\p{Script=Han}/u);
    }
    for (const { id, label, type } of itemsOf({ lang: "en" }).all) {
      if (type !== "separator") expect(label, id).toMatch(/^[A-Z][A-Za-z ]+…?$/);
    }
    expect(Object.keys(shellWords("zh"))).toEqual(Object.keys(shellWords("en")));
  });

  it("gives the page its commands, and leaves their keys to the page", () => {
    const { all, given } = itemsOf();
    const commands = all.filter(({ click }) => click);
    for (const { click } of commands) click?.();
    expect(given).toEqual(["new", "open", "save", "saveAs", "undo", "redo", "solve", "shortcuts"]);
    for (const item of commands)
      expect(item).toMatchObject({ registerAccelerator: false, accelerator: expect.any(String) });
  });

  it("has developer tools in a program run from its sources only, and never a way to load the page again", () => {
    const roles = (developer: boolean) => itemsOf({ developer }).all.flatMap(({ role }) => role ?? []);
    expect(roles(true)).toContain("toggleDevTools");
    expect(roles(false)).not.toContain("toggleDevTools");
    for (const role of ["reload", "forceReload"]) expect(roles(true)).not.toContain(role);
  });

  it("has the application menu on a Mac", () => {
    expect(itemsOf({ platform: "darwin" }).all[0]).toEqual({ role: "appMenu" });
    expect(itemsOf({ platform: "win32" }).all[0]?.id).toBe("file");
  });
});

it("the language before the page has spoken is the computer's", () => {
  expect(["zh-CN", "zh", "ZH-TW", "en-GB", "de", ""].map(systemLang)).toEqual(["zh", "zh", "zh", "en", "en", "en"]);
});
