import { Decimal } from "decimal.js";

const Exact = Decimal.clone({ precision: 100 });

/** A cash flow that has exactly these rates of return: the product of (1 + rate_k) − (1 + r), expanded. */
export function flowWithRates(rates: readonly Decimal[], scale = 1): Decimal[] {
  let flow = [new Exact(scale)];
  for (const rate of rates) {
    const factor = new Exact(rate).plus(1);
    // Later entries are discounted more: amount_t belongs to (1 + r)^−t.
    flow = [...flow, new Exact(0)].map((amount, index) =>
      index === 0 ? amount : amount.minus(factor.times(flow[index - 1] ?? 0)),
    );
  }
  return flow;
}
