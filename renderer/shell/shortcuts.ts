import { useEffect } from "react";
import { closeExplain, useExplain } from "../explain/store.ts";
import type { WordKey } from "../language/i18n.ts";
import { confirmAndGoOn } from "../session/assumed.ts";
import { redo, undo } from "../session/edit.ts";
import { desktop } from "../session/host.ts";
import { goToNextMissing } from "../session/missing.ts";
import { openPath, pickAndOpen } from "../session/open.ts";
import { save, saveAs } from "../session/save.ts";
import { getSession } from "../session/store.ts";
import { goTo, openDialog, useNavigation } from "./navigation.ts";

interface Shortcut {
  readonly keys: readonly string[];
  readonly label: WordKey;
  /** Absent for those that a grid or field handles itself. */
  readonly run?: () => void;
  /** Only with a model open. */
  readonly inModel?: boolean;
}

/** Every shortcut, as the list on F1 shows them; `Mod` is Ctrl, or ⌘ on a Mac. */
export const shortcuts: readonly Shortcut[] = [
  { keys: ["Mod+N"], label: "shortcut.new", run: () => openDialog("new") },
  { keys: ["Mod+O"], label: "shortcut.open", run: () => void pickAndOpen() },
  { keys: ["Mod+S"], label: "shortcut.save", run: () => void save(), inModel: true },
  { keys: ["Mod+Alt+S"], label: "shortcut.note", run: () => openDialog("note"), inModel: true },
  { keys: ["Mod+Shift+S"], label: "shortcut.saveAs", run: () => void saveAs(), inModel: true },
  { keys: ["Mod+Z"], label: "shortcut.undo", run: () => void undo(), inModel: true },
  { keys: ["Mod+Shift+Z", "Mod+Y"], label: "shortcut.redo", run: () => void redo(), inModel: true },
  { keys: ["Alt+1"], label: "shortcut.board", run: () => goTo({ page: "board" }), inModel: true },
  { keys: ["Alt+2"], label: "shortcut.components", run: () => goTo({ page: "components" }), inModel: true },
  { keys: ["Alt+3"], label: "shortcut.lines", run: () => goTo({ page: "lines" }), inModel: true },
  { keys: ["Alt+4"], label: "shortcut.scenarios", run: () => goTo({ page: "scenarios" }), inModel: true },
  { keys: ["Alt+5"], label: "shortcut.statements", run: () => goTo({ page: "statements" }), inModel: true },
  { keys: ["F8"], label: "shortcut.missing", run: goToNextMissing, inModel: true },
  { keys: ["F9"], label: "shortcut.assumed", run: confirmAndGoOn, inModel: true },
  { keys: ["Mod+G"], label: "shortcut.solve", run: () => openDialog("solve"), inModel: true },
  { keys: ["F1", "?"], label: "shortcut.help", run: () => openDialog("shortcuts") },
  { keys: ["Escape"], label: "shortcut.close" },
  { keys: ["Arrow"], label: "shortcut.move" },
  { keys: ["Mod+C"], label: "shortcut.copy" },
  { keys: ["Enter"], label: "shortcut.explain" },
];

/** The name of a key press as the table above writes it. */
export function keyName(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
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

const undoKeys: ReadonlySet<string> = new Set(["Mod+Z", "Mod+Shift+Z", "Mod+Y"]);

function onKey(event: KeyboardEvent): void {
  // What takes it, such as a cell that gives its old value back, has said so.
  const isFree = !event.defaultPrevented && useNavigation.getState().dialog === null;
  if (event.key === "Escape" && isFree && useExplain.getState().trail.length > 0) closeExplain();
  const name = keyName(event);
  const found = shortcuts.find((shortcut) => shortcut.keys.includes(name));
  if (!found?.run) return;
  if (name === "?" && inText(event.target)) return;
  if (undoKeys.has(name) && ownUndo(event.target)) return;
  if (found.inModel && !getSession().session) return;
  event.preventDefault();
  found.run();
}

const commands: Readonly<Record<string, () => void>> = {
  new: () => openDialog("new"),
  open: () => void pickAndOpen(),
  save: () => void save(),
  saveAs: () => void saveAs(),
  undo: () => void undo(),
  redo: () => void redo(),
  shortcuts: () => openDialog("shortcuts"),
  solve: () => openDialog("solve"),
};

/** Listens to the keyboard and to the desktop shell's menu. */
export function useShortcuts(): void {
  useEffect(() => {
    window.addEventListener("keydown", onKey);
    const stop = desktop()?.onCommand((command) => {
      if (command.path !== undefined) void openPath(command.path);
      else commands[command.name]?.();
    });
    return () => {
      window.removeEventListener("keydown", onKey);
      stop?.();
    };
  }, []);
}
