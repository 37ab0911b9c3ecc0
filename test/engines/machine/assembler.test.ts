import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Bytes } from "../../../models/engines/kernel/wasm/bytes.ts";
import { newMemory } from "../../../models/engines/kernel/wasm/host.ts";
import { HOST, MEMORY, ModuleWriter, type Signature } from "../../../models/engines/kernel/wasm/module.ts";
import {
  add,
  answer,
  asLongAs,
  call,
  div,
  does,
  finite,
  forEach,
  hasValue,
  int,
  load,
  mul,
  num,
  Routine,
  select,
  store,
  sub,
  type Variable,
  when,
  whole,
} from "../../../models/engines/kernel/wasm/routine.ts";

const memory = newMemory(65_536);
const numbers = new Float64Array(memory.buffer);

type Compiled = (...args: readonly number[]) => number;

/** Functions of a module, the last of which is called. */
function compile(signature: Signature, write: (module: ModuleWriter) => Routine["body"]): Compiled {
  const module = new ModuleWriter();
  module.add(signature, write(module), "run");
  const { Module, Instance } = (globalThis as unknown as { WebAssembly: Web }).WebAssembly;
  const imports = { [HOST]: { [MEMORY]: memory } };
  return new Instance(new Module(module.bytes()), imports).exports["run"] as Compiled;
}

interface Web {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (
    module: object,
    imports: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  ) => { readonly exports: Readonly<Record<string, unknown>> };
}

const signature = (parameters: Signature["parameters"], result: "f64" | "i32"): Signature => ({
  parameters,
  results: [result],
});

/** A function of doubles that gives a double. */
function ofNumbers(count: number, write: (r: Routine, given: readonly Variable[]) => Routine["body"]): Compiled {
  const parameters = Array.from({ length: count }, () => "f64" as const);
  return compile(signature(parameters, "f64"), () => {
    const r = new Routine(count);
    return write(r, r.parameters);
  });
}

/** Integers as they are read back: seven bits a byte, the lowest first. */
function decoded(bytes: Uint8Array, signed: boolean): bigint {
  let value = 0n;
  let shift = 0n;
  for (const byte of bytes) {
    value |= BigInt(byte & 127) << shift;
    shift += 7n;
  }
  const last = bytes.at(-1) ?? 0;
  return signed && (last & 64) !== 0 ? value - (1n << shift) : value;
}

/** Every byte but the last says that another follows. */
function isClosed(bytes: Uint8Array): boolean {
  return bytes.every((byte, i) => byte >= 128 === i < bytes.length - 1);
}

describe("bytes of a module", () => {
  it.each([
    [0, [0]],
    [127, [127]],
    [128, [128, 1]],
    [624_485, [0xe5, 0x8e, 0x26]],
  ])("write %d without a sign as in the standard's example", (value, expected) => {
    expect([...new Bytes().unsigned(value).written]).toEqual(expected);
  });

  it.each([
    [-123_456, [0xc0, 0xbb, 0x78]],
    [63, [63]],
    [64, [0xc0, 0]],
    [-64, [0x40]],
    [-65, [0xbf, 0x7f]],
  ])("write %d with its sign as in the standard's example", (value, expected) => {
    expect([...new Bytes().signed(value).written]).toEqual(expected);
    expect([...new Bytes().long(BigInt(value)).written]).toEqual(expected);
  });

  it("give every integer back, in as few bytes as it needs", () => {
    const integer = fc.oneof(fc.integer(), fc.integer({ min: -300, max: 300 }));
    fc.assert(
      fc.property(integer, fc.bigInt({ min: -(1n << 63n), max: (1n << 63n) - 1n }), (value, long) => {
        for (const [bytes, expected, signed] of [
          [new Bytes().unsigned(value >>> 0).written, BigInt(value >>> 0), false],
          [new Bytes().signed(value).written, BigInt(value), true],
          [new Bytes().long(long).written, long, true],
        ] as const) {
          expect(decoded(bytes, signed)).toBe(expected);
          expect(isClosed(bytes)).toBe(true);
          expect(decoded(bytes.subarray(0, -1), signed)).not.toBe(expected === 0n ? 1n : expected);
        }
      }),
      { seed: 20261128, numRuns: 500 },
    );
  });

  it("hold doubles bit by bit, and as many as are written", () => {
    fc.assert(
      fc.property(fc.array(fc.double(), { maxLength: 100 }), (values) => {
        const bytes = new Bytes();
        for (const value of values) bytes.float(value);
        expect(new Float64Array(bytes.written.slice().buffer)).toEqual(Float64Array.from(values));
      }),
      { seed: 20261128, numRuns: 100 },
    );
  });

  it("count the bytes put behind their number", () => {
    const inner = new Bytes().append(Array.from({ length: 200 }, (_, i) => i % 256));
    const written = new Bytes().sized(inner).written;
    expect([...written.subarray(0, 2)]).toEqual([200, 1]);
    expect(written).toHaveLength(202);
    expect([...new Bytes().name("run").written]).toEqual([3, 114, 117, 110]);
  });
});

