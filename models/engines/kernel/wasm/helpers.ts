import { Body } from "./body.ts";
import { type ModuleWriter, numeric } from "./module.ts";
import { addFractionalPower } from "./power.ts";

/** Whole exponents up to this size are multiplied out; others go to the host. */
const WHOLE_MAX = 4096;

/** A function written here rather than called in the host, to whose it leaves what it does not settle. */
type AddHelper = (module: ModuleWriter, fallback: number) => number;

/** By name and number of arguments. */
export const HELPERS: ReadonlyMap<string, AddHelper> = new Map([
  ["pow/2", addPower],
  ["pmt/3", addPayment],
]);

/** base^exponent, by repeated squaring where the exponent is whole, if everything on the way is finite. */
function addPower(module: ModuleWriter, fallback: number): number {
  const [base, exponent] = [0, 1];
  const fractional = addFractionalPower(module);
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
  body.get(base, exponent).call(fractional).tee(size);
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
