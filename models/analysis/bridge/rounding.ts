import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";

type Decimal = InstanceType<typeof RecordDecimal>;

/** The smallest step in which a bridge in a unit is told: the fen for money, ten decimals for everything else. */
const FEN = new RecordDecimal("0.01");
const FINE = new RecordDecimal("1e-10");

export const stepOf = (unit: string): Decimal => (unit === "CNY" ? FEN : FINE);

/** Money always with its fen. */
export const written = (value: Decimal, unit: string): string => (unit === "CNY" ? value.toFixed(2) : value.toFixed());

export const roundedTo = (value: Decimal, step: Decimal): Decimal => value.div(step).round().times(step);

/**
 * Shares in whole steps that add up to a sum in whole steps: what the engines' rounding leaves is spread in proportion, and the steps that remain go to those
 * who lost most by rounding down. A share of 0 stays 0.
 */
export function addingUp(shares: readonly number[], sum: Decimal, step: Decimal): readonly Decimal[] {
  const exact = shares.map((share) => new RecordDecimal(share).div(step));
  const size = exact.reduce((total, share) => total.plus(share.abs()), new RecordDecimal(0));
  if (size.isZero()) return shares.map(() => new RecordDecimal(0));
  const whole = sum.div(step).round();
  const rest = whole.minus(exact.reduce((total, share) => total.plus(share), new RecordDecimal(0)));
  const spread = exact.map((share) => share.plus(rest.times(share.abs()).div(size)));
  const down = spread.map((share) => share.floor());
  const left = whole
    .minus(down.reduce((total, share) => total.plus(share), new RecordDecimal(0)))
    .round()
    .toNumber();
  const lost = spread
    .map((share, index) => ({ index, by: share.minus(down[index] as Decimal) }))
    .filter(({ index }) => shares[index] !== 0)
    .sort((a, b) => b.by.comparedTo(a.by) || a.index - b.index);
  const up = new Set(lost.slice(0, left).map(({ index }) => index));
  return down.map((share, index) => (up.has(index) ? share.plus(1) : share).times(step));
}
