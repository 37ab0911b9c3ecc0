import { basename, extname } from "node:path";
import { exchangeProblem } from "../../../models/wording/exchange.ts";
import { fail, type Result, succeed } from "../../../models/wording/problem.ts";
import type { ReadSheet } from "../sheets/cells.ts";
import { openSheets } from "../sheets/file.ts";
import { readCsv } from "./csv.ts";

/** A file whose tables are to be mapped: its sheets, read when they are asked for. */
export interface TableFile {
  readonly names: readonly string[];
  readonly is1904: boolean;
  sheet(name: string): Result<ReadSheet>;
}

/** Names of files that hold one table as text. */
export const isCsv = (name: string): boolean => /\.(csv|tsv|txt)$/i.test(name);

/** Opens an .xlsx or a text file. Values only: formulas stay formulas. */
export function openTables(bytes: Uint8Array, file: string): Result<TableFile> {
  if (isCsv(file)) {
    const name = basename(file, extname(file));
    const sheet = readCsv(bytes, file, name);
    return sheet.ok ? succeed({ names: [name], is1904: false, sheet: () => sheet }) : sheet;
  }
  const opened = openSheets(bytes, file);
  if (!opened.ok) return opened;
  const { names, is1904 } = opened.value;
  return succeed({
    names,
    is1904,
    sheet: (name) => {
      const found = opened.value.sheet(name);
      if (!found.ok) return found;
      return found.value === undefined
        ? fail(exchangeProblem("no_sheet", file, { found: name }))
        : succeed(found.value);
    },
  });
}
