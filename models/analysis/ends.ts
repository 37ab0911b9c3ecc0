import { literalOf, RecordDecimal } from "../engines/arithmetic/decimal.ts";
import type { Answered } from "./answered.ts";
import type { Edge, Stretch } from "./sampling.ts";

/** What the ends of stretches are written for. */
export interface Ends {
  readonly answered: (literal: string) => Answered;
  /** What stands in the document, where that lies in the range. */
  readonly filed: string | undefined;
  readonly range: readonly [number, number];
}

const MOST_DIGITS = 12;
const FEWEST_DIGITS = 8;
/** An end is known to the fewest digits it may be written with, or to as little of the range as the search resolves. */
const BLUR = 10 ** (1 - FEWEST_DIGITS);
const BLUR_OF_RANGE = 1e-9;

/** First and last value of a stretch. */
export function spanOf({ from, to, edges }: Stretch, ends: Ends): { readonly from: string; readonly to: string } {
  const end = (side: Edge["side"], x: number): string => {
    const edge = edges.find((one) => one.side === side);
    return edge === undefined ? literalOf(x) : literalAt(edge, ends);
  };
  return { from: end("from", from), to: end("to", to) };
}

export const isIn = (literal: string, [from, to]: readonly [number | string, number | string]): boolean => {
  const x = new RecordDecimal(literal);
  return x.greaterThanOrEqualTo(from) && x.lessThanOrEqualTo(to);
};

/** A literal on the side that meets the target. What is filed within the blur of the end falls on the side the book of record gives it: met, it is the end. */
export function literalAt(edge: Edge, ends: Ends): string {
  const found = roundedAt(edge, ends);
  const { filed, answered } = ends;
  if (filed === undefined || !isNear(filed, edge, ends)) return found;
  const isInside = edge.side === "from" ? isIn(filed, [found, Infinity]) : isIn(filed, [-Infinity, found]);
  if (answered(filed).met === isInside) return found;
  return isInside ? (insideOf(filed, edge.side, ends) ?? found) : filed;
}

function isNear(filed: string, { met }: Edge, { range: [from, to] }: Ends): boolean {
  const distance = new RecordDecimal(filed).minus(met).abs();
  return distance.lessThanOrEqualTo(BLUR * Math.abs(met) + BLUR_OF_RANGE * (to - from));
}

/** As few digits as still meet the target, the found point itself otherwise. */
function roundedAt({ met, side }: Edge, { answered }: Ends): string {
  const exact = new RecordDecimal(met);
  const mode = side === "from" ? RecordDecimal.ROUND_CEIL : RecordDecimal.ROUND_FLOOR;
  for (let digits = MOST_DIGITS; digits >= FEWEST_DIGITS; digits -= 2) {
    const value = exact.toSignificantDigits(digits, mode).toFixed();
    if (answered(value).met) return value;
  }
  // Where the fast engine ends a hair too far.
  return insideOf(exact.toFixed(), side, { answered }) ?? exact.toFixed();
}

/** The nearest value further in that meets the target, one or a few units of the last digit away; undefined where none is near. */
function insideOf(literal: string, side: Edge["side"], { answered }: Pick<Ends, "answered">): string | undefined {
  const exact = new RecordDecimal(literal);
  const last = exact.toSignificantDigits(
    MOST_DIGITS,
    side === "from" ? RecordDecimal.ROUND_CEIL : RecordDecimal.ROUND_FLOOR,
  );
  for (let digits = MOST_DIGITS; digits >= FEWEST_DIGITS; digits -= 2) {
    const unit = new RecordDecimal(10).pow(last.e - digits + 1);
    const inside = (side === "from" ? last.plus(unit) : last.minus(unit)).toFixed();
    if (answered(inside).met) return inside;
  }
  return undefined;
}

/** Asks about each literal once. */
export function remembered(answered: (literal: string) => Answered): (literal: string) => Answered {
  const memo = new Map<string, Answered>();
  return (literal) => {
    const known = memo.get(literal) ?? answered(literal);
    memo.set(literal, known);
    return known;
  };
}
