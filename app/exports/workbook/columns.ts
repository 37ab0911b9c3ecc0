import { colToLetter } from "hucre/xlsx";

const known: string[] = [];

/** Letters of a column, `A` for 1. */
export function lettersOf(column: number): string {
  known[column] ??= colToLetter(column - 1);
  return known[column];
}
