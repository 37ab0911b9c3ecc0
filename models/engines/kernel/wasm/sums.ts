import { Body } from "./body.ts";
import type { ModuleWriter } from "./module.ts";

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
