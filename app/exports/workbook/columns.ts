import { colToLetter } from "hucre/xlsx";

/** Letters of a column, `A` for 1. */
export const lettersOf = (column: number): string => colToLetter(column - 1);
