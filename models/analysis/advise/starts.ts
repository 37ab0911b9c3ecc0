import { randomOf } from "../simulate/random.ts";
import type { Field, Point } from "./field.ts";
import { type Goal, meritOf } from "./goal.ts";

/** How many points are drawn for a start, how many searches begin from, and how many of them with the same handles moved the same ways. */
const COUNT = { drawn: 48, kept: 4, alike: 1 } as const;
/** Always the same, so that one question has one answer. */
const SEED = 1;
/** Handles a drawn start moves, at most. */
const MOVED_MAX = 4;

/**
 * Where searches begin: the plan as it is, and the best of single handles at their ends and halfway and of points drawn at random. Beyond a cliff or a kink
 * no slope of today shows the way.
 */
export function startsOf(field: Field, goal: Goal): readonly Point[] {
  const draw = randomOf(SEED, 0);
  const open = field.handles.flatMap((_, i) => (goal.open[i] === true ? [i] : []));
  if (open.length === 0) return [field.now];
  const ends = (i: number) => goal.ends[i] as { from: number; to: number };
  const put = (point: Point, i: number, x: number): Point =>
    point.with(i, field.handles[i]?.input.whole === true ? Math.round(x) : x);
  const single = open.flatMap((i) => {
    const now = field.now[i] as number;
    const { from, to } = ends(i);
    return [from, (from + now) / 2, (to + now) / 2, to].filter((x) => x !== now).map((x) => put(field.now, i, x));
  });
  const drawn = Array.from({ length: COUNT.drawn }, () => {
    const moved = 1 + Math.floor(draw() * Math.min(MOVED_MAX, open.length));
    return Array.from({ length: moved }).reduce<Point>((point) => {
      const i = open[Math.floor(draw() * open.length)] as number;
      const { from, to } = ends(i);
      return put(point, i, from + (to - from) * draw());
    }, field.now);
  });
  const ranked = [...single, ...drawn]
    .map((point) => ({ point, merit: meritOf(goal, field.handles, point, field.at(point)) }))
    .filter(({ merit }) => Number.isFinite(merit))
    .toSorted((a, b) => a.merit - b.merit);
  const kinds = new Map<string, number>();
  const differing = ranked.filter(({ point }) => {
    const kind = point.map((x, i) => Math.sign(x - (field.now[i] as number))).join();
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    return (kinds.get(kind) as number) <= COUNT.alike;
  });
  return [field.now, ...differing.slice(0, COUNT.kept).map(({ point }) => point)];
}
