const PERCENT = 100;
const LEAST_SHOWN = 0.0005;

/** A share in per cent with one decimal; what is not quite nothing, or not quite all, is not rounded to it. */
export function percent(share: number | null): string {
  if (share === null) return "–";
  if (share > 0 && share < LEAST_SHOWN) return "<0.1%";
  if (share < 1 && share > 1 - LEAST_SHOWN) return ">99.9%";
  return `${(share * PERCENT).toFixed(1)}%`;
}
