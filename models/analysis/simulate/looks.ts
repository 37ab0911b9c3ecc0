import type { Rows } from "./answer.ts";
import type { Columns } from "./columns.ts";
import type { Opened } from "./question.ts";

/** So many draws at most are computed again by the book of record. */
const LOOKS = 24;
/** What lies within this share of the draws from the least or greatest value of an input is an end of it; at least so many draws. */
const END_SHARE = 0.01;
const END_DRAWS = 2;
/** An input that takes no more values than this is looked at at each of them. */
const FEW_VALUES = 6;

type Draws = readonly number[];

/**
 * Draws that show what the verdicts rest on. On what condition a verdict is met may hang on how little it is met by: each is looked at where it is met by least. And
 * it may hang on how far an input has gone: each is looked at where it is met by most, and met with each input at its least, its greatest, or each of its few
 * values; the draws that show most of that come first.
 */
export function drawsToLookAt({ uncertain, verdicts }: Opened, columns: Columns, rows: Rows): Draws {
  const states = verdicts.ids.map((_, i) => rows.column(columns.verdicts + i));
  const margins = verdicts.ids.map((_, i) => rows.column(columns.margins + i));
  const all = Array.from({ length: rows.draws }, (_, draw) => draw);
  const corners = uncertain.flatMap((_, k) => cornersOf(rows.column(columns.inputs + k)));
  const most = Math.max(END_DRAWS, Math.ceil(rows.draws * END_SHARE));
  const met = states.map((state, v) => metIn(all, state).toSorted(by(margins[v] as Float64Array)));
  const views = states.flatMap((state, v) => [
    (met[v] as Draws).slice(-most),
    ...corners.map((corner) => metIn(corner, state).slice(0, most)),
  ]);
  const shows = new Map<number, number[]>();
  for (const [view, draws] of views.entries())
    for (const draw of draws) {
      const known = shows.get(draw);
      if (known === undefined) shows.set(draw, [view]);
      else known.push(view);
    }
  const chosen = [...new Set([0, ...met.flatMap((draws) => draws.slice(0, 1))])];
  const seen = new Set(chosen.flatMap((draw) => shows.get(draw) ?? []));
  while (chosen.length < Math.min(LOOKS, rows.draws)) {
    const next = showingMost(shows, seen);
    if (next === undefined) break;
    chosen.push(next);
    for (const one of shows.get(next) ?? []) seen.add(one);
  }
  return chosen;
}

const metIn = (draws: Draws, state: Float64Array): Draws => draws.filter((draw) => state[draw] === 1);

const by =
  (values: Float64Array) =>
  (a: number, b: number): number =>
    (values[a] as number) - (values[b] as number);

function showingMost(shows: ReadonlyMap<number, readonly number[]>, seen: ReadonlySet<number>): number | undefined {
  let [best, most] = [undefined as number | undefined, 0];
  for (const [draw, all] of shows) {
    const fresh = all.reduce((count, one) => count + (seen.has(one) ? 0 : 1), 0);
    if (fresh > most) [best, most] = [draw, fresh];
  }
  return best;
}

/** Draws in which an input is at one of its ends, or at one of its few values. */
function cornersOf(values: Float64Array): readonly Draws[] {
  const distinct = new Set(values);
  const draws = Array.from(values.keys());
  if (distinct.size <= FEW_VALUES) return [...distinct].map((value) => draws.filter((draw) => values[draw] === value));
  const sorted = draws.toSorted(by(values));
  const count = Math.max(END_DRAWS, Math.ceil(draws.length * END_SHARE));
  return [sorted.slice(0, count), sorted.slice(-count)];
}
