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
  for (const component of components(order, (cell) => [...reads(cell)].filter((read) => place.has(read)))) {
    component.sort((a, b) => (place.get(a) as number) - (place.get(b) as number));
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

interface Visit {
  readonly cell: number;
  readonly next: Iterator<number>;
}

/** Strongly connected components, what is read before what reads it (Tarjan's algorithm, without recursion). */
function components(cells: readonly number[], reads: (cell: number) => readonly number[]): number[][] {
  const found: number[][] = [];
  const number = new Map<number, number>();
  const low = new Map<number, number>();
  const stack: number[] = [];
  const onStack = new Set<number>();
  const visits: Visit[] = [];
  const enter = (cell: number): void => {
    number.set(cell, number.size);
    low.set(cell, number.get(cell) as number);
    stack.push(cell);
    onStack.add(cell);
    visits.push({ cell, next: reads(cell)[Symbol.iterator]() });
  };
  const lower = (cell: number, to: number): void => {
    low.set(cell, Math.min(low.get(cell) as number, to));
  };
  for (const root of cells) {
    if (!number.has(root)) enter(root);
    for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
      const step = visit.next.next();
      if (step.done !== true) {
        if (!number.has(step.value)) enter(step.value);
        else if (onStack.has(step.value)) lower(visit.cell, number.get(step.value) as number);
        continue;
      }
      visits.pop();
      const parent = visits.at(-1);
      if (parent !== undefined) lower(parent.cell, low.get(visit.cell) as number);
      if (low.get(visit.cell) === number.get(visit.cell)) found.push(popComponent(visit.cell, stack, onStack));
    }
  }
  return found;
}

function popComponent(root: number, stack: number[], onStack: Set<number>): number[] {
  const component: number[] = [];
  for (let cell = stack.pop(); cell !== undefined; cell = stack.pop()) {
    onStack.delete(cell);
    component.push(cell);
    if (cell === root) break;
  }
  return component;
}
