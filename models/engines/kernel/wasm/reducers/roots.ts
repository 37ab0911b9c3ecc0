import { ERROR_MAX, NEAR_ENDS, RANGE, SETTLED, STEPS_MAX } from "../../../../finance/roots/quick.ts";
import type { ModuleWriter } from "../module.ts";
import {
  abs,
  answer,
  both,
  call,
  div,
  does,
  forEach,
  int,
  load,
  mul,
  num,
  type Part,
  Routine,
  select,
  store,
  sub,
  type Variable,
  when,
  whole,
} from "../routine.ts";
import { addPolynomial, isSharp, NOISE, SLOPE, sampled, VALUE } from "./polynomial.ts";

const NOTHING = num(Number.NaN);

/** Lists of numbers to work with, by their addresses; three numbers in the first. */
export interface RootRoom {
  readonly sample: Part;
  readonly roots: Part;
  readonly next: Part;
}

export const isAbove = (x: Part): Part => does("f64.gt", x, num(0));
/** Address of an element of a list of numbers. */
export const element = (list: Part, i: Part): Part => whole(list, does("i32.shl", i, int(3)));

/**
 * The roots of a polynomial in the range, given how many turning points stand in the list of roots, which they replace; their number, or −1
 * where the search could be wrong. Far out the first and the last amount rule.
 */
export function addRootsBetween(module: ModuleWriter, room: RootRoom): number {
  const { sample, roots, next } = room;
  const polynomial = addPolynomial(module);
  const rootIn = addRootIn(module, polynomial, sample);
  const r = new Routine(3);
  const [level, count, turning] = r.parameters as [Variable, Variable, Variable];
  const [i, found, sign, signBefore] = r.locals("i32", 4) as [Variable, Variable, Variable, Variable];
  const [x, before, root] = r.locals("f64", 3) as [Variable, Variable, Variable];
  const turns = does("i32.lt_s", i.get, turning.get);
  const value = sampled(sample, VALUE);
  const surely = does("f64.gt", abs(value), sampled(sample, NOISE));
  const inRange = both(does("f64.ge", root.get, num(NEAR_ENDS[0])), does("f64.le", root.get, num(NEAR_ENDS[1])));
  const atTurn = [
    call(polynomial, level.get, count.get, x.get, sample),
    when(does("i32.eq", surely, int(0)), [answer(int(-1))]),
    sign.set(isAbove(value)),
  ];
  const crosses = [
    root.set(call(rootIn, level.get, count.get, before.get, x.get, signBefore.get)),
    when(does("i32.eq", inRange, int(0)), [answer(int(-1))]),
    store("f64", element(next, found.get), root.get),
    found.set(whole(found.get, int(1))),
  ];
  const body = r.write(
    before.set(num(RANGE[0])),
    signBefore.set(isAbove(load("f64", level.get))),
    forEach(
      i,
      whole(turning.get, int(1)),
      x.set(select(turns, load("f64", element(roots, i.get)), num(RANGE[1]))),
      sign.set(isAbove(load("f64", element(level.get, whole(count.get, int(-1)))))),
      when(turns, atTurn),
      when(does("i32.ne", sign.get, signBefore.get), crosses),
      before.set(x.get),
      signBefore.set(sign.get),
    ),
    forEach(i, found.get, store("f64", element(roots, i.get), load("f64", element(next, i.get)))),
    found.get,
  );
  return module.add({ parameters: ["i32", "i32", "i32"], results: ["i32"] }, body);
}

/** Newton's method, and bisection (of the logarithms) whenever it leaves the bracket; NaN where the root may be shifted by rounding. */
function addRootIn(module: ModuleWriter, polynomial: number, sample: Part): number {
  const r = new Routine(5);
  const [level, count, low, high, signFrom] = r.parameters as [Variable, Variable, Variable, Variable, Variable];
  const step = r.local("i32");
  const [x, value, newton] = r.locals("f64", 3) as [Variable, Variable, Variable];
  const middle = does("f64.sqrt", mul(low.get, high.get));
  const aroundOne = both(does("f64.le", low.get, num(1)), does("f64.ge", high.get, num(1)));
  const sharp = (root: Part): Part => answer(select(isSharp(sample, x.get, ERROR_MAX), root, NOTHING));
  const inside = both(does("f64.gt", newton.get, low.get), does("f64.lt", newton.get, high.get));
  // Each of Newton's steps doubles the digits.
  const settled = does("f64.le", abs(sub(newton.get, x.get)), mul(num(SETTLED), x.get));
  const body = r.write(
    x.set(select(aroundOne, num(1), middle)),
    forEach(
      step,
      int(STEPS_MAX),
      call(polynomial, level.get, count.get, x.get, sample),
      value.set(sampled(sample, VALUE)),
      when(does("f64.le", abs(value.get), sampled(sample, NOISE)), [sharp(x.get)]),
      when(does("i32.eq", isAbove(value.get), signFrom.get), [low.set(x.get)], [high.set(x.get)]),
      newton.set(sub(x.get, div(value.get, sampled(sample, SLOPE)))),
      when(inside, [when(settled, [sharp(newton.get)]), x.set(newton.get)], [x.set(middle)]),
    ),
    NOTHING,
  );
  return module.add({ parameters: ["i32", "i32", "f64", "f64", "i32"], results: ["f64"] }, body);
}
