import { type Beside, fits, type Words } from "./beside.ts";
import type { NumberInput, ProfileInput } from "./inputs.ts";

/** Lowest and highest value, both within; where the lowest is above 0, nothing at all is as unlikely as too little. */
export type Range = readonly [low: number, high: number];

/** What a range calls an input beside it that is given and no word; one left out is `""`. */
export const GIVEN = "given";

/** A range for those rows or components whose choices are these; the first that fits holds. */
export interface RangeWhere {
  readonly where?: Words;
  readonly range: Range;
}

/** 合理范围: a value beyond it can be read and counts, but is most likely a slip (元 for 万元, a point in the wrong place), so it has to be looked at. */
export type Plausible = Range | readonly RangeWhere[];

/** What a price, a standard or a rate of interest may differ from what is usual: less than the factor of a point in the wrong place. */
const PER_UNIT = 3;
/** What is sold by the piece is of many kinds. */
const PER_PIECE = 10;
/** A sum, an area, a number of pieces depends on the size of the project: only 万 for 元 and the like are beyond doubt. */
const OF_A_SIZE = 100;

/** 元 that may move in a year under one heading. */
const A_YEAR: Range = [0, 1e10];

const isRange = (plausible: Plausible): plausible is Range => typeof plausible[0] === "number";

/** The range that holds for an input beside the words of its component or row. */
export function rangeOf(
  { plausible, usual, unit, ...spec }: NumberInput | ProfileInput,
  word: Beside,
): Range | undefined {
  if (plausible === undefined) {
    if (usual !== undefined) return around(usual, unit, spec);
    return spec.type === "profile" && spec.meaning === "amount" && unit === "CNY" ? A_YEAR : undefined;
  }
  if (isRange(plausible)) return plausible;
  return plausible.find(({ where }) => fits(where, word))?.range;
}

type Kind = Pick<NumberInput, "to" | "optional" | "perUnit"> & Pick<Partial<ProfileInput>, "meaning">;

/** Without what a binary float leaves behind: 0.3 × 3 is 0.9, and a value of 0.9 is not beyond it. */
const times = (bound: number, factor: number): number => Number((bound * factor).toPrecision(DIGITS));
const DIGITS = 12;

function around([low, high]: Range, unit: string, { to, perUnit, meaning }: Kind): Range | undefined {
  if (high <= 0) return undefined;
  // Months and years have bounds of their own that leave no room for a slip.
  if (unit === "mo" || unit === "a") return undefined;
  if (unit.includes("/")) return [Math.max(0, low) / PER_UNIT, times(high, PER_UNIT)];
  if (perUnit === true) return [Math.max(0, low) / PER_PIECE, high * PER_PIECE];
  if (unit === "1" && to !== undefined) return [0, times(high, PER_UNIT)];
  const least = meaning === undefined && (unit === "CNY" || unit === "m2") ? Math.max(0, low) / OF_A_SIZE : 0;
  return [least, high * OF_A_SIZE];
}

/** Whether 0 may stand for "none of it": of a sum or an area that can be left out, unless its range says that it is paid. */
export const mayBeNil = ({ plausible, unit, optional, ...spec }: NumberInput | ProfileInput): boolean =>
  plausible === undefined && (unit === "m2" || (optional === true && unit === "CNY" && !("perUnit" in spec)));
