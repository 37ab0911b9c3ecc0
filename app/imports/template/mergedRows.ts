import type { Json } from "../../../models/document/location.ts";

type Row = Readonly<Record<string, Json>>;

export interface MergedRows {
  readonly rows: Json | undefined;
  /** Cells both have changed, and not to the same. */
  readonly conflicts: readonly {
    readonly row: string;
    readonly column: string;
    readonly own: Json | undefined;
    readonly before: Json | undefined;
  }[];
}

const isSame = (a: Json | undefined, b: Json | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

function rowsOf(value: Json | undefined): readonly Row[] | undefined {
  if (value === undefined) return [];
  const isTable = Array.isArray(value) && value.every((row) => typeof row === "object" && row !== null && "id" in row);
  return isTable ? (value as readonly Row[]) : undefined;
}

/**
 * A table as the sheet has it and as the file has it by now, against what both began from: what only one of them changed holds, row by row and column by column.
 * @returns nothing where the file has not changed it, or where it is no table
 */
export function mergedRows(
  before: Json | undefined,
  after: Json | undefined,
  own: Json | undefined,
): MergedRows | undefined {
  if (isSame(own, before)) return undefined;
  const tables = [before, after, own].map(rowsOf);
  const [base, mine, theirs] = tables;
  if (base === undefined || mine === undefined || theirs === undefined || !Array.isArray(own ?? before))
    return undefined;
  const conflicts: MergedRows["conflicts"][number][] = [];
  const find = (rows: readonly Row[], id: Json | undefined) => rows.find((row) => isSame(row["id"], id));
  const ids = [...theirs, ...mine]
    .map((row) => row["id"])
    .filter((id, at, all) => all.findIndex((one) => isSame(one, id)) === at);
  const rows = ids.flatMap((id): readonly Row[] => {
    const [was, sheet, file] = [base, mine, theirs].map((table) => find(table, id));
    if (sheet === undefined || file === undefined) {
      const left = sheet ?? file;
      // Removed by one of them: that holds unless the other has changed the row meanwhile.
      if (was === undefined) return left === undefined ? [] : [left];
      if (!isSame(left, was)) conflicts.push({ row: String(id), column: "", own: file, before: was });
      return [];
    }
    const columns = [...new Set([...Object.keys(file), ...Object.keys(sheet)])];
    const cells = columns.flatMap((column): readonly (readonly [string, Json])[] => {
      const [old, typed, found] = [was?.[column], sheet[column], file[column]];
      const isFree = isSame(typed, old) || isSame(typed, found);
      if (!isFree && !isSame(found, old)) conflicts.push({ row: String(id), column, own: found, before: old });
      const value = isFree ? found : typed;
      return value === undefined ? [] : [[column, value]];
    });
    return [Object.fromEntries(cells)];
  });
  return { rows: rows.length === 0 ? undefined : (rows as Json), conflicts };
}

/** The cells of a table that differ, by `ROW/COLUMN`; nothing where rows or columns came or went, or it is no table. */
export function changedCells(
  before: Json | undefined,
  after: Json | undefined,
): readonly (readonly [string, Json])[] | undefined {
  const [own, other] = [before, after].map(rowsOf);
  if (own === undefined || other === undefined || own.length === 0 || own.length !== other.length) return undefined;
  const cells: (readonly [string, Json])[] = [];
  for (const [at, row] of own.entries()) {
    const now = other[at] as Row;
    if (!isSame(row["id"], now["id"]) || Object.keys(row).some((column) => !(column in now))) return undefined;
    for (const [column, value] of Object.entries(now))
      if (!isSame(row[column], value)) cells.push([`${row["id"]}/${column}`, value]);
  }
  return cells;
}
