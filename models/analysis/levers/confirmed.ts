import type { Prepared } from "../../compile/prepare.ts";
import type { GraphShelf } from "../../compile/shelf.ts";
import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import { exactExcess } from "../trial.ts";
import type { Variable } from "../variable.ts";
import type { Flip } from "./flips.ts";
import { type LeverInput, written } from "./lever.ts";
import type { Watches } from "./turning.ts";

export interface ConfirmedFlip extends Omit<Flip, "value"> {
  /** As documents write it, rounded towards the side that meets it. */
  readonly value: string;
  /** Met there by the book of record too; absent where it was not asked. */
  readonly confirmed?: boolean;
}

export interface FlipPlace {
  readonly prepared: Prepared;
  readonly lever: LeverInput;
  readonly variable: Variable;
  readonly watches: Watches;
  readonly shelf: GraphShelf;
  /** Which of what is watched the book of record is asked about. */
  readonly confirm: (watch: string) => boolean;
}

/** Fewest and most digits a value is written with. */
const MOST_DIGITS = 12;
const DIGITS = [8, 10, MOST_DIGITS] as const;

export function confirmedFlips(flips: readonly Flip[], place: FlipPlace): readonly ConfirmedFlip[] {
  const { prepared, lever, variable, shelf } = place;
  return flips.map(({ value, ...flip }): ConfirmedFlip => {
    const watched = place.watches.get(flip.watch);
    if (!place.confirm(flip.watch) || watched === undefined)
      return { ...flip, value: rounded(lever, value, flip.met, MOST_DIGITS) };
    const at = (literal: string): boolean => {
      const excess = exactExcess({ prepared, variable, shelf, ...watched }, literal);
      return excess !== undefined && !(excess.isNegative() && !excess.isZero());
    };
    for (const digits of DIGITS) {
      const literal = rounded(lever, value, flip.met, digits);
      const confirmed = at(lever.kind === "month" ? String(value) : literal);
      if (confirmed || digits === MOST_DIGITS || lever.whole) return { ...flip, value: literal, confirmed };
    }
    return { ...flip, value: written(lever, value), confirmed: false };
  });
}

function rounded(lever: LeverInput, value: number, met: Flip["met"], digits: number): string {
  if (lever.whole) return written(lever, value);
  const mode = met === "above" ? RecordDecimal.ROUND_CEIL : RecordDecimal.ROUND_FLOOR;
  return new RecordDecimal(value).toSignificantDigits(digits, mode).toFixed();
}
