/** What a spreadsheet takes for the beginning of a formula, also behind blanks and in full width, and what it takes for a command. */
const RISKY_START = /^(?:[\t\r\n\0]|[\s\0]*[=+\-@＝＋－＠])/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** One CSV line after RFC 4180. A text a spreadsheet would take for a formula gets a leading apostrophe; negative numbers stay numbers. */
export function csvRow(cells: readonly string[]): string {
  return cells.map(csvCell).join(",");
}

/** A file for spreadsheets in UTF-8: its mark first, without which Excel takes Chinese for something else; lines end as RFC 4180 has it. */
export function separated(rows: readonly (readonly string[])[], form: "csv" | "tsv"): string {
  const lines = rows.map(form === "csv" ? csvRow : tsvRow);
  return `\uFEFF${lines.map((line) => `${line}\r\n`).join("")}`;
}

/** One line with tabs between its cells, safe as in `csvRow`. */
export const tsvRow = (cells: readonly string[]): string =>
  cells.map((text) => quoted(safe(text), /["\t\r\n]/)).join("\t");

const csvCell = (text: string): string => quoted(safe(text), /[",\r\n]/);

const safe = (text: string): string => (RISKY_START.test(text) && !NUMBER.test(text) ? `'${text}` : text);

const quoted = (text: string, special: RegExp): string =>
  special.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
