/** A value that was tried, and whether all that is watched is there what it is at the end the walk begins at. */
export interface Step {
  readonly x: number;
  readonly same: boolean;
}

export interface Walk {
  /** From an end of the range inwards, the end itself first. */
  readonly steps: readonly Step[];
  readonly isSame: (x: number) => boolean;
  readonly whole: boolean;
  /** Width of the range. */
  readonly width: number;
  readonly shouldStop?: (() => boolean) | undefined;
}

/** Where a value ceases to matter is halved down to this share of the range. */
const NARROWEST = 1e-12;
/** What stays over less than this share of the range has only not moved yet. */
const SHORTEST = 1e-6;
const HALVINGS_MAX = 80;

/** How far nothing changes, walking in from an end: undefined where it changes at once, and where it never does. Halved between the steps until the two sides are neighbours. */
export function flatUntil({ steps, isSame, whole, width, shouldStop }: Walk): number | undefined {
  const change = steps.findIndex(({ same }) => !same);
  const [end, last, reach] = [steps[0], steps[change - 1], steps[change]];
  if (end === undefined || last === undefined || reach === undefined) return undefined;
  const towards = Math.sign(reach.x - end.x);
  const near = end.x + towards * (whole ? 1 : SHORTEST * width);
  // Most results move at once: one look is enough then.
  if (last === end && (near === reach.x || !isSame(near))) return undefined;
  let [flat, moving] = [last.x, reach.x];
  for (let halving = 0; halving < HALVINGS_MAX && shouldStop?.() !== true; halving += 1) {
    if (Math.abs(flat - moving) <= (whole ? 1 : NARROWEST * width)) break;
    const middle = whole ? Math.round((flat + moving) / 2) : (flat + moving) / 2;
    if (middle === flat || middle === moving) break;
    if (isSame(middle)) flat = middle;
    else moving = middle;
  }
  return Math.abs(flat - end.x) <= (whole ? 0 : SHORTEST * width) ? undefined : flat;
}

/** So far to either side of where a value ceases to matter it is asked what does, as a share of the way to the ends. */
const ASIDE = 0.01;

/** A value beyond which more changes nothing, with the ends of the range before and behind it. */
export interface Turn {
  readonly flat: number;
  readonly end: number;
  readonly other: number;
  readonly whole: boolean;
}

/** The two sides of it: where the value matters no more, and where it still does. */
export function sidesOf({ flat, end, other, whole }: Turn): { readonly idle: number; readonly moving: number } {
  const aside = (to: number): number => flat + (to - flat) * ASIDE;
  if (!whole) return { idle: aside(end), moving: aside(other) };
  const towards = Math.sign(end - flat);
  const [idle, moving] = [aside(end), aside(other)].map(Math.round) as [number, number];
  return {
    idle: idle === flat && end !== flat ? flat + towards : idle,
    moving: moving === flat ? flat + Math.sign(other - flat) : moving,
  };
}

/** So little more or less of what takes over shows in the result; it is far less than the way to the sides. */
const NUDGE = 1e-5;

/** A value moved by a little, down and up. */
export const nudged = (value: number, whole = false): readonly [number, number] => {
  const by = whole ? 1 : value === 0 ? NUDGE : Math.abs(value) * NUDGE;
  return [value - by, value + by];
};
