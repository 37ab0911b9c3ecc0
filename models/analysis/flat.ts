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
