/** A value beyond which more of a number changes nothing, with the ends of the range beyond and before it. */
export interface Turn {
  readonly flat: number;
  readonly end: number;
  readonly other: number;
  readonly whole: boolean;
}

/** The model with the number at any value. */
export interface Probe<N> {
  /** What is watched has to spare there, each watch by itself; not a number where there is no value. */
  readonly read: (x: number) => readonly number[];
  /** The same with one of its neighbours moved to a value. */
  readonly moved: (x: number, neighbour: N, to: number) => readonly number[];
}

export interface Neighbouring {
  readonly value: number;
  readonly whole: boolean;
  /** In the unit of the number: what caps it mostly is. */
  readonly alike: boolean;
}

/** So far to either side it is looked what matters, near and further away, as shares of the way to the ends. */
const NEAR = 1e-3;
const FAR = 1e-2;
/** A neighbour is moved by this share of itself, far less than the way to the sides. */
const NUDGE = 1e-5;
/** What takes over matters by at least this share of what the number itself mattered before. */
const LEAST = 0.05;
/** A bend stays as large from near by; what only changes as the number does shrinks with the distance. */
const STAYS = 0.5;

/**
 * The neighbours that take over where a number stops mattering: those in its unit, or the strongest of the others where none is. There the result bends: it ceases to follow the number and follows what takes
 * over. So that is what matters more just beyond the value than just before it, however near to it one looks; a rate of tax matters on both sides alike.
 */
export function takingOver<N extends Neighbouring>(
  turn: Turn,
  neighbours: readonly N[],
  probe: Probe<N>,
): readonly N[] {
  const [beyond, before] = [sideOf(turn, turn.end), sideOf(turn, turn.other)];
  const { flat, other } = turn;
  const size = Math.max(Math.abs(flat), FAR * Math.abs(other - flat));
  const known = new Map<number, readonly number[]>();
  const readAt = (x: number): readonly number[] => {
    const read = known.get(x) ?? probe.read(x);
    known.set(x, read);
    return read;
  };
  const own = readAt(before.near).map((y, watch) => {
    const there = readAt(beyond.near)[watch] as number;
    return Math.abs(((y - there) / (before.near - beyond.near)) * size);
  });
  const effectAt = (x: number, neighbour: N): readonly number[] => {
    const { value, whole, alike } = neighbour;
    const by = whole ? 1 : value === 0 ? NUDGE : Math.abs(value) * NUDGE;
    const scale = Math.abs(value) || (alike ? size : 1);
    const read = readAt(x);
    return probe.moved(x, neighbour, value - by).map((y, watch) => ((y - (read[watch] as number)) / by) * scale);
  };
  const weighed = neighbours.flatMap((neighbour) => {
    const there = effectAt(beyond.near, neighbour);
    if (!there.some((effect) => effect !== 0)) return [];
    const [here, farThere, farHere] = [
      effectAt(before.near, neighbour),
      effectAt(beyond.far, neighbour),
      effectAt(before.far, neighbour),
    ];
    const shares = there.map((effect, watch) => {
      const bend = Math.abs(effect - (here[watch] as number));
      const further = Math.abs((farThere[watch] as number) - (farHere[watch] as number));
      const isMore = Math.abs(effect) > Math.abs(here[watch] as number);
      const before = own[watch] as number;
      return isMore && before > 0 && bend >= LEAST * before && bend >= STAYS * further ? bend / before : 0;
    });
    const weight = Math.max(...shares);
    return weight > 0 ? [{ neighbour, weight }] : [];
  });
  const strongest = weighed.toSorted((a, b) => b.weight - a.weight).map(({ neighbour }) => neighbour);
  const alike = strongest.filter((neighbour) => neighbour.alike);
  return alike.length > 0 ? alike : strongest.slice(0, 1);
}

function sideOf({ flat, whole }: Turn, to: number): { readonly near: number; readonly far: number } {
  const away = (share: number, steps: number): number => {
    if (!whole) return flat + (to - flat) * share;
    const step = Math.max(steps, Math.round(Math.abs(to - flat) * share));
    return flat + Math.sign(to - flat) * Math.min(step, Math.abs(to - flat));
  };
  return { near: away(NEAR, 1), far: away(FAR, 2) };
}
