import { PURE_TIE } from "../../../../operations/ties.ts";
import type { ModuleWriter } from "../module.ts";
import { abs, add, answer, both, div, does, finite, hasValue, int, mul, num, type Variable, when } from "../routine.ts";
import { Reducing } from "./steps.ts";

/** Net present value one step before the first. */
export function addPresentValue(module: ModuleWriter): number {
  const r = new Reducing();
  const [value, factor] = r.locals(2) as [Variable, Variable];
  return r.add(
    module,
    factor.set(add(num(1), r.rate.get)),
    when(does("i32.eq", r.count.get, int(0)), [answer(num(Number.NaN))]),
    when(does("f64.le", abs(factor.get), num(PURE_TIE)), [answer(num(Number.NaN))]),
    factor.set(div(num(1), factor.get)),
    r.backward(value.set(mul(add(value.get, r.at(0)), factor.get))),
    finite(value),
  );
}

/** Steps until the cumulative flow, once negative, is not negative any more: the last one in part. */
export function addPayback(module: ModuleWriter): number {
  const r = new Reducing();
  const [x, before, cumulative, found] = r.locals(4) as [Variable, Variable, Variable, Variable];
  const started = r.local("i32");
  const notYet = does("f64.ne", found.get, found.get);
  const part = does("f64.min", div(does("f64.neg", before.get), x.get), num(1));
  return r.add(
    module,
    found.set(num(Number.NaN)),
    r.forward(
      x.set(r.at(0)),
      before.set(cumulative.get),
      cumulative.set(add(cumulative.get, x.get)),
      when(
        does("f64.lt", cumulative.get, does("f64.neg", r.tolerance.get)),
        [started.set(int(1))],
        [when(both(started.get, notYet), [found.set(add(does("f64.convert_i32_s", r.i.get), part))])],
      ),
    ),
    when(hasValue(cumulative), [answer(found.get)]),
    num(Number.NaN),
  );
}
