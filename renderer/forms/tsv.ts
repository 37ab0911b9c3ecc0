/**
 * Cells of a block copied from a spreadsheet: tabs between cells, line ends between rows, quotes around cells that
 * hold either. A last empty line is the line end of the row before it.
 */
export function parseTsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  const source = text.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  for (let at = 0; at < source.length; at += 1) {
    const letter = source[at] ?? "";
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (source[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (letter === '"' && cell === "") quoted = true;
    else if (letter === "\t" || letter === "\n") {
      rows.at(-1)?.push(unprotected(cell.trim()));
      cell = "";
      if (letter === "\n") rows.push([]);
    } else cell += letter;
  }
  rows.at(-1)?.push(unprotected(cell.trim()));
  const last = rows.at(-1);
  if (rows.length > 1 && last?.length === 1 && last[0] === "") rows.pop();
  return rows;
}

/** Whether a clipboard text is a block of cells rather than one value. */
export function isBlock(text: string): boolean {
  return /[\t\n]/.test(text.trim());
}

/** What a spreadsheet takes for the beginning of a formula, also behind blanks and in full width, or for a command. */
const RISKY = /^'*(?:[\t\r\n\0]|[\s\0]*[=+\-@＝＋－＠])/;
const NUMBER = /^-?\d+(\.\d+)?%?$/;

/** A text that a spreadsheet would take for a formula gets an apostrophe, which it does not show; numbers never. */
const safe = (text: string): string => (RISKY.test(text) && !NUMBER.test(text) ? `'${text}` : text);

/** A text as it was before it was made safe. */
const unprotected = (text: string): string =>
  text.startsWith("'") && RISKY.test(text.slice(1)) ? text.slice(1) : text;

/** Rows whose texts cannot become formulas. */
export const safeRows = (rows: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  rows.map((row) => row.map(safe));

function cellText(value: string): string {
  return /[\t\n"]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** The text a spreadsheet takes as a block of cells, none of which becomes a formula. */
export function toTsv(rows: readonly (readonly string[])[]): string {
  return safeRows(rows)
    .map((row) => row.map(cellText).join("\t"))
    .join("\n");
}
