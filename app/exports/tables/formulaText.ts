import { lettersOf } from "../workbook/columns.ts";
import type { Figure } from "./figures.ts";

interface Place {
  /** From 1. */
  readonly row: number;
  readonly column: number;
}

/** So many cells beside each other are written as a range. */
const RANGE = 3;

/** A sum of cells of its own sheet as a formula without an equals sign, and the cells it names. */
export function formulaText(
  { terms, plus, rounds }: NonNullable<Figure["sum"]>,
  placeOf: (cell: number) => Place,
): { readonly text: string; readonly cells: readonly string[] } {
  const places = terms.map(({ cell, times }) => ({ ...placeOf(cell), times }));
  const parts: string[] = [];
  for (let i = 0; i < places.length; ) {
    const run = runFrom(places, i);
    const [first, last] = [places[i] as Place, places[i + run - 1] as Place];
    if (run >= RANGE) parts.push(`+SUM(${nameOf(first)}:${nameOf(last)})`);
    else parts.push(termText(places[i] as Place & { times: number }));
    i += run >= RANGE ? run : 1;
  }
  if (plus !== 0) parts.push(plus < 0 ? String(plus) : `+${plus}`);
  const text = parts.join("").replace(/^\+/, "");
  return { text: rounds ? `ROUND(${text},2)` : text, cells: places.map(nameOf) };
}

const nameOf = ({ row, column }: Place): string => `${lettersOf(column)}${row}`;

function termText({ times, ...place }: Place & { readonly times: number }): string {
  const size = Math.abs(times) === 1 ? "" : `${Math.abs(times)}*`;
  return `${times < 0 ? "-" : "+"}${size}${nameOf(place)}`;
}

/** How many cells from here on lie beside each other in a row or a column and count once. */
function runFrom(places: readonly (Place & { readonly times: number })[], from: number): number {
  const first = places[from] as Place;
  const along = (step: "row" | "column", other: "row" | "column"): number => {
    let count = 0;
    for (const { times, ...place } of places.slice(from)) {
      if (times !== 1 || place[step] !== first[step] + count || place[other] !== first[other]) break;
      count += 1;
    }
    return count;
  };
  return Math.max(1, along("row", "column"), along("column", "row"));
}
