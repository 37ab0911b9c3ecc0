import { lettersOf } from "./columns.ts";

interface PrintName {
  readonly name: string;
  readonly range: string;
  /** The sheet. */
  readonly scope: string;
}

/** What of a sheet is printed, from its first cell. */
export const printArea = (sheet: string, columns: number, rows: number): PrintName => ({
  name: "_xlnm.Print_Area",
  range: `${quotedName(sheet)}!$A$1:$${lettersOf(columns)}$${rows}`,
  scope: sheet,
});

const quotedName = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`;

/** Rows and columns that every printed page of a sheet repeats. Put down as a name, for the library leaves sheet names in its own ones without quotes, which Excel then takes for damage. */
export function printTitles(sheet: string, rows: number, columns = ""): PrintName {
  const quoted = quotedName(sheet);
  const ranges = [...(columns === "" ? [] : [columns]), `$1:$${rows}`];
  return { name: "_xlnm.Print_Titles", range: ranges.map((range) => `${quoted}!${range}`).join(","), scope: sheet };
}
