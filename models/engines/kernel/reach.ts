import type { Plan } from "./plan.ts";

/** The cells some outputs rest on, outputs included. */
export function cellsNeeded(plan: Plan, outputs: readonly number[]): Set<number> {
  const needed = new Set<number>();
  const waiting = [...outputs];
  for (let cell = waiting.pop(); cell !== undefined; cell = waiting.pop()) {
    if (needed.has(cell)) continue;
    needed.add(cell);
    waiting.push(...(plan.cells[cell]?.reads ?? []));
  }
  return needed;
}

/** The cells that change when some inputs do, the inputs included. */
export function cellsAffected(plan: Plan, inputs: readonly number[]): Set<number> {
  const readers = new Map<number, number[]>();
  for (const [index, cell] of plan.cells.entries()) {
    for (const read of cell.reads) {
      const known = readers.get(read);
      if (known === undefined) readers.set(read, [index]);
      else known.push(index);
    }
  }
  const affected = new Set<number>();
  const waiting = [...inputs];
  for (let cell = waiting.pop(); cell !== undefined; cell = waiting.pop()) {
    if (affected.has(cell)) continue;
    affected.add(cell);
    waiting.push(...(readers.get(cell) ?? []));
  }
  return affected;
}
