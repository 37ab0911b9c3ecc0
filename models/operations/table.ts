import { abs } from "./arithmetic/abs.ts";
import { add } from "./arithmetic/add.ts";
import { constant } from "./arithmetic/const.ts";
import { div } from "./arithmetic/div.ts";
import { exp } from "./arithmetic/exp.ts";
import { ln } from "./arithmetic/ln.ts";
import { max } from "./arithmetic/max.ts";
import { min } from "./arithmetic/min.ts";
import { mul } from "./arithmetic/mul.ts";
import { neg } from "./arithmetic/neg.ts";
import { none } from "./arithmetic/none.ts";
import { pow } from "./arithmetic/pow.ts";
import { sqrt } from "./arithmetic/sqrt.ts";
import { sub } from "./arithmetic/sub.ts";
import { ddb } from "./finance/ddb.ts";
import { effect } from "./finance/effect.ts";
import { fv } from "./finance/fv.ts";
import { ipmt } from "./finance/ipmt.ts";
import { nominal } from "./finance/nominal.ts";
import { nper } from "./finance/nper.ts";
import { pmt } from "./finance/pmt.ts";
import { ppmt } from "./finance/ppmt.ts";
import { pv } from "./finance/pv.ts";
import { sln } from "./finance/sln.ts";
import { syd } from "./finance/syd.ts";
import { and } from "./logic/and.ts";
import { cmp } from "./logic/cmp.ts";
import { choose } from "./logic/if.ts";
import { not } from "./logic/not.ts";
import { or } from "./logic/or.ts";
import type { Operation } from "./operation.ts";
import { average } from "./reducers/average.ts";
import { first } from "./reducers/first.ts";
import { highest } from "./reducers/highest.ts";
import { irr } from "./reducers/irr.ts";
import { lowest } from "./reducers/lowest.ts";
import { npv } from "./reducers/npv.ts";
import { payback } from "./reducers/payback.ts";
import { when } from "./reducers/when.ts";
import { ceil } from "./rounding/ceil.ts";
import { floor } from "./rounding/floor.ts";
import { round } from "./rounding/round.ts";
import { brackets } from "./tables/brackets.ts";
import { lookup } from "./tables/lookup.ts";
import { at } from "./time/at.ts";
import { convolve } from "./time/convolve.ts";
import { lag } from "./time/lag.ts";
import { line } from "./time/line.ts";
import { prev } from "./time/prev.ts";
import { total } from "./time/total.ts";

const table = {
  ...{ const: constant, none, line, prev, lag, convolve, total, at },
  ...{ add, sub, mul, div, pow, neg, min, max, abs, sqrt, exp, ln, floor, ceil, round },
  ...{ cmp, and, or, not, if: choose },
  ...{ lookup, brackets },
  ...{ pmt, ipmt, ppmt, nper, pv, fv, effect, nominal, sln, syd, ddb },
  ...{ npv, irr, payback, lowest, highest, average, first, when },
};

export type OperationName = keyof typeof table;

/** Every operation of the core by its name in nodes, which is also its name in formulas where it has one. */
export const operations: Readonly<Record<OperationName, Operation>> = table;

export function isOperation(name: string): name is OperationName {
  return Object.hasOwn(operations, name);
}
