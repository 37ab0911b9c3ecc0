import { useEffect } from "react";
import type { Command, CommandName } from "../../app/contract.ts";
import { closeExplain, useExplain } from "../explain/store.ts";
import type { WordKey } from "../language/i18n.ts";
import { desktop } from "../session/host.ts";
import { openPath } from "../session/open.ts";
import { commands, runCommand } from "./commands.ts";
import { useNavigation } from "./navigation.ts";

interface Shortcut {
  readonly keys: readonly string[];
  readonly label: WordKey;
  /** Absent for those that a grid or field handles itself. */
  readonly command?: CommandName;
}

/** Every shortcut, as the list on F1 shows them; `Mod` is Ctrl, or ⌘ on a Mac. */
export const shortcuts: readonly Shortcut[] = [
  { keys: ["Mod+N"], label: "shortcut.new", command: "new" },
  { keys: ["Mod+O"], label: "shortcut.open", command: "open" },
  { keys: ["Mod+S"], label: "shortcut.save", command: "save" },
  { keys: ["Mod+Alt+S"], label: "shortcut.note", command: "note" },
  { keys: ["Mod+Shift+S"], label: "shortcut.saveAs", command: "saveAs" },
  { keys: ["Mod+P"], label: "print.preview", command: "print" },
  { keys: ["Mod+Z"], label: "shortcut.undo", command: "undo" },
  { keys: ["Mod+Shift+Z", "Mod+Y"], label: "shortcut.redo", command: "redo" },
  { keys: ["Alt+1"], label: "shortcut.board", command: "page.board" },
  { keys: ["Alt+2"], label: "shortcut.components", command: "page.components" },
  { keys: ["Alt+3"], label: "shortcut.lines", command: "page.lines" },
  { keys: ["Alt+4"], label: "shortcut.scenarios", command: "page.scenarios" },
  { keys: ["Alt+5"], label: "shortcut.statements", command: "page.statements" },
  { keys: ["F8"], label: "shortcut.missing", command: "missing" },
  { keys: ["F9"], label: "shortcut.assumed", command: "assumed" },
  { keys: ["Mod+G"], label: "shortcut.solve", command: "solve" },
  { keys: ["Mod+,"], label: "preferences.title", command: "preferences" },
  { keys: ["F1", "?"], label: "shortcut.help", command: "shortcuts" },
  { keys: ["Escape"], label: "shortcut.close" },
  { keys: ["Arrow"], label: "shortcut.move" },
  { keys: ["Mod+C"], label: "shortcut.copy" },
  { keys: ["Enter"], label: "shortcut.explain" },
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

function inText(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA)$/.test(target.tagName));
}

/** Text that is not the model's (a search, a path in a dialog) has an undo of its own. */
function ownUndo(target: EventTarget | null): boolean {
  return (
    inText(target) &&
    (target as HTMLElement).closest(".field, .editor, .component-head, .scenario, .pack, .expected") === null
  );
}

function onKey(event: KeyboardEvent): void {
  // What takes it, such as a cell that gives its old value back, has said so.
  const isFree = !event.defaultPrevented && useNavigation.getState().dialog === null;
  if (event.key === "Escape" && isFree && useExplain.getState().trail.length > 0) closeExplain();
  const name = keyName(event);
  const command = shortcuts.find((shortcut) => shortcut.keys.includes(name))?.command;
  if (command === undefined) return;
  if (name === "?" && inText(event.target)) return;
  if ((command === "undo" || command === "redo") && ownUndo(event.target)) return;
  if (runCommand(command)) event.preventDefault();
}

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
