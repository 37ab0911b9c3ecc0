import type Database from "better-sqlite3";

/** Tables kept in order, the column that counts their rows, and within what it counts. */
const COUNTED: readonly (readonly [table: string, column: string, within?: string])[] = [
  ["revision", "number"],
  ["entry", "number"],
  ["history_step", "position"],
  ["revision_pack", "position", "revision"],
  ["revision_attachment", "position", "revision"],
];

/** The first column that does not count 1, 2, 3 and so on: whoever picks other numbers says something with them that nobody sees. */
export function miscounted(database: Database.Database): string | undefined {
  for (const [table, column, within] of COUNTED) {
    const window = `${within === undefined ? "" : `PARTITION BY ${within} `}ORDER BY ${column}`;
    const counted = `SELECT ${column} AS is_, row_number() OVER (${window}) AS due FROM ${table}`;
    const wrong = database
      .prepare<[], { is_: number; due: number }>(`SELECT * FROM (${counted}) WHERE is_ <> due LIMIT 1`)
      .get();
    if (wrong !== undefined) return `${table}.${column}: ${wrong.is_} ≠ ${wrong.due}`;
  }
  return undefined;
}
