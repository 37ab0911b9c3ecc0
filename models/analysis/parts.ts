import { literalOf, RecordDecimal } from "../engines/arithmetic/decimal.ts";
import type { Text } from "../wording/text.ts";
import { type Answered, hangingOn, isAlike, type State } from "./answered.ts";
import { isIn } from "./ends.ts";

/** Part of a stretch at which samples meet the target, in one state throughout as far as it was looked at. */
export interface Part {
  readonly from: string;
  readonly to: string;
  readonly state: State;
  /** Where in it the papers and conditions are told: the value looked at that is nearest to what is filed. */
  readonly at: string;
  /** Papers the target hangs on somewhere in it. */
  readonly papers: readonly Text[];
  /** What makes it no answer though the target is met; empty where it is missed or undecided. */
  readonly conditions: readonly Text[];
  /** Why the book of record cannot decide it somewhere in it; empty where it does. */
  readonly undecided: readonly Text[];
}

export interface Looking {
  /** Only whole numbers make sense. */
  readonly whole: boolean;
  readonly answered: (literal: string) => Answered;
  /** What stands in the document: it is looked at itself, and falls into the part it belongs to. */
  readonly filed?: string | undefined;
  readonly shouldStop?: (() => boolean) | undefined;
}

/** Values looked at where not the whole stretch answers alike, and how often the way between two of them is halved. */
const LOOKS = 8;
const HALVINGS = 12;
const LEAST = 2 ** -HALVINGS;
const DIGITS = 6;

interface Span {
  readonly from: string;
  readonly to: string;
}

/**
 * Takes a stretch apart where its state turns. The ends, the middle and what is filed stand for all of it; where they do not answer alike, or give no answer, it is
 * looked at more finely. A part begins and ends at values that were looked at themselves.
 */
export function partsOf(span: Span, looking: Looking): readonly Part[] {
  const { answered, filed, shouldStop } = looking;
  const at = (share: number): string => between(Number(span.from), Number(span.to), share, looking.whole);
  const own = filed !== undefined && isIn(filed, [span.from, span.to]) ? [filed] : [];
  const few = sorted([span.from, at(0.5), span.to, ...own]);
  const [first] = few as [string];
  const isPlain = few.every((point) => isAlike(answered(point), answered(first)));
  if (isPlain && answered(first).state !== "missed") return [partOf(few, looking)];
  const inner = Array.from({ length: LOOKS - 1 }, (_, i) => at((i + 1) / LOOKS));
  const points = sorted([span.from, ...inner, span.to, ...own]);
  const parts: Part[] = [];
  let seen: string[] = [];
  for (const [i, point] of points.entries()) {
    // What was not looked at to the end is no answer.
    if (shouldStop?.() === true)
      return [{ ...span, state: "missed", at: span.from, papers: [], conditions: [], undecided: [] }];
    seen.push(point);
    const next = points[i + 1];
    for (const [last, begin] of next === undefined ? [] : turnsBetween(point, next, looking)) {
      parts.push(partOf(sorted([...seen, last]), looking));
      seen = [begin];
    }
  }
  return [...parts, partOf(seen, looking)];
}

/** A part from the first to the last of some values in it. */
function partOf(points: readonly string[], { answered, filed }: Looking): Part {
  const distance = (point: string): number =>
    filed === undefined ? 0 : new RecordDecimal(point).minus(filed).abs().toNumber();
  const near = points.toSorted((a, b) => distance(a) - distance(b));
  const [at] = near as [string];
  const everything = (of: "papers" | "conditions" | "undecided"): readonly Text[] =>
    hangingOn(near.map((point) => ({ at: point, hanging: answered(point)[of] })));
  return {
    from: points[0] as string,
    to: points.at(-1) as string,
    state: answered(at).state,
    at,
    papers: everything("papers"),
    conditions: everything("conditions"),
    undecided: everything("undecided"),
  };
}

const sorted = (literals: readonly string[]): readonly string[] => {
  const points = literals.toSorted((a, b) => new RecordDecimal(a).comparedTo(b));
  return points.filter((point, i) => i === 0 || !new RecordDecimal(point).equals(points[i - 1] as string));
};

/** Pairs of values between which it turns, as near to each other as is looked, from below; it may turn more than once on the way. */
function turnsBetween(
  low: string,
  high: string,
  looking: Looking,
  halvings = HALVINGS,
): readonly (readonly [string, string])[] {
  const { whole, answered, shouldStop } = looking;
  if (isAlike(answered(low), answered(high))) return [];
  // Nothing at all often answers otherwise than the least there is: that is seen at once.
  const least =
    halvings === HALVINGS && Number(low) === 0 && !whole ? between(0, Number(high), LEAST, false) : undefined;
  if (least !== undefined && isAlike(answered(least), answered(high))) return [[low, least]];
  const middle = between(Number(low), Number(high), 0.5, whole);
  if (halvings === 0 || shouldStop?.() === true || !(Number(middle) > Number(low) && Number(middle) < Number(high)))
    return [[low, high]];
  return [low, middle].flatMap((from, i) => turnsBetween(from, i === 0 ? middle : high, looking, halvings - 1));
}

function between(a: number, b: number, share: number, whole: boolean): string {
  const x = a + (b - a) * share;
  if (whole) return literalOf(Math.round(x));
  // Few digits read better, where they do not leave the stretch.
  const short = new RecordDecimal(x).toSignificantDigits(DIGITS);
  return short.greaterThan(a) && short.lessThan(b) ? short.toFixed() : literalOf(x);
}
