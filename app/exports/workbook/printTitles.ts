interface PrintTitles {
  readonly name: string;
  readonly range: string;
  /** The sheet. */
  readonly scope: string;
}

/** Rows and columns that every printed page of a sheet repeats. Put down as a name, for the library leaves sheet names in its own ones without quotes, which Excel then takes for damage. */
export function printTitles(sheet: string, rows: number, columns = ""): PrintTitles {
  const quoted = `'${sheet.replaceAll("'", "''")}'`;
  const ranges = [...(columns === "" ? [] : [columns]), `$1:$${rows}`];
  return { name: "_xlnm.Print_Titles", range: ranges.map((range) => `${quoted}!${range}`).join(","), scope: sheet };
}
