import { useEffect } from "react";
import type { Command, CommandName } from "../../app/contract.ts";
import { closeExplain, useExplain } from "../explain/store.ts";
import type { WordKey } from "../language/i18n.ts";
import { desktop } from "../session/host.ts";
import { openPath } from "../session/open.ts";
import { commands, runCommand } from "./commands.ts";
import { isMac } from "./keyText.ts";
import { useNavigation } from "./navigation.ts";
import { alongList, goToRegion } from "./regions.ts";

/** What a key has to do with, as the list of keys groups them. */
export const shortcutGroups = ["file", "go", "change", "cells", "grid", "help"] as const;
type Group = (typeof shortcutGroups)[number];

interface Shortcut {
  readonly keys: readonly string[];
  readonly label: WordKey;
  readonly group: Group;
  /** Absent for those that a grid or field handles itself. */
  readonly command?: CommandName;
}

const told = (group: Group, keys: readonly string[], label: WordKey, command?: CommandName): Shortcut => ({
  ...{ group, keys, label },
  ...(command === undefined ? {} : { command }),
});

/** Every shortcut, as the list of keys shows them; `Mod` is Ctrl, or ⌘ on a Mac. */
export const shortcuts: readonly Shortcut[] = [
  told("file", ["Mod+N"], "shortcut.new", "new"),
  told("file", ["Mod+O"], "shortcut.open", "open"),
  told("file", ["Mod+S"], "shortcut.save", "save"),
  told("file", ["Mod+Alt+S"], "shortcut.note", "note"),
  told("file", ["Mod+Shift+S"], "shortcut.saveAs", "saveAs"),
  told("file", ["Mod+P"], "print.preview", "print"),
  told("go", ["Mod+K", "Mod+Shift+P"], "shortcut.palette", "palette"),
  told("go", ["Mod+F"], "shortcut.find", "find"),
  told("go", ["F3"], "shortcut.findNext", "findNext"),
  told("go", ["Shift+F3"], "shortcut.findBack", "findBack"),
  told("go", ["Alt+1"], "shortcut.board", "page.board"),
  told("go", ["Alt+2"], "shortcut.components", "page.components"),
  told("go", ["Alt+3"], "shortcut.lines", "page.lines"),
  told("go", ["Alt+4"], "shortcut.scenarios", "page.scenarios"),
  told("go", ["Alt+5"], "shortcut.statements", "page.statements"),
  told("go", ["Alt+ArrowLeft"], "shortcut.back", "back"),
  told("go", ["Alt+ArrowRight"], "shortcut.forward", "forward"),
  told("go", ["F6", "Shift+F6"], "shortcut.region"),
  told("go", ["Arrow"], "shortcut.along"),
  told("go", ["F8"], "shortcut.missing", "missing"),
  told("go", ["F9"], "shortcut.assumed", "assumed"),
  told("change", ["Mod+Z"], "shortcut.undo", "undo"),
  told("change", ["Mod+Shift+Z", "Mod+Y"], "shortcut.redo", "redo"),
  told("change", ["Mod+G"], "shortcut.solve", "solve"),
  told("cells", ["Arrow", "Tab", "Enter"], "shortcut.cellMove"),
  told("cells", ["Mod+Arrow", "Home", "End", "Mod+Home", "Mod+End"], "shortcut.cellEdge"),
  told("cells", ["F2"], "shortcut.cellEdit"),
  told("cells", ["Escape"], "shortcut.cellBack"),
  told("cells", ["Shift+Arrow", "Mod+A"], "shortcut.cellChoose"),
  told("cells", ["Mod+D"], "shortcut.cellDown"),
  told("cells", ["Mod+R"], "shortcut.cellRight"),
  told("cells", ["Delete"], "shortcut.cellClear"),
  told("cells", ["Mod+C", "Mod+X", "Mod+V"], "shortcut.cellCopy"),
  told("cells", ["Enter"], "shortcut.cellRow"),
  told("grid", ["Arrow", "Shift+Arrow", "Mod+Arrow"], "shortcut.move"),
  told("grid", ["Mod+C"], "shortcut.copy"),
  told("grid", ["Enter"], "shortcut.explain"),
  told("help", ["F1"], "guidebook.title", "guidebook"),
  told("help", ["?"], "shortcut.help", "shortcuts"),
  told("help", ["Mod+,"], "preferences.title", "preferences"),
  told("help", ["Escape"], "shortcut.close"),
];

