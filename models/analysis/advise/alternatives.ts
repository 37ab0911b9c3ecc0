import { BEARERS, type Bearer } from "./bearers.ts";
import type { Field, Point } from "./field.ts";
import { type Goal, painOf } from "./goal.ts";
import type { Handle } from "./handle.ts";
import type { Lawful, LawfulSearch } from "./lawful.ts";
import { type Hooks, movedAt } from "./search.ts";
import type { Fewer } from "./words.ts";

/** Levers that carry this share of an answer's pain lead it. */
const LEADS = 0.3;
/** Sides that bore an earlier answer weigh so much more in a search for another. */
const BURDENED = 5;

/** What a further search leaves out or makes dearer. */
interface Scheme {
  readonly open: (i: number) => boolean;
  readonly factor: (i: number) => number;
}

/** Answers, and what became of the other searches where there are fewer than were asked for. */
interface Alternatives {
  readonly found: readonly Lawful[];
  readonly fewer?: Fewer;
}

/** Answers that differ in what leads them: the least painful, then those without its leaders, without its bearers, and each side of the table by itself. */
export function alternativesOf(
  search: LawfulSearch,
  field: Field,
  goal: Goal,
  wanted: number,
  hooks: Hooks,
): Alternatives {
  const found: Lawful[] = [];
  const [unmet, same] = [new Set<string>(), new Set<string>()];
  const looked = new Set<string>();
  const look = (scheme: Scheme): Lawful | undefined => {
    if (found.length >= wanted || hooks.shouldStop()) return undefined;
    const open = goal.open.map((own, i) => own && scheme.open(i));
    const factors = goal.factors.map((own, i) => own * scheme.factor(i));
    // A factor on all that may move asks the same again.
    const least = Math.min(...factors.filter((_, i) => open[i]));
    const asked = open.map((is, i) => (is ? (factors[i] as number) / least : 0)).join();
    if (!open.some(Boolean) || looked.has(asked)) return undefined;
    looked.add(asked);
    const answer = search.best({ ...goal, open, factors }, hooks);
    // Without a change it is the plan as it is, which is an answer only where it is the best.
    if (answer === undefined || (found.length > 0 && movedAt(field, answer.point).length === 0)) {
      unmet.add(asked);
      return undefined;
    }
    if (found.some((other) => alike(field, other.point, answer.point))) {
      same.add(asked);
      return undefined;
    }
    found.push(answer);
    return answer;
  };
  const first = look(EVERYTHING);
  // Nothing to change, nothing else to say.
  if (first === undefined || movedAt(field, first.point).length === 0) return { found };
  for (let last: Lawful | undefined = first; last !== undefined; ) {
    const leaders = new Set(found.flatMap(({ point }) => leadersOf(field, point)));
    last = look({ open: (i) => !leaders.has(i), factor: () => 1 });
  }
  for (const scheme of otherSides(field, found)) look(scheme);
  if (found.length >= wanted || hooks.shouldStop()) return { found };
  return { found, fewer: { wanted, unmet: unmet.size, same: same.size } };
}

const EVERYTHING: Scheme = { open: () => true, factor: () => 1 };

/** Searches that keep clear of the sides that bore earlier answers, then each side alone, then each with little help. */
function otherSides(field: Field, found: readonly Lawful[]): readonly Scheme[] {
  const borne = new Set(
    found.flatMap(({ point }) => movedAt(field, point).flatMap((i) => bearersOf(field.handles[i] as Handle))),
  );
  const bears = (i: number, side: Bearer): boolean => bearersOf(field.handles[i] as Handle).includes(side);
  const rested = BEARERS.filter((side) => !borne.has(side));
  const sides = [...rested, ...BEARERS.filter((side) => borne.has(side))];
  return [
    {
      open: () => true,
      factor: (i) => (bearersOf(field.handles[i] as Handle).some((side) => borne.has(side)) ? BURDENED : 1),
    },
    ...sides.map((side): Scheme => ({ open: (i) => bears(i, side), factor: () => 1 })),
    ...sides.map((side): Scheme => ({ open: () => true, factor: (i) => (bears(i, side) ? 1 : BURDENED) })),
  ];
}

const bearersOf = ({ up, down }: Handle): readonly Bearer[] =>
  [up, down].flatMap((way) => (way === undefined ? [] : [way.bearer]));

/** Levers that carry much of what an answer costs, the first at least. */
function leadersOf(field: Field, point: Point): readonly number[] {
  const moved = movedAt(field, point);
  const pain = (i: number): number => painOf(field.handles[i] as Handle, point[i] as number);
  const whole = moved.reduce((sum, i) => sum + pain(i), 0);
  return moved.filter((i) => pain(i) >= LEADS * whole);
}

/** The same levers lead both. */
function alike(field: Field, a: Point, b: Point): boolean {
  const [one, other] = [leadersOf(field, a), leadersOf(field, b)];
  return one.length === other.length && one.every((i) => other.includes(i));
}
