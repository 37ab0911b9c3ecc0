import type { Json, TextView } from "./basics.ts";
import type { SolveState } from "./results.ts";

/** 杠杆: a number of the plan and what it does to a target. Values are decimal literals; of a month `YYYY-MM`, of a profile a factor. */
export interface LeverView {
  readonly path: string;
  readonly component: string;
  readonly label: TextView;
  readonly unit: string;
  readonly kind: "number" | "month" | "rate" | "factor";
  readonly now: string;
  readonly from: string;
  readonly to: string;
  readonly fromBy: BoundView;
  readonly toBy: BoundView;
  readonly slope?: number;
  readonly character: "smooth" | "corner" | "step" | "flat";
  readonly down: LeverMove;
  readonly up: LeverMove;
  readonly saf?: number;
  /** Values at which a verdict or the target comes to be met, or ceases to be. */
  readonly flips?: readonly FlipView[];
  /** Above the first and below the second it changes nothing any more, of what is watched. */
  readonly flatFrom?: string;
  readonly flatTo?: string;
  /** The inputs that take over there, above and below, where there are such. */
  readonly cap?: string;
  readonly floor?: string;
  /** It cannot be changed by itself. */
  readonly bound?: true;
  /** Only whole numbers make sense. */
  readonly whole?: true;
}

export type BoundView = "bound" | "plausible" | "search";

export interface LeverMove {
  readonly value: string;
  /** Absent where the model has no value there. */
  readonly change?: number;
  /** The verdict cannot be given there, whatever its number says. */
  readonly undecided?: true;
}

export interface FlipView {
  /** A verdict, or `target`. */
  readonly watch: string;
  readonly value: string;
  readonly met: "above" | "below";
  readonly jump: boolean;
  readonly confirmed?: boolean;
  /** The verdict is met there only on a condition that no paper for the value would settle. */
  readonly conditional?: true;
  /** It is met there only by breaking a rule that the plan as it stands keeps. */
  readonly breaks?: true;
  /** The verdict is met there, but on papers that do not stand yet. */
  readonly onPaper?: true;
}

export interface LeversView {
  readonly version: number;
  readonly scenario: string;
  readonly of: string;
  readonly value: number;
  readonly levers: readonly LeverView[];
  /** How many inputs were turned without effect, and how many were not turned at all, with why in a sentence. */
  readonly idle: number;
  readonly unturned: { readonly count: number; readonly message?: TextView };
  readonly unwatched: readonly string[];
}

export interface FrontierAxis {
  readonly path: string;
  readonly label: TextView;
  readonly unit: string;
  readonly kind: LeverView["kind"];
  readonly now: string;
  readonly from: string;
  readonly to: string;
  /** Only whole numbers make sense. */
  readonly whole?: true;
}

/** 盈亏平衡前沿: where two inputs together just meet a target. */
export interface FrontierView {
  readonly version: number;
  readonly scenario: string;
  readonly of: string;
  readonly x: FrontierAxis;
  readonly y: FrontierAxis;
  readonly metNow: boolean;
  /** Neither number moves the target. */
  readonly still: boolean;
  readonly curves: readonly (readonly { readonly x: string; readonly y: string; readonly jump: boolean }[])[];
  /** Met or missed at evenly spaced places, row by row from the least y; null without a value. */
  readonly grid: readonly (readonly (boolean | null)[])[];
  readonly finest: number;
  /** Some pairs that meet the target by its number, as the book of record has them with its conditions and the review. */
  readonly looks: readonly FrontierLook[];
}

export interface FrontierLook {
  readonly x: string;
  readonly y: string;
  readonly state: SolveState;
  readonly papers: readonly TextView[];
  readonly conditions: readonly TextView[];
  readonly undecided: readonly TextView[];
}

/** What is to spare with one lever turned, by verdict or `target`; null where the model has no value. */
export interface TurnView {
  readonly version: number;
  readonly excesses: Readonly<Record<string, number | null>>;
  /** What to enter at the lever's path: the value, or a whole profile; null where it cannot be changed by itself. */
  readonly entered: Json | null;
}
