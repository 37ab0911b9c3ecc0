import { isDecimal } from "../arithmetic/desk.ts";
import type { Level, Sample, Sign } from "./level.ts";
import type { Term } from "./terms.ts";

/** Amounts beyond these are carried as a sign and a logarithm, so that no term overflows or vanishes. */
const LARGEST_PLAIN = 1e290;
const SMALLEST_PLAIN = 1e-290;
/** Rounding steps a term goes through besides those of its exponent. */
const ROUNDINGS_PER_TERM = 6;

interface Weighted {
  readonly amounts: Float64Array;
  /** Logarithm of what multiplies each amount at this level. */
  readonly weights: Float64Array;
  readonly times: Float64Array;
}

/** All levels of a cash flow in doubles, the cash flow itself first. `cuts` are the times s of the levels. */
export function levelsOnNumbers(terms: readonly Term[], cuts: readonly number[]): Level<number>[] {
  const first = weigh(terms);
  let signs = Float64Array.from(first.amounts);
  let weights = first.weights;
  const levels: Level<number>[] = [];
  for (const cut of cuts) {
    levels.push(makeLevel({ amounts: signs, weights, times: first.times }, cut));
    signs = signs.map((amount, index) => ((first.times[index] ?? 0) > cut ? -amount : amount));
    weights = weights.map((weight, index) => weight + Math.log(Math.abs(cut - (first.times[index] ?? 0))));
  }
  return levels;
}

function weigh(terms: readonly Term[]): Weighted {
  const origin = Number(terms[0]?.time ?? 0);
  const plain = terms.map(({ amount }) => Number(amount));
  const isPlain = plain.map((amount) => {
    const size = Math.abs(amount);
    return size > SMALLEST_PLAIN && size < LARGEST_PLAIN;
  });
  return {
    amounts: Float64Array.from(terms, ({ amount }, index) =>
      isPlain[index] === true
        ? (plain[index] ?? 0)
        : isDecimal(amount)
          ? amount.isNegative()
            ? -1
            : 1
          : Math.sign(amount),
    ),
    weights: Float64Array.from(terms, ({ amount }, index) =>
      isPlain[index] === true ? 0 : isDecimal(amount) ? Number(amount.abs().ln()) : Math.log(Math.abs(amount)),
    ),
    times: Float64Array.from(terms, ({ time }) => Number(time) - origin),
  };
}

function makeLevel(flow: Weighted, cut: number): Level<number> {
  const last = flow.amounts.length - 1;
  return {
    evaluate: (force) => evaluate(flow, cut, force),
    signFarBelow: signOf(flow.amounts[last] ?? 0),
    signFarAbove: signOf(flow.amounts[0] ?? 0),
    stride: 1 / (flow.times[last] ?? 1),
    resolution: 2 * Number.EPSILON,
  };
}

function evaluate({ amounts, weights, times }: Weighted, cut: number, force: number): Sample<number> {
  const count = amounts.length;
  let largest = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < count; index++) {
    const size = exponent(index) + Math.log(Math.abs(amounts[index] ?? 0));
    if (size > largest) largest = size;
  }
  let value = 0;
  let lost = 0;
  let slope = 0;
  let noise = 0;
  for (let index = 0; index < count; index++) {
    const power = exponent(index) - largest;
    const term = (amounts[index] ?? 0) * Math.exp(power);
    const next = value + term;
    // Neumaier's summation: what the addition drops is kept apart, so the length of the flow costs no digits.
    lost += Math.abs(value) >= Math.abs(term) ? value - next + term : term - next + value;
    value = next;
    slope += (cut - (times[index] ?? 0)) * term;
    noise += Math.abs(term) * (ROUNDINGS_PER_TERM + Math.abs(power) + exponentRoundings(index));
  }
  value += lost;
  noise *= Number.EPSILON;
  return {
    sign: Math.abs(value) <= noise ? 0 : signOf(value),
    step: value / slope,
    uncertainty: noise / Math.abs(slope),
  };

  function exponent(index: number): number {
    return (weights[index] ?? 0) - (times[index] ?? 0) * force;
  }

  function exponentRoundings(index: number): number {
    return Math.abs((times[index] ?? 0) * force) + 2 * Math.abs(weights[index] ?? 0);
  }
}

function signOf(value: number): Sign {
  return value < 0 ? -1 : 1;
}
