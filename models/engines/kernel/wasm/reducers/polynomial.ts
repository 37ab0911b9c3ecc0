import type { Body } from "../body.ts";
import type { ModuleWriter } from "../module.ts";
import {
  abs,
  add,
  div,
  does,
  int,
  load,
  mul,
  num,
  type Part,
  Routine,
  store,
  type Variable,
  when,
  whole,
} from "../routine.ts";

const NUMBER_BYTES = 8;
/** Amounts taken in one step: two vectors of two, so that no addition waits long for the one before. */
export const ABREAST = 4;
const STRIDE_BYTES = ABREAST * NUMBER_BYTES;

/** A polynomial's value at the point last asked for, its slope, and what rounding may have cost the value: three numbers from an address on. */
export const VALUE = 0;
export const SLOPE = 8;
export const NOISE = 16;

/**
 * Σ amount_i · x^i by Horner's rule in x⁴, for every fourth amount by itself: from an address, a number of amounts (the next ones up to a
 * multiple of four being 0) and x, into the sample at an address.
 */
export function addPolynomial(module: ModuleWriter): number {
  const r = new Routine(4);
  const { body } = r;
  const [from, count, x, sample] = r.parameters as [Variable, Variable, Variable, Variable];
  const at = r.local("i32");
  const step = body.local("v128");
  const fourth = r.local("f64");
  const sums = [0, STRIDE_BYTES / 2].map((offset) => {
    const [amounts, value, slope, size] = Array.from({ length: 4 }, () => body.local("v128"));
    return { offset, amounts, value, slope, size } as Sums;
  });
  const rounds = add(num(2), div(does("f64.convert_i32_s", count.get), num(8)));
  const terms = does("f64.min", does("f64.convert_i32_s", count.get), rounds);
  r.write(
    fourth.set(mul(x.get, x.get, x.get, x.get)),
    (into) => void fourthIn(into, fourth, step),
    at.set(whole(from.get, does("i32.mul", int(NUMBER_BYTES), paddedTo(count.get)))),
    (into) => {
      into.loop();
      when(does("i32.gt_s", at.get, from.get), [
        at.set(whole(at.get, int(-STRIDE_BYTES))),
        ...sums.map((sum) => (inner: Body) => hornerStep(inner, at, step, sum)),
        (inner) => void inner.branch(1),
      ])(into);
      into.plain("end");
    },
    store("f64", sample.get, joined(sums, "value", x), VALUE),
    store("f64", sample.get, slopeOf(sums, x), SLOPE),
    store("f64", sample.get, mul(num(2 * Number.EPSILON), joined(sums, "size", x), terms), NOISE),
  );
  return module.add({ parameters: ["i32", "i32", "f64", "i32"], results: [] }, body);
}

/** The number of amounts with the zeros behind them. */
export function paddedTo(count: Part): Part {
  return does("i32.shl", does("i32.shr_u", whole(count, int(ABREAST - 1)), int(2)), int(2));
}

interface Sums {
  readonly offset: number;
  readonly amounts: number;
  readonly value: number;
  readonly slope: number;
  readonly size: number;
}

function fourthIn(body: Body, fourth: Variable, step: number): void {
  fourth.get(body);
  body.plain("f64x2.splat").set(step);
}

function hornerStep(body: Body, at: Variable, step: number, { offset, amounts, value, slope, size }: Sums): void {
  at.get(body);
  body.memory("v128.load", offset).set(amounts);
  body.get(slope, step).plain("f64x2.mul").get(value).plain("f64x2.add").set(slope);
  body.get(value, step).plain("f64x2.mul").get(amounts).plain("f64x2.add").set(value);
  body.get(size, step).plain("f64x2.mul").get(amounts).plain("f64x2.abs", "f64x2.add").set(size);
}

/** One of the four sums of a kind. */
function lane(sums: readonly Sums[], kind: "value" | "slope" | "size", i: number): Part {
  const sum = sums[i >> 1] as Sums;
  return (body) => void body.get(sum[kind]).lane("f64x2.extract_lane", i & 1);
}

/** Put together with the powers of x below the fourth. */
function joined(sums: readonly Sums[], kind: "value" | "slope" | "size", x: Variable): Part {
  const [a, b, c, d] = [0, 1, 2, 3].map((i) => lane(sums, kind, i)) as [Part, Part, Part, Part];
  const inner = add(c, mul(x.get, d));
  return add(a, mul(x.get, add(b, mul(x.get, inner))));
}

function slopeOf(sums: readonly Sums[], x: Variable): Part {
  const [b, c, d] = [1, 2, 3].map((i) => lane(sums, "value", i)) as [Part, Part, Part];
  const within = add(b, mul(x.get, add(mul(num(2), c), mul(num(3), x.get, d))));
  return add(within, mul(num(4), x.get, x.get, x.get, joined(sums, "slope", x)));
}

/** What a sample says. */
export const sampled = (sample: Part, what: typeof VALUE | typeof SLOPE | typeof NOISE): Part =>
  load("f64", sample, what);

/** May rounding have shifted a root seen from here by so little that nobody sees it? */
export function isSharp(sample: Part, x: Part, errorMax: number): Part {
  const shift = div(sampled(sample, NOISE), abs(sampled(sample, SLOPE)));
  return does("f64.le", shift, mul(num(errorMax), x, x));
}
