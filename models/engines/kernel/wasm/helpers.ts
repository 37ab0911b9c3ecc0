import { Body } from "./body.ts";
import type { ModuleWriter, Signature } from "./module.ts";

/** Whole exponents up to this size are multiplied out; others go to the host. */
const WHOLE_MAX = 4096;

/** Numbers in, a number out. */
export function numeric(count: number): Signature {
  return { parameters: Array.from({ length: count }, () => "f64" as const), results: ["f64"] };
}

/** A function written here rather than called in the host; what it does not settle it leaves to the host's. */
interface Helper {
  readonly add: (module: ModuleWriter, fallback: number, functionOf: (name: string) => number) => number;
  /** What it calls of the language's own functions, which the machine calls without a detour. */
  readonly mathematics?: "Math.pow";
}

/** By name and number of arguments. */
export const HELPERS: ReadonlyMap<string, Helper> = new Map([
  ["pow/2", { add: addPower, mathematics: "Math.pow" }],
  ["pmt/3", { add: addPayment }],
]);

/**
 * Σ of the slots from one address up to another, in both lanes: four sums of every fourth slot, so that no addition waits for the one
 * before, put together in the same way whatever the lanes are.
 */
export function addSum(module: ModuleWriter, slotBytes: number): number {
  const [at, end] = [0, 1];
  const body = new Body(2);
  const draws = slotBytes === 16;
  const sums = Array.from({ length: draws ? 4 : 2 }, () => body.local("v128"));
  const add = (sum: number, offset: number, load: "v128.load" | "v128.load64_zero" = "v128.load"): void => {
    body.get(sum, at).memory(load, offset).plain("f64x2.add").set(sum);
  };
  const whileLeft = (slots: number, step: () => void): void => {
    body
      .loop()
      .get(at)
      .i32(slots * slotBytes)
      .plain("i32.add")
      .get(end)
      .plain("i32.le_u")
      .if();
    step();
    body
      .get(at)
      .i32(slots * slotBytes)
      .plain("i32.add")
      .set(at);
  };
  whileLeft(4, () => {
    for (const [i, sum] of sums.entries()) add(sum, i * 16);
  });
  body.branch(1).plain("end", "end");
  const [first, second, third = -1, fourth = -1] = sums as [number, number, number?, number?];
  if (draws) {
    for (const sum of [first, second, third]) {
      whileLeft(1, () => add(sum, 0));
      body.plain("end", "end");
    }
    body.get(first, third).plain("f64x2.add").get(second, fourth).plain("f64x2.add", "f64x2.add");
    return module.add({ parameters: ["i32", "i32"], results: ["v128"] }, body);
  }
  const rest = body.local("i32");
  body.get(end, at).plain("i32.sub").set(rest);
  whileLeft(2, () => add(first, 0));
  body.plain("end", "end");
  // The last of three is the third slot, the last of one the first.
  body
    .get(at, end)
    .plain("i32.lt_u")
    .if()
    .get(rest)
    .i32(2 * slotBytes)
    .plain("i32.le_u")
    .if();
  add(first, 0, "v128.load64_zero");
  body.plain("else");
  add(second, 0, "v128.load64_zero");
  body.plain("end", "end").get(first, second).plain("f64x2.add").tee(first);
  body.lane("f64x2.extract_lane", 0).get(first).lane("f64x2.extract_lane", 1).plain("f64.add", "f64x2.splat");
  return module.add({ parameters: ["i32", "i32"], results: ["v128"] }, body);
}

/** Adds a vector to the slots from one address up to another, two by two. */
export function addSpread(module: ModuleWriter): number {
  const [at, end, added] = [0, 1, 2];
  const body = new Body(3);
  body.loop().get(at).i32(16).plain("i32.add").get(end).plain("i32.le_u").if();
  body.get(at, at).memory("v128.load", 0).get(added).plain("f64x2.add").memory("v128.store", 0);
  body.get(at).i32(16).plain("i32.add").set(at).branch(1).plain("end", "end");
  body.get(at, end).plain("i32.lt_u").if();
  body.get(at, at).memory("v128.load64_zero", 0).get(added).plain("f64x2.add").memory("v128.store64_lane", 0, 0);
  body.plain("end");
  return module.add({ parameters: ["i32", "i32", "v128"], results: [] }, body);
}

