import type { MenuItemConstructorOptions } from "electron";
import type { Lang } from "../../app/contract.ts";
import { type ShellWord, shellWords } from "../wording.ts";

export interface MenuChoices {
  readonly lang: Lang;
  readonly platform: NodeJS.Platform;
  /** Developer tools exist in a program run from its sources only. */
  readonly developer: boolean;
  /** Called with the name of the page's command. */
  command(name: string): void;
}

/** Commands of the page, with the keys it listens to itself: the menu only shows them. */
const commands: Readonly<Record<string, { readonly word: ShellWord; readonly keys?: string }>> = {
  new: { word: "new", keys: "CmdOrCtrl+N" },
  open: { word: "open", keys: "CmdOrCtrl+O" },
  save: { word: "save", keys: "CmdOrCtrl+S" },
  saveAs: { word: "saveAs", keys: "CmdOrCtrl+Shift+S" },
  undo: { word: "undo", keys: "CmdOrCtrl+Z" },
  redo: { word: "redo", keys: "CmdOrCtrl+Shift+Z" },
  solve: { word: "solve", keys: "CmdOrCtrl+G" },
  shortcuts: { word: "shortcuts", keys: "F1" },
};

/** The menu of the window. Items are told apart by id, never by their label, which changes with the language. */
export function menuTemplate(choices: MenuChoices): MenuItemConstructorOptions[] {
  const words = shellWords(choices.lang);
  const run = (id: string): MenuItemConstructorOptions => {
    const { word, keys } = commands[id] ?? { word: "about" };
    return {
      id,
      label: words[word],
      ...(keys === undefined ? {} : { accelerator: keys, registerAccelerator: false }),
      click: () => choices.command(id),
    };
  };
  const role = (id: ShellWord, name: NonNullable<MenuItemConstructorOptions["role"]>): MenuItemConstructorOptions => ({
    id,
    label: words[id],
    role: name,
  });
  const line: MenuItemConstructorOptions = { type: "separator" };
  const menu = (id: ShellWord, submenu: MenuItemConstructorOptions[]): MenuItemConstructorOptions => ({
    id,
    label: words[id],
    submenu,
  });
  const application: MenuItemConstructorOptions[] = [{ role: "appMenu" }];
  return [
    ...(choices.platform === "darwin" ? application : []),
    menu("file", [run("new"), run("open"), line, run("save"), run("saveAs"), line, role("quit", "quit")]),
    menu("edit", [
      run("undo"),
      run("redo"),
      line,
      role("cut", "cut"),
      role("copy", "copy"),
      role("paste", "paste"),
      role("selectAll", "selectAll"),
    ]),
    menu("view", [
      role("zoomIn", "zoomIn"),
      role("zoomOut", "zoomOut"),
      role("resetZoom", "resetZoom"),
      line,
      role("fullScreen", "togglefullscreen"),
      ...(choices.developer ? [role("developerTools", "toggleDevTools")] : []),
    ]),
    menu("tools", [run("solve")]),
    menu("help", [run("shortcuts"), role("about", "about")]),
  ];
}
