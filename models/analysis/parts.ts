import { literalOf, RecordDecimal } from "../engines/arithmetic/decimal.ts";

/** Part of a stretch at which samples meet the target: by the book of record and without a condition, or not. */
export interface Part {
  readonly from: string;
  readonly to: string;
  readonly confirmed: boolean;
}

export interface Looking {
  /** Only whole numbers make sense. */
  readonly whole: boolean;
  readonly confirmed: (literal: string) => boolean;
  readonly shouldStop?: (() => boolean) | undefined;
}

/** Values looked at where not the whole stretch is confirmed, and how often the way between two of them is halved. */
const LOOKS = 8;
const HALVINGS = 12;
const DIGITS = 6;

/**
 * Takes a stretch apart where a condition begins or ends in it. The ends and the middle stand for all of it; where one of them is not confirmed it is looked at more
 * finely. A confirmed part begins and ends at values that are confirmed themselves.
 */
export function partsOf({ from, to }: Omit<Part, "confirmed">, looking: Looking): readonly Part[] {
  const { confirmed, shouldStop } = looking;
  const at = (share: number): string => between(Number(from), Number(to), share, looking.whole);
  if ([from, at(0.5), to].every(confirmed)) return [{ from, to, confirmed: true }];
  const inner = Array.from({ length: LOOKS - 1 }, (_, i) => at((i + 1) / LOOKS));
  const points = [...new Set([from, ...inner, to])].toSorted((a, b) => Number(a) - Number(b));
  const parts: Part[] = [];
  let begin = from;
  for (const [i, point] of points.entries()) {
    const next = points[i + 1];
    if (next === undefined) parts.push({ from: begin, to: point, confirmed: confirmed(point) });
    else if (shouldStop?.() === true) return [{ from, to, confirmed: false }];
    else if (confirmed(point) !== confirmed(next)) {
      const [last, first] = turnBetween(point, next, looking);
      parts.push({ from: begin, to: last, confirmed: confirmed(point) });
      begin = first;
    }
  }
  return parts;
}

/** Two values between which it turns, as near to each other as is looked. */
function turnBetween(low: string, high: string, { whole, confirmed }: Looking): readonly [string, string] {
  let [a, b] = [low, high];
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = between(Number(a), Number(b), 0.5, whole);
    if (!(Number(middle) > Number(a) && Number(middle) < Number(b))) break;
    if (confirmed(middle) === confirmed(a)) a = middle;
    else b = middle;
  }
  return [a, b];
}

function between(a: number, b: number, share: number, whole: boolean): string {
  const x = a + (b - a) * share;
  if (whole) return literalOf(Math.round(x));
  // Few digits read better, where they do not leave the stretch.
  const short = new RecordDecimal(x).toSignificantDigits(DIGITS);
  return short.greaterThan(a) && short.lessThan(b) ? short.toFixed() : literalOf(x);
}
