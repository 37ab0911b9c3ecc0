import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import type { LeverInput } from "../levers/lever.ts";
import { isMet } from "../sampling.ts";
import type { BoundaryPoint, Excess, Region } from "./boundary.ts";

/** Digits a point is written with, as few as still meet the target. */
const DIGITS = [7, 9, 12] as const;
const MODES = [RecordDecimal.ROUND_CEIL, RecordDecimal.ROUND_FLOOR] as const;

/** A point of the line in few digits, rounded to a side that meets the target: what is printed can be entered and holds. */
export function shortened(
  point: BoundaryPoint,
  excess: Excess,
  [across, up]: readonly [LeverInput, LeverInput],
  region: Region,
): BoundaryPoint {
  for (const digits of DIGITS)
    for (const x of near(point.x, digits, across, region.x))
      for (const y of near(point.y, digits, up, region.y)) if (isMet(excess(x, y))) return { ...point, x, y };
  return point;
}

function near(value: number, digits: number, lever: LeverInput, [from, to]: Region["x"]): readonly number[] {
  if (lever.whole) return [value];
  const sides = MODES.map((mode) => new RecordDecimal(value).toSignificantDigits(digits, mode).toNumber());
  return [...new Set(sides)].filter((one) => one >= from && one <= to);
}
