import { readFileSync } from "node:fs";
import { type Cell, type CellValue, readXlsx, type WriteSheet, writeXlsx } from "hucre/xlsx";
import { exportTemplate } from "../../../app/exports/exportTemplate.ts";
import type { MoneyUnit } from "../../../app/exports/tables/money.ts";
import { parseSource } from "../../../app/files/parse.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";

/** What is put into a cell: a value as hucre writes it, or the whole of a cell. */
export type Put = CellValue | (Pick<Cell, "formula" | "formulaResult" | "style"> & { readonly value?: CellValue });

/** A document from the folder of examples. */
export function example(id: string): ModelDocument {
  const path = `examples/${id}.json`;
  const parsed = parseSource({ path, bytes: readFileSync(path) });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value.document;
}

export async function template(
  document: ModelDocument,
  more: { readonly money?: MoneyUnit; readonly lang?: "zh" | "en"; readonly scenario?: string } = {},
): Promise<Uint8Array> {
  const { money = "yuan", lang = "zh", scenario } = more;
  const made = await exportTemplate(document, {
    money,
    lang,
    scenario,
    revision: "",
    version: "test",
    now: new Date("2026-01-01T00:00:00Z"),
  });
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value.bytes;
}

/** Opens a workbook as a program of its own would, changes it, and saves it again. */
export async function changed(
  bytes: Uint8Array,
  change: (sheets: WriteSheet[]) => void,
  date1904 = false,
  only?: readonly string[],
): Promise<Uint8Array> {
  const book = await readXlsx(bytes, { readStyles: true, ...(only === undefined ? {} : { sheets: [...only] }) });
  const sheets = book.sheets.map(
    ({ name, rows, cells, merges, veryHidden }): WriteSheet => ({
      name,
      rows,
      cells: cells ?? new Map<string, Cell>(),
      merges: merges ?? [],
      veryHidden: veryHidden === true,
    }),
  );
  change(sheets);
  return writeXlsx({ sheets, ...(date1904 ? { dateSystem: "1904" as const } : {}) });
}

/** The same with some cells filled in, named as in `填写!H12`. */
export const filled = (bytes: Uint8Array, puts: Readonly<Record<string, Put>>): Promise<Uint8Array> =>
  changed(bytes, (sheets) => {
    for (const [at, put] of Object.entries(puts)) {
      const [name = "", ref = ""] = at.split("!");
      const sheet = sheets.find((one) => one.name === name);
      if (sheet === undefined) throw new Error(`no sheet ${name}`);
      putInto(sheet, ref, put);
    }
  });

export function putInto(sheet: WriteSheet, ref: string, put: Put): void {
  const [, letters = "", digits = ""] = /^([A-Z]+)(\d+)$/.exec(ref) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const row = Number(digits) - 1;
  const rows = sheet.rows as CellValue[][];
  while (rows.length <= row) rows.push([]);
  const cell = typeof put === "object" && put !== null && !(put instanceof Date) ? put : { value: put };
  (rows[row] as CellValue[])[column] = cell.value ?? null;
  const key = `${row},${column}`;
  const { formula: _, formulaResult: __, ...held } = sheet.cells?.get(key) ?? {};
  sheet.cells?.set(key, { ...held, ...cell });
}

/** Where the value of an input stands on a sheet: the row whose key columns say so. */
export async function cellAt(bytes: Uint8Array, sheet: string, keys: readonly string[], code: string): Promise<string> {
  const book = await readXlsx(bytes);
  const rows = book.sheets.find(({ name }) => name === sheet)?.rows ?? [];
  const codes = (rows[4] ?? []).map(String);
  const row = rows.findIndex((cells, i) => i > 4 && keys.every((key) => cells.includes(key)));
  const column = codes.indexOf(code);
  if (row < 0 || column < 0) throw new Error(`no ${keys.join(" ")} ${code} on ${sheet}`);
  const letters = column < 26 ? String.fromCharCode(65 + column) : `A${String.fromCharCode(65 + column - 26)}`;
  return `${sheet}!${letters}${row + 1}`;
}
