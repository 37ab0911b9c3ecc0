import { basename } from "node:path";
import type { MenuItemConstructorOptions } from "electron";
import type { CommandName, Lang, ShownModel } from "../../app/contract.ts";
import { plainText } from "../window/plain.ts";
import { type ShellWord, shellWords } from "../wording/index.ts";
import {
  about,
  clearRecent,
  editCommands,
  fileCommands,
  helpCommands,
  isOffered,
  type MenuCommand,
  pageCommands,
  preferences,
  toolCommands,
} from "./commands.ts";

export interface MenuChoices {
  readonly lang: Lang;
  readonly platform: NodeJS.Platform;
  /** Whether developer tools are offered. */
  readonly developer: boolean;
  /** The open model, if any. */
  readonly shown: ShownModel | null;
  /** Paths of the files opened last, newest first. */
  readonly recent: readonly string[];
  /** Runs a command of the page. */
  command(name: CommandName): void;
  openRecent(path: string): void;
}

type Item = MenuItemConstructorOptions;
type Role = NonNullable<Item["role"]>;

const line: Item = { type: "separator" };

/** Items in groups, with a line between two groups. */
const lined = (groups: readonly (readonly Item[])[]): Item[] =>
  groups.flatMap((group, index) => (index === 0 ? [...group] : [line, ...group]));

/** The menu of the window. Items are told apart by id, never by their label, which changes with the language. */
export function menuTemplate(choices: MenuChoices): Item[] {
  const { lang, platform, developer, shown, recent, command, openRecent } = choices;
  const words = shellWords(lang);
  const mac = platform === "darwin";
  const run = (one: MenuCommand): Item => ({
    id: one.id,
    label: words[one.id],
    enabled: isOffered(one, shown),
    ...(one.keys === undefined ? {} : { accelerator: one.keys, registerAccelerator: false }),
    click: () => command(one.id),
  });
  const all = (groups: readonly (readonly MenuCommand[])[]): Item[] => lined(groups.map((group) => group.map(run)));
  const role = (id: ShellWord, name: Role): Item => ({ id, label: words[id], role: name });
  const menu = (id: ShellWord, submenu: Item[], more: Item = {}): Item => ({ id, label: words[id], submenu, ...more });
  const files = (): Item[] =>
    recent.length === 0
      ? [{ id: "noRecent", label: words.noRecent, enabled: false }]
      : lined([recent.map((path, index) => recentItem(path, index, openRecent)), [run(clearRecent)]]);
  const { begin, keep, exchange, leave } = fileCommands;
  const ends = mac ? [] : [[run(preferences)], [role("quit", "quit")]];
  return [
    ...(mac ? [menu("application", applicationItems(role, run))] : []),
    menu(
      "file",
      lined([[...begin.map(run), menu("recent", files())], keep.map(run), exchange.map(run), leave.map(run), ...ends]),
    ),
    menu("edit", [
      ...all(editCommands),
      line,
      role("cut", "cut"),
      role("copy", "copy"),
      role("paste", "paste"),
      role("delete", "delete"),
      role("selectAll", "selectAll"),
    ]),
    menu("pages", all(pageCommands)),
    menu("tools", all(toolCommands)),
    menu("view", [
      role("zoomIn", "zoomIn"),
      role("zoomOut", "zoomOut"),
      role("resetZoom", "resetZoom"),
      line,
      role("fullScreen", "togglefullscreen"),
      ...(developer ? [role("developerTools", "toggleDevTools")] : []),
    ]),
    ...(mac
      ? [
          menu(
            "window",
            [
              role("minimize", "minimize"),
              role("zoom", "zoom"),
              role("closeWindow", "close"),
              line,
              role("front", "front"),
            ],
            { role: "window" },
          ),
        ]
      : []),
    menu("help", [...all(helpCommands), ...(mac ? [] : [run(about)])], mac ? { role: "help" } : {}),
  ];
}

/** The menu that bears the program's name on a Mac. */
function applicationItems(role: (id: ShellWord, name: Role) => Item, run: (one: MenuCommand) => Item): Item[] {
  return lined([
    [run(about)],
    [run(preferences)],
    [role("services", "services")],
    [role("hide", "hide"), role("hideOthers", "hideOthers"), role("unhide", "unhide")],
    [role("quit", "quit")],
  ]);
}

/** A file opened before. Its name is a stranger's, and `&` would become a key of the menu. */
function recentItem(path: string, index: number, open: (path: string) => void): Item {
  return {
    id: `recent.${index}`,
    label: plainText(basename(path)).replaceAll("&", "&&"),
    sublabel: plainText(path),
    click: () => open(path),
  };
}
