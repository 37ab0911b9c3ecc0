/** 敏感性变动幅度: how far one factor is moved by itself to see what hangs on it; usual in feasibility studies, and the same for all. */

/** Prices, costs, areas, numbers of pieces, shares: a tenth of what they are. */
const SHARE = 0.1;
/** Rates of interest and growth: a percentage point. */
const POINT = 0.01;
/** Dates: a year. */
const YEAR_MONTHS = 12;
/** Months of a delay or a term: half a year. */
const HALF_YEAR_MONTHS = 6;
/** Years of a life or a term. */
const YEAR = 1;

interface Moved {
  readonly unit: string;
  readonly now: number;
  readonly month: boolean;
  /** Only whole numbers make sense: one is the least it can move. */
  readonly whole: boolean;
}

/** What is plausibly less and more than a value now, within its bounds. */
export function swingOf(
  { unit, now, month, whole }: Moved,
  { from, to }: { readonly from: number; readonly to: number },
): readonly [number, number] {
  const step = stepOf(unit, now, month);
  const [less, more] = [plain(now - step), plain(now + step)];
  if (!whole) return [Math.max(from, less), Math.min(to, more)];
  const away = [
    Math.min(Math.round(less), Math.ceil(now) - 1),
    Math.max(Math.round(more), Math.floor(now) + 1),
  ] as const;
  return [Math.max(from, away[0]), Math.min(to, away[1])];
}

/** Without the hair that doubles add. */
const plain = (x: number): number => Number(x.toPrecision(DIGITS));
const DIGITS = 12;

function stepOf(unit: string, now: number, month: boolean): number {
  if (month) return YEAR_MONTHS;
  if (unit === "1/a") return POINT;
  if (unit === "mo") return HALF_YEAR_MONTHS;
  if (unit === "a") return YEAR;
  // Of nothing a tenth is nothing: a share may still come to a tenth of the whole.
  return now === 0 ? (unit === "1" ? SHARE : 0) : SHARE * Math.abs(now);
}
