import type { Json, JsonObject, ProblemView, TextView } from "./basics.ts";

/** A plan beside others: a scenario, or a file of its own. */
export interface PlanView {
  readonly id: string;
  readonly label: string;
  /** Why it is there. */
  readonly note?: string;
  readonly verdicts: readonly {
    readonly id: string;
    readonly title: TextView;
    readonly pass: boolean | null;
    readonly reason?: string;
    readonly margin: string | null;
    readonly unit: string | null;
    readonly message: string;
    /** How many points of the trust statement could turn it. */
    readonly conditions: number;
    /** The cell that explains the margin, in this plan. */
    readonly cell?: string;
  }[];
  readonly indicators: readonly {
    readonly id: string;
    readonly label: TextView;
    readonly value: string | null;
    readonly unit: string;
    readonly note?: string;
    /** The cell that explains it, in this plan. */
    readonly cell?: string;
  }[];
  /** What speaks against it and not against the first plan of the comparison: money lost beyond the timeline, rules it breaks. Absent where nothing does. */
  readonly troubles?: readonly string[];
}

/** A place in which plans differ, or the statuses they count (`counts`). */
export interface PlaceView {
  readonly path: string;
  readonly label: string;
}

export interface BridgeView {
  readonly from: string;
  readonly to: string;
  /** What it takes apart: a line, indicator or verdict. */
  readonly of: string;
  readonly label: TextView;
  readonly unit: string;
  /** Decimal literals; the shares add up to the difference to the fen. */
  readonly before: string;
  readonly after: string;
  readonly difference: string;
  readonly steps: readonly {
    readonly places: readonly (PlaceView & { readonly before: Json; readonly after: Json })[];
    readonly share: string;
    /** Standard error of a sampled share. */
    readonly error?: string;
    readonly because?: "together" | "component";
  }[];
  /** What does not move it. */
  readonly without: readonly PlaceView[];
  readonly method: "exact" | "sampled";
}

export interface CompareView {
  readonly plans: readonly PlanView[];
  /** Places in which any of them differs from the first, with the value in each. */
  readonly changes: readonly (PlaceView & { readonly values: readonly Json[] })[];
  readonly bridges: readonly BridgeView[];
  /** Figures that could not be taken apart. */
  readonly problems: readonly ProblemView[];
}

/** Scenarios written by rule, as they stand in a document, and what could not be written. */
export interface StressView {
  readonly scenarios: readonly JsonObject[];
  readonly left: readonly { readonly id: string; readonly label: string; readonly reason: string }[];
}