describe("routines", () => {
  it("work out expressions from left to right", () => {
    const f = ofNumbers(3, (r, [a, b, c]) =>
      r.write(
        sub(add((a as Variable).get, (b as Variable).get, num(1)), div((b as Variable).get, (c as Variable).get)),
      ),
    );
    expect(f(2, 6, 4)).toBe(2 + 6 + 1 - 6 / 4);
    expect(f(1, 0, 0)).toBeNaN();
  });

  it("choose: a value, a branch, the other branch, or to answer at once", () => {
    const f = ofNumbers(1, (r, [x]) => {
      const { get } = x as Variable;
      const y = r.local("f64");
      return r.write(
        when(does("f64.lt", get, num(0)), [answer(num(-1))]),
        when(does("f64.lt", get, num(10)), [y.set(num(1))], [y.set(num(2))]),
        select(does("f64.gt", get, num(100)), num(3), y.get),
      );
    });
    expect([-5, 0, 9, 10, 100, 101].map((x) => f(x))).toEqual([-1, 1, 1, 2, 2, 3]);
  });

  it("count from nothing up to, and not with, the end; not at all where there is nothing to count", () => {
    const f = compile(signature(["i32"], "i32"), () => {
      const r = new Routine(1);
      const [i, sum] = r.locals("i32", 2) as [Variable, Variable];
      return r.write(forEach(i, (r.parameters[0] as Variable).get, sum.set(whole(sum.get, i.get, int(1)))), sum.get);
    });
    expect([0, 1, 2, 5, 100, -3].map((n) => f(n))).toEqual([0, 1, 3, 15, 5050, 0]);
  });

  it("go on as long as a condition holds, one inside the other", () => {
    const f = compile(signature(["i32", "i32"], "i32"), () => {
      const r = new Routine(2);
      const [a, b] = r.parameters as [Variable, Variable];
      const [left, inner, count] = r.locals("i32", 3) as [Variable, Variable, Variable];
      return r.write(
        left.set(a.get),
        asLongAs(
          does("i32.gt_s", left.get, int(0)),
          inner.set(b.get),
          asLongAs(
            does("i32.gt_s", inner.get, int(0)),
            count.set(whole(count.get, int(1))),
            inner.set(whole(inner.get, int(-1))),
          ),
          left.set(whole(left.get, int(-1))),
        ),
        count.get,
      );
    });
    expect([f(3, 4), f(0, 4), f(4, 0), f(7, 7)]).toEqual([12, 0, 0, 49]);
  });

  it("read and write memory where they are told", () => {
    const f = compile(signature(["i32", "f64"], "f64"), () => {
      const r = new Routine(2);
      const [at, x] = r.parameters as [Variable, Variable];
      return r.write(
        store("f64", at.get, x.get, 8),
        store("i32", at.get, int(7), 16),
        add(load("f64", at.get, 8), does("f64.convert_i32_s", load("i32", at.get, 16))),
      );
    });
    numbers.fill(0);
    expect(f(80, 2.5)).toBe(9.5);
    expect(numbers[11]).toBe(2.5);
    expect(numbers[10]).toBe(0);
  });

  it("call each other with operands in order", () => {
    const f = compile(signature(["f64", "f64"], "f64"), (module) => {
      const inner = new Routine(2);
      const [a, b] = inner.parameters as [Variable, Variable];
      const index = module.add(signature(["f64", "f64"], "f64"), inner.write(sub(a.get, b.get)));
      const r = new Routine(2);
      const [x, y] = r.parameters as [Variable, Variable];
      return r.write(mul(call(index, x.get, y.get), call(index, y.get, num(1))));
    });
    expect(f(10, 4)).toBe(6 * 3);
  });

  it("tell what has a value from what has none", () => {
    const kept = ofNumbers(1, (r, [x]) => r.write(finite(x as Variable)));
    const told = ofNumbers(1, (r, [x]) => r.write(does("f64.convert_i32_s", hasValue(x as Variable))));
    const values = [0, -1.5, Number.MAX_VALUE, 5e-324, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const value of values) {
      const is = Number.isFinite(value);
      expect(kept(value)).toBe(is ? value : Number.NaN);
      expect(told(value)).toBe(is ? 1 : 0);
    }
  });
});
