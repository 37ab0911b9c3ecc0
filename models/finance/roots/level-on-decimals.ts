import type { Decimal } from "decimal.js";
import { toDecimal } from "../arithmetic/desk.ts";
import { decimalArithmetic } from "../arithmetic/on-decimals.ts";
import type { Level, Sample, Sign } from "./level.ts";
import type { Term } from "./terms.ts";

/** Digits given up to rounding besides those lost to the length of the flow. */
const SPARE_DIGITS = 2;

/** The levels of a cash flow in decimals of so many digits, the cash flow itself first. */
export function levelsOnDecimals(terms: readonly Term[], cuts: readonly number[], digits: number): Level<Decimal>[] {
  const { of, sub, mul, neg } = decimalArithmetic(digits);
  const origin = toDecimal(terms[0]?.time ?? 0);
  const times = terms.map(({ time }) => sub(toDecimal(time), origin));
  let amounts = terms.map(({ amount }) => toDecimal(amount));
  const levels: Level<Decimal>[] = [];
  for (const cut of cuts) {
    const distances = times.map((time) => neg(sub(time, of(cut))));
    levels.push(makeLevel({ amounts, times, distances, digits }));
    amounts = amounts.map((amount, index) => mul(amount, distances[index] ?? of(0)));
  }
  return levels;
}

interface Flow {
  readonly amounts: readonly Decimal[];
  readonly times: readonly Decimal[];
  /** cut − time. */
  readonly distances: readonly Decimal[];
  readonly digits: number;
}

function makeLevel(flow: Flow): Level<Decimal> {
  const { of, div } = decimalArithmetic(flow.digits);
  const span = flow.times.at(-1) ?? of(1);
  return {
    evaluate: (force) => evaluate(flow, force),
    signFarBelow: signOf(flow.amounts.at(-1) ?? of(0)),
    signFarAbove: signOf(flow.amounts[0] ?? of(0)),
    stride: div(of(1), span),
    resolution: of(10).pow(SPARE_DIGITS - flow.digits),
  };
}

function evaluate({ amounts, times, distances, digits }: Flow, force: Decimal): Sample<Decimal> {
  const { of, add, mul, div, discountFactors } = decimalArithmetic(digits);
  const factors = discountFactors(force, times);
  let value = of(0);
  let slope = of(0);
  let size = of(0);
  for (const [index, factor] of factors.entries()) {
    const term = mul(amounts[index] ?? of(0), factor);
    value = add(value, term);
    slope = add(slope, mul(distances[index] ?? of(0), term));
    size = add(size, term.abs());
  }
  // One rounding of the factor per unit of time, one of the sum per term.
  const roundings = add(times.at(-1) ?? of(0), of(amounts.length));
  const noise = mul(mul(size, roundings), of(10).pow(SPARE_DIGITS - digits));
  return {
    sign: value.abs().lessThanOrEqualTo(noise) ? 0 : signOf(value),
    step: div(value, slope),
    uncertainty: div(noise, slope.abs()),
  };
}

function signOf(value: Decimal): Sign {
  return value.isNegative() ? -1 : 1;
}
