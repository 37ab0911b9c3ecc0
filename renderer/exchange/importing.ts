import { create } from "zustand";
import type { Calls } from "../../app/contract.ts";
import { openDialog } from "../shell/navigation.ts";

/** A spreadsheet as it was picked: by its path in the desktop shell, otherwise by its bytes. */
export type Picked = Pick<Calls["importSheets"]["args"], "name" | "path" | "base64">;

interface Importing {
  /** What the dialog of the import begins with; nothing where it is yet to be picked. */
  readonly picked: Picked | null;
}

export const useImporting = create<Importing>()(() => ({ picked: null }));

/** Whether a file is a spreadsheet by its name; which of them can be read is told by the import. */
export const isSpreadsheet = (name: string): boolean => /\.xls[xm]?$/i.test(name);

/** Opens the dialog of the import, with a file that was picked already where there is one. */
export function beginImport(picked: Picked | null = null): void {
  useImporting.setState({ picked });
  openDialog("import");
}
