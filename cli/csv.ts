/** What a spreadsheet takes for the beginning of a formula, also behind blanks and in full width, and what it takes for a command. */
const RISKY_START = /^(?:[\t\r\n\0]|[\s\0]*[=+\-@＝＋－＠])/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** One CSV line after RFC 4180. A text a spreadsheet would take for a formula gets a leading apostrophe; negative numbers stay numbers. */
export function csvRow(cells: readonly string[]): string {
  return cells.map(csvCell).join(",");
}

function csvCell(text: string): string {
  const safe = RISKY_START.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
