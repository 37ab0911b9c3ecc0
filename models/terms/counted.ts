import { type Beside, fits, type Words } from "./beside.ts";
import type { ColumnSpec, InputSpec, NumberInput } from "./inputs.ts";

/**
 * 个数: what is counted one by one. Of `pieces` there is no part: a fraction is most likely a slip. A `measure` may be counted in anything, so that a fraction
 * standing there shows that fractions are meant, and one of it is a lump: all there is of it.
 */
export interface Counted {
  readonly as: "pieces" | "measure";
  /** Only beside these words; any when left out. */
  readonly where?: Words;
}

/** Parking spaces, beds, flats. */
export const PIECES: Counted = { as: "pieces" };
/** 按数量: a quantity, where it is measured by number and not by each household or ㎡. */
export const BY_NUMBER: Counted = { as: "measure", where: { basis: ["count", ""] } };

/** Units that say themselves that there is no part of one; a month may be halved on purpose. */
const OF_UNIT: ReadonlyMap<string, Counted["as"]> = new Map([
  ["household", "pieces"],
  ["person", "pieces"],
  ["space", "pieces"],
  ["unit", "pieces"],
  ["mo", "measure"],
]);

/** How a number is counted beside the words of its component or row; undefined for what is no count. */
export function countedAs({ counted, unit }: NumberInput, word: Beside): Counted["as"] | undefined {
  if (counted === undefined) return OF_UNIT.get(unit);
  return fits(counted.where, word) ? counted.as : undefined;
}

/**
 * Whether only whole numbers make sense.
 * @param now what stands there, where that is a number
 */
export function isWholeNumber(
  spec: InputSpec | ColumnSpec | undefined,
  now: number | undefined,
  word: Beside,
): boolean {
  if (spec?.type !== "number") return false;
  if (spec.integer === true) return true;
  const as = countedAs(spec, word);
  if (as !== "measure" || now === undefined) return as !== undefined;
  return Number.isInteger(now) && (now !== 1 || spec.counted === undefined);
}
