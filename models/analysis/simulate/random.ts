/** A number in [0, 1), the next of a sequence. */
export type Random = () => number;

const WORD = 4294967296;
const HIGH_BITS = 27;
const LOW_BITS = 26;
/** Numbers thrown away so that near seeds are far apart. */
const WARM_UP = 15;

/**
 * A seeded generator (sfc32, 53 bits a number): the same sequence on every machine. Streams of one seed have nothing to do with each other.
 * @param seed a whole number from 0 to 2^53
 */
export function randomOf(seed: number, stream: number): Random {
  const state = new Uint32Array([seed % WORD, Math.floor(seed / WORD), stream, 1]);
  const next = (): number => {
    const [a, b, c, count] = state as unknown as [number, number, number, number];
    const sum = (a + b + count) >>> 0;
    state[0] = b ^ (b >>> 9);
    state[1] = c + (c << 3);
    state[2] = ((c << 21) | (c >>> 11)) + sum;
    state[3] = count + 1;
    return sum;
  };
  for (let i = 0; i < WARM_UP; i++) next();
  return () =>
    ((next() >>> (32 - HIGH_BITS)) * 2 ** LOW_BITS + (next() >>> (32 - LOW_BITS))) / 2 ** (HIGH_BITS + LOW_BITS);
}

/** 0 up to `count`, in an order that every order is as likely as. */
export function shuffled(count: number, random: Random): Int32Array {
  const order = Int32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const held = order[i] as number;
    order[i] = order[j] as number;
    order[j] = held;
  }
  return order;
}
