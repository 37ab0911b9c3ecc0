import type { TextView } from "./basics.ts";

/** 模拟: what many draws of the uncertain inputs come to. Figures are numbers in the unit of their line; shares lie between 0 and 1. */
export interface SimulationView {
  readonly version: number;
  readonly scenario: string;
  readonly draws: number;
  readonly seed: number;
  /** At which shares of the draws `quantiles` are told. */
  readonly shares: readonly number[];
  readonly inputs: readonly UncertainInputView[];
  readonly correlations: readonly {
    readonly a: string;
    readonly b: string;
    readonly rank: number;
    readonly drawn: number | null;
  }[];
  readonly verdicts: readonly VerdictOddsView[];
  /** Verdicts that rest on values searched for, which are left out. */
  readonly unwatched: readonly string[];
  readonly targets: readonly (OddsView & { readonly target: string; readonly label: TextView })[];
  readonly figures: readonly DrawnFigureView[];
  readonly fans: readonly FanView[];
  readonly needs: readonly NeedView[];
  /** Draws the book of record should be asked about. */
  readonly toCheck: readonly number[];
}

export interface UncertainInputView {
  readonly id: string;
  readonly path: string;
  readonly label: TextView;
  readonly unit: string;
  readonly kind: "number" | "month" | "factor" | "word";
  readonly distribution: TextView;
  /** Shares of the distribution beyond the bounds, left out, and those bounds as documents write them. */
  readonly cut: { readonly below: number; readonly above: number; readonly from?: string; readonly to?: string };
  /** What suggested it; nobody has confirmed it. */
  readonly assumed?: string;
  /** Nothing that is told hangs on it. */
  readonly idle: boolean;
}

/** How often something is met; a draw in which it is not decided is not met, and counted apart. */
export interface OddsView {
  readonly met: number;
  readonly missed: number;
  readonly undecided: number;
  /** Null where no draw decides it. */
  readonly probability: number | null;
  readonly error: number | null;
  readonly convergence: readonly RunningView[];
}

export interface RunningView {
  readonly draws: number;
  readonly value: number;
  readonly error: number;
}

export interface VerdictOddsView extends OddsView {
  readonly id: string;
  readonly title: TextView;
  /** As the scenario stands. */
  readonly base: boolean | null;
  readonly reason?: string;
}

export interface DrawnFigureView {
  readonly name: string;
  readonly label: TextView;
  readonly unit: string;
  readonly base: number | null;
  readonly missing: number;
  /** Absent where it has no value in any draw. */
  readonly told?: {
    readonly mean: number;
    readonly deviation: number;
    readonly least: number;
    readonly most: number;
    readonly quantiles: readonly number[];
    readonly histogram: { readonly from: number; readonly to: number; readonly counts: readonly number[] };
    readonly convergence: readonly RunningView[];
    readonly drivers: readonly DriverView[];
  };
}

/** What an input does to a figure: rank correlation, and the share of its variance, each with its standard error. */
export interface DriverView {
  readonly input: string;
  readonly rank: number;
  readonly rankError: number;
  readonly index: number;
  readonly indexError: number;
}

export interface FanView {
  readonly line: string;
  readonly label: TextView;
  readonly unit: string;
  readonly years: readonly {
    readonly label: string;
    readonly missing: number;
    readonly quantiles?: readonly number[];
  }[];
  readonly base: readonly (number | null)[];
}

export interface NeedView {
  readonly line: string;
  readonly label: TextView;
  readonly missing: number;
  readonly quantiles?: readonly number[];
  /** In which statement years the lowest value lies, and in how many draws. */
  readonly when: readonly { readonly label: string; readonly draws: number }[];
}

/** While draws are still being computed. */
export interface SimulationPartialView {
  readonly draws: number;
  readonly verdicts: readonly {
    readonly id: string;
    readonly probability: number | null;
    readonly error: number | null;
  }[];
  readonly fans: readonly FanView[];
}

/** What the book of record says of the scenario as it stands and of some draws. */
export interface SimulationChecksView {
  readonly version: number;
  readonly scenario: string;
  readonly draws: readonly { readonly draw: number; readonly agrees: boolean; readonly differing: readonly string[] }[];
  /** 附条件: conditions under which a verdict is met. */
  readonly conditions: readonly { readonly verdict: string; readonly messages: readonly string[] }[];
}

/** 建议: an input and a distribution that would be usual for it, to be confirmed by the user. */
export interface UncertaintySuggestion {
  readonly path: string;
  readonly component: string;
  readonly label: TextView;
  readonly unit: string;
  readonly kind: "number" | "month" | "rate" | "factor";
  readonly now: string;
  readonly low: string;
  readonly high: string;
}

export interface SuggestionsView {
  readonly version: number;
  readonly scenario: string;
  readonly suggestions: readonly UncertaintySuggestion[];
}
