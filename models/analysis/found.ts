import { literalOf, RecordDecimal } from "../engines/arithmetic/decimal.ts";
import { partsOf } from "./parts.ts";
import type { Edge, Stretch, Survey } from "./sampling.ts";

/** A value at which the target comes to be met, or ceases to be. */
export interface Root {
  /** Decimal literal, rounded towards the side that meets the target. */
  readonly value: string;
  /** Re-evaluated with the book of record, the target is met there. */
  readonly confirmed: boolean;
  /** A limit at or beyond which this value lies, or `jump` where the result leaps over the target. */
  readonly binding?: string;
}

/** Values from one to the other, at all of which the samples meet the target. */
export interface Interval {
  readonly from: string;
  readonly to: string;
  /** Met by the book of record at both ends and between, without a condition. */
  readonly confirmed: boolean;
  /** As of a root; `condition` where a condition of the target begins or ends there. */
  readonly binding?: string;
}

const SIGNIFICANT_DIGITS = 12;

export interface Found {
  /** A value the book of record confirms, where there is one: where the target is just met, or the beginning of where it is met throughout. */
  readonly sure: string | undefined;
  readonly intervals: readonly Interval[];
  readonly roots: readonly Root[];
}

export interface Finding {
  /** Only whole numbers make sense. */
  readonly whole: boolean;
  /** Whether the target is met at a literal, by the book of record. */
  readonly confirms: (literal: string) => boolean;
  /** Names of limits that hold at some edges. */
  readonly bindingOf: (edges: readonly Edge[]) => readonly string[];
  readonly shouldStop?: (() => boolean) | undefined;
}

/**
 * What a survey found, in literals that the book of record confirms.
 */
export function foundIn({ stretches }: Survey, { whole, confirms, bindingOf, shouldStop }: Finding): Found {
  const memo = new Map<string, boolean>();
  const confirmed = (literal: string): boolean => {
    const known = memo.get(literal) ?? confirms(literal);
    memo.set(literal, known);
    return known;
  };
  const bindings = (edges: readonly Edge[]): { readonly binding?: string } => {
    const holding = bindingOf(edges);
    const words = holding.length > 0 ? holding : edges.some(({ jump }) => jump) ? ["jump"] : [];
    return words.length === 0 ? {} : { binding: words.join(", ") };
  };
  const rootAt = (edge: Edge): Root => ({ ...literalAt(edge, confirmed), ...bindings([edge]) });
  const intervals = stretches.flatMap((stretch): readonly Interval[] => {
    const [from, to] = endsOf(stretch, rootAt);
    const parts = partsOf({ from, to }, { whole, confirmed, shouldStop });
    const [only] = parts;
    if (parts.length === 1 && only !== undefined) return [{ ...only, ...bindings(stretch.edges) }];
    return parts.map((part) => ({ ...part, binding: "condition" }));
  });
  const edges = stretches.flatMap((stretch) => stretch.edges.map(rootAt));
  // A single whole number that meets the target ends a stretch on both sides.
  const roots = edges.filter(({ value }, i) => edges.findIndex((one) => one.value === value) === i);
  const answers = [...roots, ...intervals.map(({ from, confirmed }) => ({ value: from, confirmed }))];
  return { sure: answers.find((one) => one.confirmed)?.value, intervals, roots };
}

function endsOf({ from, to, edges }: Stretch, rootAt: (edge: Edge) => Root): readonly [string, string] {
  const end = (side: Edge["side"], x: number): string => {
    const edge = edges.find((one) => one.side === side);
    return edge === undefined ? literalOf(x) : rootAt(edge).value;
  };
  return [end("from", from), end("to", to)];
}

/** A literal on the side that meets the target: as few digits as still confirm, the found point itself otherwise. */
function literalAt({ met, side }: Edge, confirmed: (literal: string) => boolean): Omit<Root, "binding"> {
  const exact = new RecordDecimal(met);
  const mode = side === "from" ? RecordDecimal.ROUND_CEIL : RecordDecimal.ROUND_FLOOR;
  for (let digits = SIGNIFICANT_DIGITS; digits >= 8; digits -= 2) {
    const value = exact.toSignificantDigits(digits, mode).toFixed();
    if (confirmed(value)) return { value, confirmed: true };
  }
  // Where the fast engine ends a hair too far: one unit of the last digit inside.
  const last = exact.toSignificantDigits(SIGNIFICANT_DIGITS, mode);
  const unit = new RecordDecimal(10).pow(last.e - SIGNIFICANT_DIGITS + 1);
  const inside = (side === "from" ? last.plus(unit) : last.minus(unit)).toFixed();
  if (confirmed(inside)) return { value: inside, confirmed: true };
  const value = exact.toFixed();
  return { value, confirmed: confirmed(value) };
}
