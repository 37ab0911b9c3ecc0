import { safeRows } from "../forms/tsv.ts";

/** A cell as a spreadsheet takes it, and the unit its number is shown in. */
export interface TableText {
  readonly text: string;
  readonly unit?: string;
}

/** A table as it stands on the page; how many of its rows are heads is said by `heads`. */
export interface TableTexts {
  readonly heads: readonly (readonly TableText[])[];
  readonly body: readonly (readonly TableText[])[];
}

/**
 * The rows of a table with the units of its numbers in words: in the head of a column whose numbers have one unit, and otherwise in a column of their own behind the
 * names. Columns with nothing in them are left out.
 * @param unitWord heads the column of units
 */
export function tableRows({ heads, body }: TableTexts, unitWord: string): readonly (readonly string[])[] {
  const all = [...heads, ...body];
  const count = Math.max(0, ...all.map((row) => row.length));
  const columns = Array.from({ length: count }, (_, at) => at).filter((at) =>
    all.some((row) => (row[at]?.text ?? "") !== ""),
  );
  const unitsOf = (cells: readonly (TableText | undefined)[]): readonly string[] => [
    ...new Set(cells.flatMap((cell) => (cell?.unit === undefined || cell.unit === "" ? [] : [cell.unit]))),
  ];
  const byColumn = new Map(columns.map((at) => [at, unitsOf(body.map((row) => row[at]))]));
  const isMixed = [...byColumn.values()].some((units) => units.length > 1);
  const headed = heads.map((row, line) =>
    columns.map((at) => {
      const text = row[at]?.text ?? "";
      const [unit] = isMixed ? [] : (byColumn.get(at) ?? []);
      return unit === undefined || line < heads.length - 1 || text.includes(unit) ? text : `${text} (${unit})`;
    }),
  );
  const needsHead = heads.length === 0 && !isMixed && [...byColumn.values()].some((units) => units.length === 1);
  const made = needsHead ? [columns.map((at) => byColumn.get(at)?.[0] ?? "")] : headed;
  const rows = body.map((row) => columns.map((at) => row[at]?.text ?? ""));
  if (!isMixed) return [...made, ...rows];
  const units = body.map((row) => unitsOf(row).join("; "));
  // The page may have a column of units of its own.
  const isSaid = body.every((row, at) => units[at] === "" || row.some(({ text }) => text === units[at]));
  if (isSaid) return [...made, ...rows];
  const put = (row: readonly string[], word: string): readonly string[] => [...row.slice(0, 1), word, ...row.slice(1)];
  return [
    ...made.map((row, at) => put(row, at === made.length - 1 ? unitWord : "")),
    ...rows.map((row, at) => put(row, units[at] ?? "")),
  ];
}

const GROUPED = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/;

/** A number that is written with separators goes without, and per cent without a blank; everything else stays as it is. */
export const plainText = (text: string): string =>
  GROUPED.test(text) ? text.replaceAll(",", "") : text.replace(/^(-?\d+(\.\d+)?) %$/, "$1%");

/** Rows as a file for Excel: UTF-8 with its mark, commas, lines ended as RFC 4180 has it. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${safeRows(rows)
    .map((row) => `${row.map(quoted).join(",")}\r\n`)
    .join("")}`;

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
