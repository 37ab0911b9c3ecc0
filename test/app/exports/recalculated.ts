import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseCsv } from "hucre/csv";
import type { Book, BookCell, BookSheet } from "../../../app/exports/workbook/book.ts";
import { lettersOf } from "../../../app/exports/workbook/columns.ts";
import { serialOfMonth } from "../../../app/exports/workbook/styles.ts";

/** Lets LibreOffice work out every formula again when it opens a file, as Excel does by itself. */
const ALWAYS = `<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`;

/** Unformatted values, every sheet to a file of its own. */
const EACH_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

/** The sheets of a workbook by name, as LibreOffice calculates them: texts, row by row. */
export function recalculated(
  soffice: string,
  bytes: Uint8Array,
  names: readonly string[],
): ReadonlyMap<string, readonly (readonly string[])[]> {
  const folder = mkdtempSync(join(tmpdir(), "pingheng-book-"));
  try {
    mkdirSync(join(folder, "profile/user"), { recursive: true });
    writeFileSync(join(folder, "profile/user/registrymodifications.xcu"), ALWAYS);
    writeFileSync(join(folder, "book.xlsx"), bytes);
    const call = [
      `-env:UserInstallation=file://${folder}/profile`,
      "--headless",
      "--convert-to",
      EACH_SHEET,
      "--outdir",
      join(folder, "out"),
      join(folder, "book.xlsx"),
    ];
    execFileSync(soffice, call, { stdio: "pipe", timeout: 280_000 });
    return new Map(names.map((name) => [name, rowsOf(readFileSync(join(folder, "out", `book-${name}.csv`), "utf8"))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A workbook as LibreOffice writes it when it is opened and saved. */
export function savedAnew(soffice: string, bytes: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "pingheng-anew-"));
  try {
    writeFileSync(join(folder, "book.xlsx"), bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const out = join(folder, "out");
    const call = [profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out];
    execFileSync(soffice, [...call, join(folder, "book.xlsx")], { stdio: "pipe", timeout: 280_000 });
    return readFileSync(join(out, "book.xlsx"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const rowsOf = (text: string): readonly (readonly string[])[] =>
  parseCsv(text, { preserveLeadingZeros: true }).map((row) => row.map((cell) => String(cell ?? "")));

export interface Difference {
  readonly cell: string;
  readonly formula: string;
  readonly ours: number | string | undefined;
  readonly theirs: string;
}

const NO_VALUE = /^(#|Err:)/;

/** Formulas whose recalculated value is not the one put down with them: amounts to 0.01, everything else to 1e-8 of it; no value is no value on both sides. */
export function differences(
  { sheets }: Book,
  sheetsBy: ReadonlyMap<string, readonly (readonly string[])[]>,
): { readonly count: number; readonly differ: readonly Difference[] } {
  let count = 0;
  const differ: Difference[] = [];
  for (const sheet of sheets) {
    const { name, rows } = sheet;
    const values = sheetsBy.get(name) ?? [];
    for (const [r, row] of rows.entries()) {
      for (const [c, cell] of wholeRow(sheet, r).entries()) {
        if (cell?.formula === undefined || cell.pending === true) continue;
        count += 1;
        const theirs = values[r]?.[c] ?? "";
        if (isSame(cell.result, theirs, cell.format) || isDifference(cell, wholeRow(sheet, r), theirs)) continue;
        differ.push({
          cell: `${name}!${lettersOf(c + 1)}${r + 1} ${row[0]?.text ?? ""}`,
          formula: cell.formula,
          ours: cell.result,
          theirs,
        });
      }
    }
  }
  return { count, differ };
}

/** The difference of two numbers is as exact as they are. */
function isDifference({ formula = "" }: BookCell, row: readonly (BookCell | undefined)[], theirs: string): boolean {
  return (
    /^D\d+-C\d+$/.test(formula) && theirs !== "" && Math.abs(Number(theirs)) <= 1e-8 * Math.abs(row[2]?.number ?? 0)
  );
}

function wholeRow({ rows, tails }: BookSheet, r: number): readonly (BookCell | undefined)[] {
  const row = rows[r] ?? [];
  const tail = tails?.get(r);
  if (tail === undefined) return row;
  const format = row.at(-1)?.format;
  const look = format === undefined ? {} : { format };
  return [...row, ...Array.from({ length: tail.count }, (_, i): BookCell => ({ ...tail.at(i), ...look }))];
}

function isSame(ours: number | string | undefined, theirs: string, format: string | undefined): boolean {
  if (ours === undefined) return NO_VALUE.test(theirs);
  if (typeof ours === "string") return ours === theirs;
  const day = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(theirs);
  if (day !== null) return ours === serialOfMonth(Number(day[3]) * 12 + Number(day[1]) - 1);
  // A spreadsheet writes 15 digits.
  const written = 1e-14 * Math.abs(ours);
  const tie = format === "#,##0.00" ? Math.max(0.01, written) : 1e-8 * Math.max(1, Math.abs(ours));
  const number = theirs.endsWith("%") ? Number(theirs.slice(0, -1)) / 100 : Number(theirs);
  return theirs !== "" && Math.abs(number - ours) <= tie;
}
