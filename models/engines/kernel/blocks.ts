import { blocksOf } from "../../language/order.ts";
import type { KernelCell } from "./plan.ts";

/** Limits of one loop: enough to keep the machine busy, few enough for its registers and the fastest memory. */
const BLOCK_CELLS = 12;
const BLOCK_WEIGHT = 300;

/** Period cells computed in one loop, in the order given. */
export interface CellBlock {
  readonly cells: readonly number[];
  /** Something in it reads its own past, or is spared calls by looking at the period before. */
  readonly scan: boolean;
  /** The gate all its cells share. */
  readonly gate: KernelCell["gate"];
}

/** Cells that need each other across periods, and what they wait for. */
interface Unit {
  readonly cells: readonly number[];
  readonly weight: number;
  readonly kind: Kind;
  readonly users: Unit[];
  waiting: number;
}

interface Kind {
  readonly scan: boolean;
  readonly gate: KernelCell["gate"];
}

/**
 * Splits the period cells of a level into loops. Cells that need each other across periods (a balance and its interest) stay in one
 * loop; everything else is finished over all periods before its users start. `order` is a valid order within one period.
 */
export function splitBlocks(order: readonly number[], cells: readonly KernelCell[], gated: boolean): CellBlock[] {
  const units = unitsOf(order, cells, gated);
  const ready = new Map<unknown, Unit[]>();
  const keys = new Map<unknown, [object, object]>();
  const keyOf = ({ scan, gate }: Kind): unknown => {
    const condition: object = gate?.condition ?? NO_GATE;
    const pair = keys.get(condition) ?? [{}, {}];
    keys.set(condition, pair);
    return pair[scan ? 1 : 0];
  };
  const release = (unit: Unit): void => {
    const key = keyOf(unit.kind);
    ready.set(key, [...(ready.get(key) ?? []), unit]);
  };
  for (const unit of units) if (unit.waiting === 0) release(unit);
  const blocks: CellBlock[] = [];
  while (ready.size > 0) {
    const [key, first] = [...ready].reduce((a, b) => (b[1].length > a[1].length ? b : a));
    const taken: number[] = [];
    let weight = 0;
    for (let next = first[0]; next !== undefined; next = ready.get(key)?.[0]) {
      const full = taken.length + next.cells.length > BLOCK_CELLS || weight + next.weight > BLOCK_WEIGHT;
      if (taken.length > 0 && full) break;
      const rest = (ready.get(key) ?? []).slice(1);
      if (rest.length === 0) ready.delete(key);
      else ready.set(key, rest);
      taken.push(...next.cells);
      weight += next.weight;
      for (const user of next.users) if (--user.waiting === 0) release(user);
    }
    blocks.push({ cells: taken, ...(first[0] as Unit).kind });
  }
  return blocks;
}

const NO_GATE = {};

function unitsOf(order: readonly number[], cells: readonly KernelCell[], gated: boolean): Unit[] {
  const place = new Map(order.map((cell, i) => [cell, i]));
  const cellAt = (i: number): KernelCell => cells[order[i] as number] as KernelCell;
  const readPlaces = (i: number): number[] => cellAt(i).reads.flatMap((read) => place.get(read) ?? []);
  const unitOf = new Map<number, Unit>();
  return blocksOf(order.length, readPlaces).map((group) => {
    const places = [...group].sort((a, b) => a - b);
    const before = new Set(places.flatMap(readPlaces).flatMap((i) => unitOf.get(i) ?? []));
    const [gate, ...others] = places.map((i) => (gated && !cellAt(i).nullable ? cellAt(i).gate : undefined));
    const shared = others.every((other) => other?.condition === gate?.condition) ? gate : undefined;
    const scan = places.length > 1 || places.some((i) => cellAt(i).calls || readPlaces(i).includes(i));
    const unit: Unit = {
      cells: places.map((i) => order[i] as number),
      weight: places.reduce((sum, i) => sum + cellAt(i).weight, 0),
      kind: { scan, gate: shared },
      users: [],
      waiting: before.size,
    };
    for (const i of places) unitOf.set(i, unit);
    for (const other of before) other.users.push(unit);
    return unit;
  });
}
