import type { Reply } from "./basics.ts";

/** Pages of an open project that the menu of the desktop shell can show. */
export type PageName =
  | "board"
  | "guide"
  | "components"
  | "project"
  | "timeline"
  | "parties"
  | "plots"
  | "records"
  | "packs"
  | "conventions"
  | "customLines"
  | "scenarios"
  | "lines"
  | "review"
  | "revisions"
  | "bids"
  | "actuals"
  | "levers"
  | "advise"
  | "simulate"
  | "rules"
  | "statements";

/** What a menu can tell the face to do. */
export type CommandName =
  | "new"
  | "open"
  | "clearRecent"
  | "save"
  | "note"
  | "saveAs"
  | "import"
  | "export"
  | "print"
  | "lock"
  | "close"
  | "preferences"
  | "undo"
  | "redo"
  | "find"
  | "findNext"
  | "findBack"
  | "palette"
  | "add"
  | "back"
  | "forward"
  | "solve"
  | "missing"
  | "assumed"
  | "shortcuts"
  | "keys"
  | "experience"
  | "guidebook"
  | "licences"
  | "about"
  | `page.${PageName}`;

/** A command of the menu, or a file from outside that is to be opened. */
export type Command = { readonly name: CommandName } | { readonly name: "openPath"; readonly path: string };

/** The open model, as far as the menu and the title of the window show it. */
export interface ShownModel {
  readonly path?: string;
  readonly readOnly: boolean;
  /** A portfolio has no pages of its own. */
  readonly portfolio: boolean;
}

/** What the desktop shell adds to the calls: pickers, printer, menu, window. */
export interface Desktop {
  pickOpen(): Promise<string | null>;
  pickSave(suggestedName: string): Promise<string | null>;
  /** Menu commands and files opened from outside. */
  onCommand(listener: (command: Command) => void): () => void;
  setUnsaved(unsaved: boolean): void;
  /** Tells what the window shows; null without a model. */
  setShown?(shown: ShownModel | null): void;
  /** Prints what the page shows on paper, by the dialog of the system; false where the user cancels. */
  print?(): Promise<Reply<boolean>>;
  /** The same as a PDF at a path the user picks; null where none is picked. */
  savePdf?(suggestedName: string): Promise<Reply<string | null>>;
  /** Starts the application behind the page again, where it did not start, and loads the page anew. */
  reload?(): void;
  /** Path of a file dropped on the window, so that saving goes back to it. */
  pathOfDropped?(file: File): string | null;
}
