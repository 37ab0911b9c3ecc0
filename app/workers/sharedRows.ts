/** The header: the next block nobody has taken, and how many are done. */
const NEXT = 0;
const DONE = 1;
const HEADER = 2;

/** Where the threads of one simulation write their draws, and how they share the blocks out among them. */
export class SharedRows {
  readonly buffer: SharedArrayBuffer;
  readonly numbers: Float64Array;
  readonly #blocks: number;
  readonly #state: Int32Array;

  constructor(buffer: SharedArrayBuffer, blocks: number) {
    const words = HEADER + blocks;
    this.buffer = buffer;
    this.#blocks = blocks;
    this.#state = new Int32Array(buffer, 0, words);
    this.numbers = new Float64Array(buffer, offsetOf(blocks));
  }

  /** @param cells numbers of all rows together */
  static of(blocks: number, cells: number): SharedRows {
    const bytes = offsetOf(blocks) + cells * Float64Array.BYTES_PER_ELEMENT;
    return new SharedRows(new SharedArrayBuffer(bytes), blocks);
  }

  /** The next block for whoever asks; undefined where none is left. */
  take(): number | undefined {
    const block = Atomics.add(this.#state, NEXT, 1);
    return block < this.#blocks ? block : undefined;
  }

  finish(block: number): void {
    Atomics.store(this.#state, HEADER + block, 1);
    Atomics.add(this.#state, DONE, 1);
  }

  isDone(block: number): boolean {
    return Atomics.load(this.#state, HEADER + block) === 1;
  }

  get done(): number {
    return Atomics.load(this.#state, DONE);
  }
}

/** Numbers begin at a multiple of eight bytes. */
function offsetOf(blocks: number): number {
  const bytes = (HEADER + blocks) * Int32Array.BYTES_PER_ELEMENT;
  return Math.ceil(bytes / Float64Array.BYTES_PER_ELEMENT) * Float64Array.BYTES_PER_ELEMENT;
}
