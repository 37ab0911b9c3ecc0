/**
 * How all roots are found. A present value is a sum of exponentials of the force of interest y = ln(1 + r):
 *
 *     f(y) = Σ amount_i · e^(−time_i·y)
 *
 * Multiplying by e^(s·y) moves no root; differentiating then multiplies amount_i by (s − time_i). With s
 * between the two times of a change of sign, that change disappears and all others stay. So after as many
 * such steps ("levels") as there are changes, the sum has one sign and no root. Going back up, the roots of
 * each level are the turning points of the level above it, between two of which it can cross zero only once.
 * This is the proof of Descartes' rule turned into a procedure; it misses no root, needs no guess, and its
 * cost follows the changes of sign rather than the length of the cash flow.
 */
export interface Level<T> {
  evaluate(force: T): Sample<T>;
  /** Sign of the sum as the force goes to −∞ (the last payment rules) and to +∞ (the first one does). */
  readonly signFarBelow: Sign;
  readonly signFarAbove: Sign;
  /** A first stride outward when a root has to be fenced in. */
  readonly stride: T;
  /** Relative change below which a root counts as settled. */
  readonly resolution: T;
}

export type Sign = -1 | 1;

export interface Sample<T> {
  /** 0 when the value is lost in rounding: a root here or too near to tell. */
  readonly sign: Sign | 0;
  /** Newton's step: subtract it from the force. */
  readonly step: T;
  /** How far rounding may have shifted a root seen from here. */
  readonly uncertainty: T;
}

/** A root of one level. A touch is a point where the value is lost in rounding. */
export interface Root<T> {
  readonly force: T;
  readonly kind: "crossing" | "touch";
  /** Forces on both sides at which the signs differ for certain; both equal to `force` for a touch. */
  readonly low: T;
  readonly high: T;
  readonly uncertainty: T;
}
