import type { GridRow } from "../grid/model.ts";

/** A grid of which only the rows in sight are in the page: found by its rows. */
export interface FoundGrid {
  readonly rows: readonly GridRow[];
  /** Chooses a row and moves it into sight. */
  show(row: number): void;
  focus(): void;
}

const grids = new Set<FoundGrid>();

/** @returns what takes it out again */
export function offerGrid(grid: FoundGrid): () => void {
  grids.add(grid);
  return () => grids.delete(grid);
}

export const offeredGrids = (): readonly FoundGrid[] => [...grids];
