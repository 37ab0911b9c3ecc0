import { create } from "zustand";
import type { Calls } from "../../app/contract.ts";
import { openDialog } from "../shell/navigation.ts";

/** A spreadsheet as it was picked: by its path in the desktop shell, otherwise by its bytes. */
export type Picked = Pick<Calls["importSheets"]["args"], "name" | "path" | "base64">;

interface Importing {
  /** What the dialog of the import begins with; nothing where it is yet to be picked. */
  readonly picked: Picked | null;
  /** Path of the input that a table is mapped to, where one is asked for. */
  readonly target: string | undefined;
}

export const useImporting = create<Importing>()(() => ({ picked: null, target: undefined }));

/** What is picked for an import. */
export const IMPORTED = ".xlsx,.csv,.tsv,.txt";

/** Whether a file is one table as text. */
export const isTextTable = (name: string): boolean => /\.(csv|tsv|txt)$/i.test(name);

let jobs = 0;

/** A name for a reading, by which it can be cancelled; two windows have one host. */
export function freshImportJob(): string {
  jobs += 1;
  return `import ${performance.timeOrigin} ${jobs}`;
}

/** Whether a file is a spreadsheet by its name; which of them can be read is told by the import. */
export const isSpreadsheet = (name: string): boolean => /\.xls[xm]?$/i.test(name) || isTextTable(name);

/** Opens the dialog of the import, with a file that was picked already where there is one. */
export function beginImport(picked: Picked | null = null, target?: string): void {
  useImporting.setState({ picked, target });
  openDialog("import");
}
