import type { Plan } from "./plan.ts";

/** Where each cell lies in the kernel's memory. Scalars and tables first, then T+1 slots for every line or shared expression. */
export interface Layout {
  readonly periods: number;
  /** Slot 0 of each cell; for tables the state slot, with the entries behind it. */
  readonly offsets: readonly number[];
  readonly size: number;
}

/** Places the cells of a plan for T periods. */
export function layOut(plan: Plan, periods: number): Layout {
  const offsets = new Array<number>(plan.cells.length).fill(0);
  let next = 0;
  for (const scalar of [true, false]) {
    for (const [index, cell] of plan.cells.entries()) {
      if (cell.scalar !== scalar) continue;
      offsets[index] = next;
      next += cell.kind === "table" ? (cell.entries as readonly unknown[]).length + 1 : scalar ? 1 : periods + 1;
    }
  }
  return { periods, offsets, size: next };
}
