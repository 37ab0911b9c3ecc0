/** One number and its bytes. */
const float = new Float64Array(1);
const bytesOfFloat = new Uint8Array(float.buffer);

/** Bytes being written; integers in LEB128, as WebAssembly has them. */
export class Bytes {
  private room = new Uint8Array(256);
  private used = 0;

  get written(): Uint8Array {
    return this.room.subarray(0, this.used);
  }

  byte(...values: readonly number[]): this {
    for (const value of values) {
      if (this.used === this.room.length) this.grow(1);
      this.room[this.used++] = value;
    }
    return this;
  }

  append(bytes: ArrayLike<number>): this {
    this.grow(bytes.length);
    this.room.set(bytes, this.used);
    this.used += bytes.length;
    return this;
  }

  /** An unsigned integer below 2^32. */
  unsigned(value: number): this {
    let rest = value;
    for (; rest >= 128; rest = Math.floor(rest / 128)) this.byte((rest % 128) + 128);
    return this.byte(rest);
  }

  /** A signed 32-bit integer. */
  signed(value: number): this {
    let rest = value;
    while (rest < -64 || rest > 63) {
      this.byte((rest & 127) | 128);
      rest >>= 7;
    }
    return this.byte(rest & 127);
  }

  /** A signed 64-bit integer. */
  long(value: bigint): this {
    let rest = value;
    while (rest < -64n || rest > 63n) {
      this.byte(Number(rest & 127n) | 128);
      rest >>= 7n;
    }
    return this.byte(Number(rest & 127n));
  }

  float(value: number): this {
    float[0] = value;
    return this.append(bytesOfFloat);
  }

  name(text: string): this {
    const codes = [...text].map((letter) => letter.charCodeAt(0));
    return this.unsigned(codes.length).append(codes);
  }

  /** Bytes preceded by their number. */
  sized(bytes: Bytes): this {
    return this.unsigned(bytes.used).append(bytes.written);
  }

  private grow(by: number): void {
    if (this.used + by <= this.room.length) return;
    const room = new Uint8Array(2 * (this.used + by));
    room.set(this.written);
    this.room = room;
  }
}