/** base^exponent, by repeated squaring where the exponent is whole, if everything on the way is finite. */
function addPower(module: ModuleWriter, fallback: number, functionOf: (name: string) => number): number {
  const [base, exponent] = [0, 1];
  const body = new Body(2);
  const [rest, size, square, product] = [body.local("i32"), body.local("f64"), body.local("f64"), body.local("f64")];
  body.get(exponent).plain("f64.abs").tee(size).f64(WHOLE_MAX).plain("f64.le");
  ifWhole(body, size, rest);
  body.get(base).set(square).f64(1).set(product);
  forBits(body, rest, {
    set: () => body.get(product, square).plain("f64.mul").set(product),
    each: () => body.get(square, square).plain("f64.mul").set(square),
  });
  body.get(exponent).f64(0).plain("f64.lt").if("f64").f64(1).get(product).plain("f64.div", "else").get(product);
  body.plain("end").set(size);
  // Finite only if base, product and quotient all are.
  body.get(base, product).plain("f64.add").get(size).plain("f64.add");
  returnIfFinite(body, size);
  body.plain("else").get(base).f64(0).plain("f64.gt").if();
  body
    .get(base, exponent)
    .call(functionOf("Math.pow"))
    .set(size)
    .get(base, exponent)
    .plain("f64.add")
    .get(size)
    .plain("f64.add");
  returnIfFinite(body, size);
  body.plain("end", "end").get(base, exponent).call(fallback);
  return module.add(numeric(2), body);
}

/** The level payment on `pv` for a whole number of periods; grown = (1 + rate)^n − 1 is formed without adding 1, which would cost digits. */
function addPayment(module: ModuleWriter, fallback: number): number {
  const [rate, count, pv] = [0, 1, 2];
  const body = new Body(3);
  const [rest, square, grown, result] = [body.local("i32"), body.local("f64"), body.local("f64"), body.local("f64")];
  body.get(count).f64(WHOLE_MAX).plain("f64.le").get(count).f64(1).plain("f64.ge", "i32.and");
  body.get(rate).f64(0).plain("f64.gt", "i32.and");
  ifWhole(body, count, rest);
  body.get(rate).set(square);
  forBits(body, rest, {
    set: () => body.get(grown, square).plain("f64.add").get(grown, square).plain("f64.mul", "f64.add").set(grown),
    each: () => body.get(square).f64(2).get(square).plain("f64.add", "f64.mul").set(square),
  });
  // pv · rate · (1 + grown) / grown, negative.
  body
    .get(pv, rate)
    .plain("f64.mul")
    .f64(1)
    .get(grown)
    .plain("f64.add", "f64.mul")
    .get(grown)
    .plain("f64.div", "f64.neg");
  body.tee(result);
  returnIfFinite(body, result);
  body.plain("end").get(rate, count, pv).call(fallback);
  return module.add(numeric(3), body);
}

/** Opens a branch for a number that is whole, and in a range found before (the condition on the stack); `rest` becomes its integer. */
function ifWhole(body: Body, number: number, rest: number): void {
  body.get(number).plain("f64.floor").get(number).plain("f64.eq", "i32.and").if();
  body.get(number).plain("i32.trunc_f64_s").set(rest);
}

/** Goes through the bits of an integer from the lowest up. */
function forBits(body: Body, rest: number, on: { readonly set: () => Body; readonly each: () => Body }): void {
  body.loop().get(rest).i32(1).plain("i32.and").if();
  on.set().plain("end").get(rest).i32(1).plain("i32.shr_u").tee(rest).if();
  on.each().branch(1).plain("end", "end");
}

/** Returns the local if the number on the stack is finite. */
function returnIfFinite(body: Body, local: number): void {
  const number = body.local("f64");
  body.tee(number).get(number).plain("f64.sub").f64(0).plain("f64.eq").if().get(local).plain("return", "end");
}
