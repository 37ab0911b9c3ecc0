import type { CommandName, ShownModel } from "../../app/contract.ts";

/** What must be open for a command to mean something. */
type Need = "model" | "project" | "writable";

export interface MenuCommand {
  readonly id: CommandName;
  /** The key the page listens to itself: the menu only shows it. */
  readonly keys?: string;
  readonly needs?: Need;
}

/** The commands of a menu, in groups with a line between them. */
type Groups = readonly (readonly MenuCommand[])[];

export const fileCommands = {
  begin: [
    { id: "new", keys: "CmdOrCtrl+N" },
    { id: "open", keys: "CmdOrCtrl+O" },
  ],
  keep: [
    { id: "save", keys: "CmdOrCtrl+S", needs: "writable" },
    { id: "note", keys: "CmdOrCtrl+Alt+S", needs: "writable" },
    { id: "saveAs", keys: "CmdOrCtrl+Shift+S", needs: "model" },
    { id: "lock", needs: "writable" },
  ],
  exchange: [
    { id: "import" },
    { id: "export", needs: "project" },
    { id: "print", keys: "CmdOrCtrl+P", needs: "project" },
  ],
  leave: [{ id: "close", needs: "model" }],
} as const satisfies Readonly<Record<string, readonly MenuCommand[]>>;

export const preferences: MenuCommand = { id: "preferences", keys: "CmdOrCtrl+," };
export const clearRecent: MenuCommand = { id: "clearRecent" };

/** Always to be had with a model: a text field has an undo of its own, of which the menu knows nothing. */
export const editCommands: Groups = [
  [
    { id: "undo", keys: "CmdOrCtrl+Z", needs: "model" },
    { id: "redo", keys: "CmdOrCtrl+Shift+Z", needs: "model" },
  ],
  [
    { id: "find", keys: "CmdOrCtrl+F", needs: "model" },
    { id: "findNext", keys: "F3", needs: "model" },
    { id: "findBack", keys: "Shift+F3", needs: "model" },
  ],
];

const page = (id: CommandName, keys?: string): MenuCommand => ({
  id,
  needs: "project",
  ...(keys === undefined ? {} : { keys }),
});

export const pageCommands: Groups = [
  [
    { id: "back", keys: "Alt+Left", needs: "project" },
    { id: "forward", keys: "Alt+Right", needs: "project" },
  ],
  [
    page("page.board", "Alt+1"),
    page("page.statements", "Alt+5"),
    page("page.lines", "Alt+3"),
    page("page.review"),
    page("page.revisions"),
    page("page.actuals"),
    page("page.bids"),
    page("page.levers"),
    page("page.advise"),
    page("page.simulate"),
    page("page.scenarios", "Alt+4"),
  ],
  [page("page.guide"), page("page.components", "Alt+2"), page("page.customLines")],
  [
    page("page.project"),
    page("page.timeline"),
    page("page.parties"),
    page("page.plots"),
    page("page.records"),
    page("page.packs"),
    page("page.conventions"),
    page("page.rules"),
  ],
];

export const toolCommands: Groups = [
  [
    { id: "palette", keys: "CmdOrCtrl+K" },
    { id: "add", needs: "project" },
  ],
  [
    { id: "solve", keys: "CmdOrCtrl+G", needs: "project" },
    { id: "missing", keys: "F8", needs: "project" },
    { id: "assumed", keys: "F9", needs: "project" },
  ],
  [{ id: "experience" }, { id: "keys" }],
];

export const helpCommands: Groups = [
  [
    { id: "guidebook", keys: "F1" },
    { id: "shortcuts", keys: "?" },
  ],
  [{ id: "licences" }],
];
export const about: MenuCommand = { id: "about" };

/** Whether a command means something now. */
export function isOffered({ needs }: MenuCommand, shown: ShownModel | null): boolean {
  if (needs === undefined) return true;
  if (shown === null) return false;
  if (needs === "writable") return !shown.readOnly;
  return needs === "model" || !shown.portfolio;
}
