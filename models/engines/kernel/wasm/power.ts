import type { ModuleWriter } from "./module.ts";
import {
  abs,
  add,
  answer,
  bits,
  div,
  does,
  int,
  mul,
  num,
  type Part,
  Routine,
  select,
  sub,
  type Variable,
  when,
} from "./routine.ts";

/**
 * Powers of positive numbers by logarithm, after e_pow.c of fdlibm (Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
 * Developed at SunPro, a Sun Microsystems, Inc. business. Permission to use, copy, modify, and distribute this software is freely granted,
 * provided that this notice is preserved). Numbers are kept as a sum of two, so that the result is right to the last digit or the one beside.
 */
const LOG = [
  0.5999999999999946, 0.4285714285785502, 0.33333332981837743, 0.272728123808534, 0.23066074577556175,
  0.20697501780033842,
];
const EXP = [
  0.16666666666666602, -0.0027777777777015593, 6.613756321437934e-5, -1.6533902205465252e-6, 4.1381367970572385e-8,
];
/** log2(1.5), ln 2 and 2 / (3 ln 2), each as a number of few digits and what is left. */
const LOG_OF_HALF_MORE = { high: 0.5849624872207642, low: 1.350039202129749e-8 };
const LN2 = { whole: Math.LN2, high: 0.6931471824645996, low: -1.904654299957768e-9 };
const SCALE = { whole: 0.9617966939259756, high: 0.9617967009544373, low: -7.028461650952758e-9 };

const LEAST_NORMAL = 2 ** -1022;
/** Beyond this power of two a result is not sure to be an ordinary number. */
const EXPONENT_MAX = 1020;
const FRACTION_BITS = 52n;
const BIAS = 1023;

/** A number without the lower half of its digits: the product of two such is exact. */
const upper = (x: Part): Part =>
  does("f64.reinterpret_i64", does("i64.and", does("i64.reinterpret_f64", x), bits(-(1n << 32n))));

/** The even powers of x apart from the odd ones, so that half as many steps wait for each other. */
const series = (x: Part, coefficients: readonly number[]): Part => {
  const horner = ([first = 0, ...others]: readonly number[]): Part =>
    others.length === 0 ? num(first) : add(num(first), mul(x, x, horner(others)));
  const [even, odd] = [0, 1].map((rest) => horner(coefficients.filter((_, i) => i % 2 === rest))) as [Part, Part];
  return add(even, mul(x, odd));
};

/** base^exponent for a positive base; NaN where the result or what leads to it is no ordinary number. */
export function addFractionalPower(module: ModuleWriter): number {
  const r = new Routine(2);
  const [base, exponent] = r.parameters as [Variable, Variable];
  const log = { high: r.local("f64"), low: r.local("f64") };
  const body = r.write(...logarithm(r, base, log), ...exponential(r, exponent, log));
  return module.add({ parameters: ["f64", "f64"], results: ["f64"] }, body);
}

interface Two {
  readonly high: Variable;
  readonly low: Variable;
}

