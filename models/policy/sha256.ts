const WORD = 2 ** 32;
const BLOCK_BYTES = 64;
const ROUNDS = 64;

/** First 32 bits of the fractional part of a root of a prime (FIPS 180-4). */
const fraction = (prime: number, power: number): number => {
  const root = prime ** power;
  return Math.floor((root - Math.floor(root)) * WORD) >>> 0;
};

function primes(count: number): readonly number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n += 1) if (found.every((prime) => n % prime !== 0)) found.push(n);
  return found;
}

const PRIMES = primes(ROUNDS);
const CONSTANTS = PRIMES.map((prime) => fraction(prime, 1 / 3));
const START = PRIMES.slice(0, 8).map((prime) => fraction(prime, 1 / 2));

const turn = (x: number, by: number): number => (x >>> by) | (x << (32 - by));

/** SHA-256 of a text, in hexadecimal: models know no system to ask for it. */
export function sha256(text: string): string {
  const bytes = utf8(text);
  const length = Math.ceil((bytes.length + 9) / BLOCK_BYTES) * BLOCK_BYTES;
  const padded = new Uint8Array(length);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(length - 8, Math.floor((bytes.length * 8) / WORD));
  view.setUint32(length - 4, (bytes.length * 8) % WORD);
  const state = [...START];
  const schedule = new Uint32Array(ROUNDS);
  for (let offset = 0; offset < length; offset += BLOCK_BYTES) {
    fillSchedule(schedule, view, offset);
    mix(state, schedule);
  }
  return state.map((word) => word.toString(16).padStart(8, "0")).join("");
}

function fillSchedule(schedule: Uint32Array, view: DataView, offset: number): void {
  const at = (index: number): number => schedule[index] as number;
  for (let i = 0; i < 16; i += 1) schedule[i] = view.getUint32(offset + i * 4);
  for (let i = 16; i < ROUNDS; i += 1) {
    const [a, b] = [at(i - 15), at(i - 2)];
    const low = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3);
    const high = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10);
    schedule[i] = at(i - 16) + low + at(i - 7) + high;
  }
}

function mix(state: number[], schedule: Uint32Array): void {
  let [a, b, c, d, e, f, g, h] = state as [number, number, number, number, number, number, number, number];
  for (let i = 0; i < ROUNDS; i += 1) {
    const chosen = (e & f) ^ (~e & g);
    const one =
      (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + chosen + (CONSTANTS[i] as number) + (schedule[i] as number)) | 0;
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) state[i] = ((state[i] as number) + word) >>> 0;
}

/** A lone half of a surrogate pair is written as U+FFFD, as the standard asks. */
function utf8(text: string): readonly number[] {
  const bytes: number[] = [];
  for (const letter of text) {
    const point = letter.codePointAt(0) ?? 0;
    const code = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), tail(code));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), tail(code >> 6), tail(code));
    else bytes.push(0xf0 | (code >> 18), tail(code >> 12), tail(code >> 6), tail(code));
  }
  return bytes;
}

const tail = (bits: number): number => 0x80 | (bits & 0x3f);
