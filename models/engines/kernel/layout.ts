import type { Plan } from "./plan.ts";

/** Where each cell lies in the kernel's memory, in slots of one number. Scalars first, then T+1 slots for every line or part. */
export interface Layout {
  readonly periods: number;
  /** Slot 0 of each cell. */
  readonly offsets: readonly number[];
  readonly size: number;
}

/** The first two slots say whether a run was faulty. */
export const FAULT_SLOTS = 2;

/** Lines a multiple of this many slots apart would share one place in the fastest memory. */
const ALIASED = 32;

/**
 * Places the cells of a plan for T periods, all or some of them, from a slot on. Periods are computed in pairs, of which the last may end
 * one slot behind the line.
 */
export function layOut(
  plan: Plan,
  periods: number,
  from = FAULT_SLOTS,
  isPlaced: (cell: number) => boolean = () => true,
): Layout {
  const offsets = new Array<number>(plan.cells.length).fill(0);
  let next = from;
  for (const [index, { scalar }] of plan.cells.entries()) if (scalar && isPlaced(index)) offsets[index] = next++;
  // A read before the first period, whose value goes unused, must not leave the memory.
  next = Math.max(next, periods + 1);
  // Slot 1, where the pairs begin, lies on an even address.
  next += 1 - (next % 2);
  const pairs = 2 * Math.ceil((periods + 2) / 2);
  const stride = pairs % ALIASED === 0 ? pairs + 2 : pairs;
  for (const [index, { scalar }] of plan.cells.entries()) {
    if (scalar || !isPlaced(index)) continue;
    offsets[index] = next;
    next += stride;
  }
  return { periods, offsets, size: next };
}
