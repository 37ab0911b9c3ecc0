import type { Reads } from "./depend.ts";
import type { Level } from "./graph.ts";

export interface Cycle {
  /** Lines in reading order: each reads the next, the last reads the first. */
  readonly lines: readonly number[];
  /** All lines that read one another, directly or not, among them those. */
  readonly block: readonly number[];
  /** Set when the cycle passes through `total` or `at`: who reads whose whole series. */
  readonly barrier?: { readonly reader: number; readonly read: number };
}

/**
 * Strongly connected blocks of lines (Tarjan's algorithm, without recursion), each after the blocks it reads.
 * `reads(i)` lists what line i reads.
 */
export function blocksOf(count: number, reads: (line: number) => readonly number[]): readonly (readonly number[])[] {
  const order = new Int32Array(count).fill(-1);
  const low = new Int32Array(count);
  const onStack = new Uint8Array(count);
  const stack: number[] = [];
  const blocks: number[][] = [];
  let clock = 0;
  const enter = (line: number): { line: number; next: number; to: readonly number[] } => {
    order[line] = low[line] = clock++;
    onStack[line] = 1;
    stack.push(line);
    return { line, next: 0, to: reads(line) };
  };
  for (let root = 0; root < count; root++) {
    if (order[root] !== -1) continue;
    const path = [enter(root)];
    for (let frame = path.at(-1); frame !== undefined; frame = path.at(-1)) {
      const target = frame.to[frame.next++];
      if (target !== undefined) {
        if (order[target] === -1) path.push(enter(target));
        else if (onStack[target] === 1) low[frame.line] = Math.min(low[frame.line] ?? 0, order[target] ?? 0);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) low[parent.line] = Math.min(low[parent.line] ?? 0, low[frame.line] ?? 0);
      if (low[frame.line] !== order[frame.line]) continue;
      const block = stack.splice(stack.lastIndexOf(frame.line));
      for (const line of block) onStack[line] = 0;
      blocks.push(block);
    }
  }
  return blocks;
}

/** Circular references: within one period, or through a sum over the whole horizon. One cycle is named for each block. */
export function findCycles(reads: readonly Reads[]): readonly Cycle[] {
  const all = (line: number): readonly number[] => {
    const own = reads[line];
    return own === undefined ? [] : [...own.same, ...own.earlier, ...own.whole];
  };
  const same = (line: number): readonly number[] => reads[line]?.same ?? [];
  const cycles: Cycle[] = [];
  for (const block of blocksOf(reads.length, all)) {
    const within = new Set(block);
    for (const reader of block) {
      const read = reads[reader]?.whole.find((line) => within.has(line));
      if (read === undefined) continue;
      cycles.push({
        lines: [reader, ...shortestPath(read, reader, all, within)].slice(0, -1),
        block,
        barrier: { reader, read },
      });
      break;
    }
  }
  for (const block of blocksOf(reads.length, same)) {
    const [first] = block;
    if (first === undefined || (block.length === 1 && !same(first).includes(first))) continue;
    const within = new Set(block);
    const next = same(first).find((line) => within.has(line));
    if (next === undefined) throw new Error("a block without a cycle");
    cycles.push({ lines: [first, ...shortestPath(next, first, same, within)].slice(0, -1), block });
  }
  return cycles;
}

/** Lines from `from` to `to`, both included, over `reads` edges inside `within`. */
function shortestPath(
  from: number,
  to: number,
  reads: (line: number) => readonly number[],
  within: ReadonlySet<number>,
): readonly number[] {
  const cameFrom = new Map<number, number>([[from, from]]);
  const queue = [from];
  for (const line of queue) {
    if (line === to) break;
    for (const next of reads(line)) {
      if (!within.has(next) || cameFrom.has(next)) continue;
      cameFrom.set(next, line);
      queue.push(next);
    }
  }
  const path = [to];
  for (let line = to; line !== from; ) {
    const before = cameFrom.get(line);
    if (before === undefined) throw new Error("lines of one block must reach each other");
    path.push(before);
    line = before;
  }
  return path.reverse();
}

/**
 * Evaluation order of the usable lines: a line's level is the largest number of whole-series reads below it; within a level
 * scalars come first, then periods, each after what it reads in the same period.
 */
export function levelsOf(
  reads: readonly Reads[],
  lines: { readonly isScalar: (line: number) => boolean; readonly isComputed: (line: number) => boolean },
): readonly Level[] {
  const level = new Int32Array(reads.length);
  const all = (line: number): readonly number[] => {
    const own = reads[line];
    return own === undefined || !lines.isComputed(line) ? [] : [...own.same, ...own.earlier, ...own.whole];
  };
  for (const block of blocksOf(reads.length, all)) {
    let highest = 0;
    for (const line of block) {
      for (const read of [...(reads[line]?.same ?? []), ...(reads[line]?.earlier ?? [])]) {
        highest = Math.max(highest, level[read] ?? 0);
      }
      for (const read of reads[line]?.whole ?? []) highest = Math.max(highest, (level[read] ?? 0) + 1);
    }
    for (const line of block) level[line] = highest;
  }
  const levels: { scalars: number[]; periods: number[] }[] = [];
  const same = (line: number): readonly number[] => (lines.isComputed(line) ? (reads[line]?.same ?? []) : []);
  for (const line of blocksOf(reads.length, same).flat()) {
    if (!lines.isComputed(line)) continue;
    const at = level[line] ?? 0;
    while (levels.length <= at) levels.push({ scalars: [], periods: [] });
    levels[at]?.[lines.isScalar(line) ? "scalars" : "periods"].push(line);
  }
  return levels;
}
