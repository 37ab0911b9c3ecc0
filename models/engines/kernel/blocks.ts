import { blocksOf } from "../../language/order.ts";

/** Limits of one generated function: V8 gives up optimising a function whose bytecode grows past some 60 KB. */
const BLOCK_CELLS = 40;
const BLOCK_WEIGHT = 1500;

/** One loop over the periods. Several chunks run one after the other inside each period; a single one is a loop of its own. */
export interface Block {
  readonly chunks: readonly (readonly number[])[];
}

/**
 * Splits the period cells of a level into loops. Cells that need each other across periods (a balance and its interest) stay in one
 * loop; everything else is finished over all periods before its users start. `order` is a valid order within one period.
 */
export function splitBlocks(
  order: readonly number[],
  reads: (cell: number) => Iterable<number>,
  weight: (cell: number) => number,
): Block[] {
  const place = new Map(order.map((cell, i) => [cell, i]));
  const blocks: Block[] = [];
  let open: number[] = [];
  let openWeight = 0;
  const close = (): void => {
    if (open.length > 0) blocks.push({ chunks: [open] });
    open = [];
    openWeight = 0;
  };
  const readPlaces = (i: number): number[] => {
    const cell = order[i];
    return cell === undefined ? [] : [...reads(cell)].flatMap((read) => place.get(read) ?? []);
  };
  for (const places of blocksOf(order.length, readPlaces)) {
    const component = [...places].sort((a, b) => a - b).map((i) => order[i] as number);
    const size = component.reduce((sum, cell) => sum + weight(cell), 0);
    if (component.length > BLOCK_CELLS || size > BLOCK_WEIGHT) {
      close();
      blocks.push({ chunks: splitChunks(component, weight) });
      continue;
    }
    if (open.length + component.length > BLOCK_CELLS || openWeight + size > BLOCK_WEIGHT) close();
    open.push(...component);
    openWeight += size;
  }
  close();
  return blocks;
}

/** Cuts a list into runs within the limits of one function. */
export function splitChunks(cells: readonly number[], weight: (cell: number) => number): number[][] {
  const chunks: number[][] = [];
  let chunk: number[] = [];
  let size = 0;
  for (const cell of cells) {
    if (chunk.length > 0 && (chunk.length >= BLOCK_CELLS || size + weight(cell) > BLOCK_WEIGHT)) {
      chunks.push(chunk);
      chunk = [];
      size = 0;
    }
    chunk.push(cell);
    size += weight(cell);
  }
  if (chunk.length > 0) chunks.push(chunk);
  return chunks;
}
