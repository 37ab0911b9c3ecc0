import type { Prepared } from "../../compile/prepare.ts";
import type { GraphShelf } from "../../compile/shelf.ts";
import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import { type Answered, breaksRule } from "../answered.ts";
import { answeredAt } from "../confirm.ts";
import type { Variable } from "../variable.ts";
import type { Flip } from "./flips.ts";
import { type LeverInput, written } from "./lever.ts";
import type { Watches } from "./turning.ts";

export interface ConfirmedFlip extends Omit<Flip, "value"> {
  /** As documents write it, rounded towards the side that meets it. */
  readonly value: string;
  /** Met there by the book of record too; absent where it was not asked. */
  readonly confirmed?: boolean;
  /** The verdict is met there only on a condition of its own that no paper for the value would settle. */
  readonly conditional?: true;
  /** It is met there only by breaking a rule that the plan as it stands keeps. */
  readonly breaks?: true;
  /** The verdict is met there, but on papers that do not stand yet. */
  readonly onPaper?: true;
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
    const there = { prepared, variable, shelf, ...watched };
    for (const digits of DIGITS) {
      const shown = rounded(lever, value, flip.met, digits);
      const literal = lever.kind === "month" ? String(value) : shown;
      const answered = answeredAt(there, literal);
      const { met } = answered;
      if (!met && digits !== MOST_DIGITS && !lever.whole) continue;
      return { ...flip, value: shown, confirmed: met, ...markOf(answered) };
    }
    return { ...flip, value: written(lever, value), confirmed: false };
  });
}

/** Why a value at which it is met is no answer without more. */
function markOf(answered: Answered): Pick<ConfirmedFlip, "conditional" | "breaks" | "onPaper"> {
  const { met, state } = answered;
  if (state === "paper") return { onPaper: true };
  if (!met || state !== "missed") return {};
  return breaksRule(answered) ? { breaks: true } : { conditional: true };
}

function rounded(lever: LeverInput, value: number, met: Flip["met"], digits: number): string {
  if (lever.whole) return written(lever, value);
  const mode = met === "above" ? RecordDecimal.ROUND_CEIL : RecordDecimal.ROUND_FLOOR;
  return new RecordDecimal(value).toSignificantDigits(digits, mode).toFixed();
}
