/** One line of the input, without its end. */
export interface Line {
  /** Counted from 1, blank lines included. */
  readonly number: number;
  /** Absent where the line is longer than a job may be. */
  readonly bytes?: Uint8Array;
}

const NEWLINE = 10;
const BLANKS: ReadonlySet<number> = new Set([9, 13, 32]);

/** Lines of a stream, read only as fast as they are taken; a line that is too long is passed over without being kept. Blank lines are no jobs. */
export async function* linesOf(input: AsyncIterable<Uint8Array>, bytesMax: number): AsyncGenerator<Line> {
  const line = new Gathered(bytesMax);
  for await (const chunk of input) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      line.add(chunk.subarray(from, at));
      from = at + 1;
      const whole = line.take();
      if (whole !== undefined) yield whole;
    }
    line.add(chunk.subarray(from));
  }
  const last = line.take();
  if (last !== undefined) yield last;
}

/** The pieces of the line being read. */
class Gathered {
  readonly #bytesMax: number;
  #pieces: Uint8Array[] = [];
  #bytes = 0;
  #number = 0;

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax;
  }

  add(piece: Uint8Array): void {
    this.#bytes += piece.length;
    if (this.#bytes > this.#bytesMax) this.#pieces = [];
    else this.#pieces.push(piece);
  }

  take(): Line | undefined {
    this.#number += 1;
    const number = this.#number;
    const isTooLong = this.#bytes > this.#bytesMax;
    const bytes = Buffer.concat(this.#pieces);
    this.#pieces = [];
    this.#bytes = 0;
    if (isTooLong) return { number };
    return bytes.every((byte) => BLANKS.has(byte)) ? undefined : { number, bytes };
  }
}
