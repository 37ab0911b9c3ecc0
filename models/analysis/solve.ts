import { prepareScenario } from "../compile/prepare.ts";
import type { GraphShelf } from "../compile/shelf.ts";
import type { ModelDocument } from "../document/schema.ts";
import { literalOf, RecordDecimal } from "../engines/arithmetic/decimal.ts";
import { type Result, succeed } from "../wording/problem.ts";
import type { Text } from "../wording/text.ts";
import { confirms, standingAt } from "./confirm.ts";
import { type Limit, limitsOf, neighbours } from "./limits.ts";
import { numeric, rangeOf } from "./range.ts";
import { type Edge, type Stretch, type Survey, survey } from "./sampling.ts";
import { messageOf, standingNote } from "./solveWords.ts";
import { parseTarget, watchOf } from "./target.ts";
import { type Place, trialOf } from "./trial.ts";
import { variableOf } from "./variable.ts";

export interface SolveQuestion {
  readonly vary: string;
  readonly until: string;
  readonly scenario?: string | undefined;
  readonly min?: string;
  readonly max?: string;
  readonly onProgress?: (done: number, total: number) => void;
  readonly shouldStop?: () => boolean;
}

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
  /** Met by the book of record at both ends and between. */
  readonly confirmed: boolean;
  readonly binding?: string;
}

export interface Solution {
  readonly vary: string;
  readonly until: string;
  readonly range: readonly [string, string];
  readonly found: boolean;
  /** Largest gap between two values that were tried: what is narrower can have been overlooked. */
  readonly resolution: string;
  readonly intervals: readonly Interval[];
  readonly roots: readonly Root[];
  readonly message: Text;
}

const SIGNIFICANT_DIGITS = 12;
/** Values of the first grid, and how many more where rules change. */
const QUICK = { grid: 256, extra: 2400 } as const;
const SLOW = { grid: 64, extra: 260 } as const;

/** Finds the values of one input at which a target is met, as far as samples can tell; the document is not touched. */
export function solveForTarget(document: ModelDocument, question: SolveQuestion, shelf: GraphShelf): Result<Solution> {
  const target = parseTarget(question.until);
  if (!target.ok) return target;
  const prepared = prepareScenario(document, question.scenario, shelf);
  if (!prepared.ok) return prepared;
  const variable = variableOf(prepared.value.document, question.vary, shelf.registry);
  if (!variable.ok) return variable;
  const range = rangeOf(variable.value, question);
  if (!range.ok) return range;
  const watch = watchOf(target.value, prepared.value);
  if (!watch.ok) return watch;
  const place: Place = {
    prepared: prepared.value,
    variable: variable.value,
    target: target.value,
    watch: watch.value,
    shelf,
  };
  const found = surveyOf(place, range.value, question);
  const answer = answerOf(place, found, limitsOf(place, found, range.value));
  const [from, to] = range.value;
  return succeed({
    vary: question.vary,
    until: question.until,
    range: [literalOf(from), literalOf(to)],
    resolution: new RecordDecimal(found.resolution).toSignificantDigits(4, RecordDecimal.ROUND_CEIL).toFixed(),
    ...answer,
  });
}

function surveyOf(place: Place, range: readonly [number, number], question: SolveQuestion): Survey {
  const { variable } = place;
  const trial = trialOf(place, range);
  const [from, to] = range;
  const spec = numeric(variable.spec);
  const bounds = [spec?.from, spec?.to, ...(spec?.usual ?? [])];
  const others = neighbours(place).map(({ value }) => value);
  const known = [variable.now, ...bounds, ...others].filter((x) => x !== undefined);
  const { onProgress, shouldStop } = question;
  return survey({
    from,
    to,
    known,
    whole: variable.whole,
    ...(trial.quick ? QUICK : SLOW),
    excess: (x) => trial.excess(x),
    ...(onProgress === undefined ? {} : { onProgress }),
    ...(shouldStop === undefined ? {} : { shouldStop }),
  });
}

function answerOf(place: Place, found: Survey, limits: readonly Limit[]) {
  const memo = new Map<string, boolean>();
  const confirmed = (literal: string): boolean => {
    const known = memo.get(literal) ?? confirms(place, literal);
    memo.set(literal, known);
    return known;
  };
  const bindingOf = (edges: readonly Edge[]): { readonly binding?: string } => {
    const holding = limits.filter(({ reached }) => edges.some(({ met }) => reached(met))).map(({ path }) => path);
    const words = holding.length > 0 ? holding : edges.some(({ jump }) => jump) ? ["jump"] : [];
    return words.length === 0 ? {} : { binding: words.join(", ") };
  };
  const rootAt = (edge: Edge): Root => ({ ...literalAt(edge, confirmed), ...bindingOf([edge]) });
  const intervals = found.stretches.map((stretch): Interval => {
    const [from, to] = endsOf(stretch, rootAt);
    const middle = literalOf(middleOf(stretch, place.variable.whole));
    return {
      from,
      to,
      confirmed: [from, middle, to].every(confirmed),
      ...bindingOf(stretch.edges),
    };
  });
  const roots = found.stretches.flatMap(({ edges }) => edges.map(rootAt));
  const isFound = intervals.some((interval) => interval.confirmed) || roots.some((root) => root.confirmed);
  // The statement is read where the target is just met; where it is met throughout, at the beginning.
  const at = roots[0]?.value ?? intervals[0]?.from;
  const beside = standingNote(at === undefined ? undefined : standingAt(place, at));
  return { found: isFound, intervals, roots, message: messageOf(found, intervals, roots, limits, beside) };
}

function endsOf({ from, to, edges }: Stretch, rootAt: (edge: Edge) => Root): readonly [string, string] {
  const end = (side: Edge["side"], x: number): string => {
    const edge = edges.find((one) => one.side === side);
    return edge === undefined ? literalOf(x) : rootAt(edge).value;
  };
  return [end("from", from), end("to", to)];
}

const middleOf = ({ from, to }: Stretch, whole: boolean): number => {
  const middle = (from + to) / 2;
  return whole ? Math.round(middle) : middle;
};

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
