import { bounds, type Place, type Selection } from "../grid/model.ts";

/** A cell that takes over what is in another. */
export interface Filled {
  readonly from: Place;
  readonly to: Place;
}

/** What the keys of a spreadsheet need to know of a table of inputs, and what they do to it. */
export interface Sheet {
  readonly rows: number;
  readonly columns: number;
  /** The cells of one row on several lines: a value for each period. */
  readonly isSeries: boolean;
  readonly readOnly: boolean;
  /** A cell as a spreadsheet takes it. */
  text(place: Place): string;
  /** Keeps what is in a cell now, and gives it back when called. */
  hold(place: Place): () => void;
  /** Both are one step of undo. */
  clear(places: readonly Place[]): void;
  fill(cells: readonly Filled[]): void;
  paste(at: Place, block: readonly (readonly string[])[]): void;
  /** Absent where rows are given by something else. */
  readonly addRow?: () => void;
}

/** The cells of a selection, row by row. */
export function placesIn(selection: Selection): readonly Place[] {
  const { top, bottom, left, right } = bounds(selection);
  return Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (_, column) => ({ row: top + row, column: left + column })),
  ).flat();
}

/** Ctrl+D and Ctrl+R: the first row (column) of a selection into the rest of it; one row alone takes over the one above. */
export function filling(selection: Selection, to: "down" | "right"): readonly Filled[] {
  const { top, bottom, left, right } = bounds(selection);
  const [first, alone] = to === "down" ? [top, top === bottom] : [left, left === right];
  const source = alone ? first - 1 : first;
  if (source < 0) return [];
  return placesIn(selection).flatMap((place) => {
    const from = to === "down" ? { ...place, row: source } : { ...place, column: source };
    return from.row === place.row && from.column === place.column ? [] : [{ from, to: place }];
  });
}

/** A block repeated until it fills a selection of several of its size; otherwise as it is. */
export function tiled(block: readonly (readonly string[])[], selection: Selection): readonly (readonly string[])[] {
  const { top, bottom, left, right } = bounds(selection);
  const [rows, columns] = [bottom - top + 1, right - left + 1];
  const [high, wide] = [block.length, block[0]?.length ?? 0];
  const even = wide > 0 && block.every((line) => line.length === wide);
  if (!even || rows % high > 0 || columns % wide > 0) return block;
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => block[row % high]?.[column % wide] ?? ""),
  );
}
