import { Bytes } from "./bytes.ts";

/** Value types by their byte. */
export const TYPE = { i32: 0x7f, i64: 0x7e, f64: 0x7c, v128: 0x7b, none: 0x40 } as const;
export type Type = Exclude<keyof typeof TYPE, "none">;

/** Instructions without immediates. */
const PLAIN = {
  else: [0x05],
  end: [0x0b],
  return: [0x0f],
  select: [0x1b],
  "i32.eq": [0x46],
  "i32.ne": [0x47],
  "i32.lt_s": [0x48],
  "i32.lt_u": [0x49],
  "i32.gt_s": [0x4a],
  "i32.le_u": [0x4d],
  "i32.ge_s": [0x4e],
  "i32.sub": [0x6b],
  "i32.and": [0x71],
  "i32.add": [0x6a],
  "i32.mul": [0x6c],
  "i32.or": [0x72],
  "i32.shl": [0x74],
  "i32.shr_u": [0x76],
  "i32.wrap_i64": [0xa7],
  "i64.add": [0x7c],
  "i64.sub": [0x7d],
  "i64.and": [0x83],
  "i64.or": [0x84],
  "i64.shl": [0x86],
  "i64.shr_u": [0x88],
  "i64.extend_i32_s": [0xac],
  "i64.reinterpret_f64": [0xbd],
  "f64.reinterpret_i64": [0xbf],
  "f64.eq": [0x61],
  "f64.ne": [0x62],
  "f64.lt": [0x63],
  "f64.gt": [0x64],
  "f64.le": [0x65],
  "f64.ge": [0x66],
  "f64.abs": [0x99],
  "f64.neg": [0x9a],
  "f64.floor": [0x9c],
  "f64.nearest": [0x9e],
  "f64.sqrt": [0x9f],
  "f64.min": [0xa4],
  "f64.copysign": [0xa6],
  "f64.add": [0xa0],
  "f64.sub": [0xa1],
  "f64.mul": [0xa2],
  "f64.div": [0xa3],
  "i32.trunc_f64_s": [0xaa],
  "f64.convert_i32_s": [0xb7],
  "f64x2.splat": [0xfd, 0x14],
  "f64x2.eq": [0xfd, 0x47],
  "f64x2.ne": [0xfd, 0x48],
  "f64x2.lt": [0xfd, 0x49],
  "f64x2.le": [0xfd, 0x4b],
  "v128.not": [0xfd, 0x4d],
  "v128.and": [0xfd, 0x4e],
  "v128.andnot": [0xfd, 0x4f],
  "v128.or": [0xfd, 0x50],
  "v128.bitselect": [0xfd, 0x52],
  "v128.any_true": [0xfd, 0x53],
  "f64x2.ceil": [0xfd, 0x74],
  "f64x2.floor": [0xfd, 0x75],
  "f64x2.abs": [0xfd, 0xec, 1],
  "f64x2.neg": [0xfd, 0xed, 1],
  "f64x2.sqrt": [0xfd, 0xef, 1],
  "f64x2.add": [0xfd, 0xf0, 1],
  "f64x2.sub": [0xfd, 0xf1, 1],
  "f64x2.mul": [0xfd, 0xf2, 1],
  "f64x2.div": [0xfd, 0xf3, 1],
  "f64x2.min": [0xfd, 0xf4, 1],
  "f64x2.max": [0xfd, 0xf5, 1],
  "f64x2.pmin": [0xfd, 0xf6, 1],
  "f64x2.pmax": [0xfd, 0xf7, 1],
  "i32x4.trunc_sat_f64x2_s_zero": [0xfd, 0xfc, 1],
} as const;
export type Plain = keyof typeof PLAIN;

/** Instructions on memory, followed by alignment and offset. */
const MEMORY = {
  "i32.load": [[0x28], 2],
  "i32.store": [[0x36], 2],
  "f64.load": [[0x2b], 3],
  "f64.store": [[0x39], 3],
  "v128.load": [[0xfd, 0x00], 3],
  "v128.load64_splat": [[0xfd, 0x0a], 3],
  "v128.load64_zero": [[0xfd, 0x5d], 3],
  "v128.load64_lane": [[0xfd, 0x57], 3],
  "v128.store": [[0xfd, 0x0b], 3],
  "v128.store64_lane": [[0xfd, 0x5b], 3],
} as const;

const LANES = { "i32x4.extract_lane": 0x1b, "f64x2.extract_lane": 0x21, "f64x2.replace_lane": 0x22 } as const;

/** The code of one function, instruction by instruction. */
export class Body {
  private readonly code = new Bytes();
  private readonly types: Type[] = [];
  private readonly parameters: number;

  constructor(parameters: number) {
    this.parameters = parameters;
  }

  /** A new local variable. */
  local(type: Type): number {
    this.types.push(type);
    return this.parameters + this.types.length - 1;
  }

  plain(...names: readonly Plain[]): this {
    for (const name of names) this.code.byte(...PLAIN[name]);
    return this;
  }

  get(...locals: readonly number[]): this {
    for (const local of locals) this.code.byte(0x20).unsigned(local);
    return this;
  }

  set(local: number): this {
    this.code.byte(0x21).unsigned(local);
    return this;
  }

  tee(local: number): this {
    this.code.byte(0x22).unsigned(local);
    return this;
  }

  i32(value: number): this {
    this.code.byte(0x41).signed(value);
    return this;
  }

  /** The 64 bits of so many, upper and lower. */
  i64(value: bigint): this {
    this.code.byte(0x42).long(value);
    return this;
  }

  f64(value: number): this {
    this.code.byte(0x44).float(value);
    return this;
  }

  v128(low: number, high: number = low): this {
    this.code.byte(0xfd, 0x0c).float(low).float(high);
    return this;
  }

  /** All bits set in the first lane, none in the second. */
  firstLane(): this {
    this.code.byte(0xfd, 0x0c).append([255, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0]);
    return this;
  }

  /** The second lane of one vector before the first of the next. */
  slide(): this {
    this.code.byte(0xfd, 0x0d).append([8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23]);
    return this;
  }

  memory(name: keyof typeof MEMORY, offset: number, lane?: number): this {
    const [code, alignment] = MEMORY[name];
    this.code
      .byte(...code)
      .unsigned(alignment)
      .unsigned(offset);
    if (lane !== undefined) this.code.byte(lane);
    return this;
  }

  lane(name: keyof typeof LANES, lane: number): this {
    this.code.byte(0xfd, LANES[name], lane);
    return this;
  }

  call(index: number): this {
    this.code.byte(0x10).unsigned(index);
    return this;
  }

  /** Sets bytes from an address to a value; the three are on the stack. */
  fill(): this {
    this.code.byte(0xfc, 0x0b, 0x00);
    return this;
  }

  if(result: Type | "none" = "none"): this {
    this.code.byte(0x04, TYPE[result]);
    return this;
  }

  loop(): this {
    this.code.byte(0x03, TYPE.none);
    return this;
  }

  branch(depth: number): this {
    this.code.byte(0x0c).unsigned(depth);
    return this;
  }

  branchIf(depth: number): this {
    this.code.byte(0x0d).unsigned(depth);
    return this;
  }

  /** With the declarations of its locals, ready for the code section. */
  finished(): Bytes {
    const whole = new Bytes().unsigned(this.types.length);
    for (const type of this.types) whole.byte(1, TYPE[type]);
    return whole.append(this.code.written).byte(0x0b);
  }
}