/** log2 of a base, in two parts. */
function logarithm(r: Routine, base: Variable, log: Two): readonly Part[] {
  const [m, n, near, u, v, s, sHigh] = r.locals("f64", 7) as [
    ...[Variable, Variable, Variable, Variable, Variable, Variable, Variable],
  ];
  const [sLow, tHigh, tLow, square, rest, pHigh, pLow] = r.locals("f64", 7) as [
    ...[Variable, Variable, Variable, Variable, Variable, Variable, Variable],
  ];
  const [zHigh, zLow] = r.locals("f64", 2) as [Variable, Variable];
  const pattern = does("i64.reinterpret_f64", base.get);
  const power = does("i32.wrap_i64", does("i64.shr_u", pattern, bits(FRACTION_BITS)));
  const fraction = does("i64.and", pattern, bits((1n << FRACTION_BITS) - 1n));
  const ofOne = does("i64.or", fraction, bits(BigInt(BIAS) << FRACTION_BITS));
  const isNearOne = does("f64.eq", near.get, num(1));
  const offset = (part: "high" | "low"): Part => select(isNearOne, num(0), num(LOG_OF_HALF_MORE[part]));
  const ordinary = does(
    "i32.and",
    does("f64.ge", base.get, num(LEAST_NORMAL)),
    does("f64.le", base.get, num(Number.MAX_VALUE)),
  );
  return [
    when(does("i32.eq", ordinary, int(0)), [answer(num(Number.NaN))]),
    n.set(does("f64.convert_i32_s", does("i32.sub", power, int(BIAS)))),
    m.set(does("f64.reinterpret_i64", ofOne)),
    when(does("f64.ge", m.get, num(Math.sqrt(3))), [m.set(mul(m.get, num(0.5))), n.set(add(n.get, num(1)))]),
    near.set(select(does("f64.gt", m.get, num(Math.sqrt(1.5))), num(1.5), num(1))),
    // s = (m − near) / (m + near), and log m = log near + 2 · (s + s³/3 + …).
    u.set(sub(m.get, near.get)),
    v.set(div(num(1), add(m.get, near.get))),
    s.set(mul(u.get, v.get)),
    sHigh.set(upper(s.get)),
    tHigh.set(upper(add(m.get, near.get))),
    tLow.set(sub(m.get, sub(tHigh.get, near.get))),
    sLow.set(mul(v.get, sub(sub(u.get, mul(sHigh.get, tHigh.get)), mul(sHigh.get, tLow.get)))),
    square.set(mul(s.get, s.get)),
    rest.set(add(mul(square.get, square.get, series(square.get, LOG)), mul(sLow.get, add(sHigh.get, s.get)))),
    square.set(mul(sHigh.get, sHigh.get)),
    tHigh.set(upper(add(num(3), square.get, rest.get))),
    tLow.set(sub(rest.get, sub(sub(tHigh.get, num(3)), square.get))),
    u.set(mul(sHigh.get, tHigh.get)),
    v.set(add(mul(sLow.get, tHigh.get), mul(tLow.get, s.get))),
    pHigh.set(upper(add(u.get, v.get))),
    pLow.set(sub(v.get, sub(pHigh.get, u.get))),
    zHigh.set(mul(num(SCALE.high), pHigh.get)),
    zLow.set(add(mul(num(SCALE.low), pHigh.get), mul(pLow.get, num(SCALE.whole)), offset("low"))),
    log.high.set(upper(add(zHigh.get, zLow.get, offset("high"), n.get))),
    log.low.set(sub(zLow.get, sub(sub(sub(log.high.get, n.get), offset("high")), zHigh.get))),
  ];
}

/** 2 to the exponent times a logarithm. */
function exponential(r: Routine, exponent: Variable, log: Two): readonly Part[] {
  const [yHigh, low, high, z, steps, t, u, v, rest] = r.locals("f64", 9) as [
    ...[Variable, Variable, Variable, Variable, Variable],
    ...[Variable, Variable, Variable, Variable],
  ];
  const correction = r.local("f64");
  const scale = does("i32.add", does("i32.trunc_f64_s", steps.get), int(BIAS));
  const twoToSteps = does("f64.reinterpret_i64", does("i64.shl", does("i64.extend_i32_s", scale), bits(FRACTION_BITS)));
  return [
    yHigh.set(upper(exponent.get)),
    low.set(add(mul(sub(exponent.get, yHigh.get), log.high.get), mul(exponent.get, log.low.get))),
    high.set(mul(yHigh.get, log.high.get)),
    z.set(add(low.get, high.get)),
    when(does("i32.eq", does("f64.lt", abs(z.get), num(EXPONENT_MAX)), int(0)), [answer(num(Number.NaN))]),
    steps.set(does("f64.nearest", z.get)),
    high.set(sub(high.get, steps.get)),
    t.set(upper(add(low.get, high.get))),
    u.set(mul(t.get, num(LN2.high))),
    v.set(add(mul(sub(low.get, sub(t.get, high.get)), num(LN2.whole)), mul(t.get, num(LN2.low)))),
    z.set(add(u.get, v.get)),
    correction.set(sub(v.get, sub(z.get, u.get))),
    t.set(mul(z.get, z.get)),
    t.set(sub(z.get, mul(t.get, series(t.get, EXP)))),
    rest.set(sub(div(mul(z.get, t.get), sub(t.get, num(2))), add(correction.get, mul(z.get, correction.get)))),
    mul(sub(num(1), sub(rest.get, z.get)), twoToSteps),
  ];
}