type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey"> & { readonly code?: string };

/** The name of a key press as the table above writes it. */
export function keyName(event: Pressed): string {
  // On a Mac the option key turns digits and letters into other signs: the key itself is meant.
  const bare = event.altKey ? /^(?:Digit|Key)(.)$/.exec(event.code ?? "")?.[1] : undefined;
  const key = bare ?? (event.key.length === 1 ? event.key.toUpperCase() : event.key);
  const shift = event.shiftKey && /^[A-Z]$|^.{2,}$/.test(key);
  return `${event.ctrlKey || event.metaKey ? "Mod+" : ""}${event.altKey ? "Alt+" : ""}${shift ? "Shift+" : ""}${key}`;
}

/** Inputs that hold no text, and so have no undo: the choices of a view, a tick, a slider. */
const TEXTLESS = /^(radio|checkbox|button|submit|reset|range|file|color)$/;

function inText(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !TEXTLESS.test(target.type);
  return target instanceof HTMLElement && (target.isContentEditable || target instanceof HTMLTextAreaElement);
}

/** Text that is not the model's (a search, a path in a dialog) has an undo of its own. */
function ownUndo(target: EventTarget | null): boolean {
  return (
    inText(target) &&
    (target as HTMLElement).closest(".field, .editor, .component-head, .scenario, .pack, .expected") === null
  );
}

/** Keys that only move the cursor: between parts of the window, and along a list. */
function movesCursor(name: string, event: KeyboardEvent): boolean {
  if (name === "F6" || name === "Shift+F6") return goToRegion(name === "F6" ? 1 : -1);
  return name === event.key && !inText(event.target) && alongList(event);
}

function onKey(event: KeyboardEvent): void {
  // What takes it, such as a cell that gives its old value back, has said so.
  const isFree = !event.defaultPrevented && useNavigation.getState().dialog === null;
  if (event.key === "Escape" && isFree && useExplain.getState().trail.length > 0) closeExplain();
  const name = keyName(event);
  if (isFree && movesCursor(name, event)) {
    event.preventDefault();
    return;
  }
  const command = shortcuts.find((shortcut) => shortcut.keys.includes(name))?.command;
  if (command === undefined) return;
  if (name === "?" && inText(event.target)) return;
  if ((command === "undo" || command === "redo") && ownUndo(event.target)) return;
  // On a Mac these move by words.
  if (isMac && /^Alt\+Arrow/.test(name) && inText(event.target)) return;
  if (isBehind(command)) return;
  if (runCommand(command)) event.preventDefault();
}

/** A dialog over the page is not left by going elsewhere behind it. */
const isBehind = (command: CommandName): boolean =>
  useNavigation.getState().dialog !== null && /^(find|back$|forward$)/.test(command);

/** What the menu of the desktop shell tells; a name of another version's is passed over. */
function onCommand(command: Command): void {
  if (command.name === "openPath") void openPath(command.path);
  else if ((command.name === "undo" || command.name === "redo") && ownUndo(document.activeElement))
    // The only way to reach the undo of a text field.
    document.execCommand(command.name);
  else if (Object.hasOwn(commands, command.name)) runCommand(command.name);
}

/** Listens to the keyboard and to the desktop shell's menu. */
export function useShortcuts(): void {
  useEffect(() => {
    window.addEventListener("keydown", onKey);
    const stop = desktop()?.onCommand(onCommand);
    return () => {
      window.removeEventListener("keydown", onKey);
      stop?.();
    };
  }, []);
}
