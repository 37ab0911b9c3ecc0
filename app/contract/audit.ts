// What a reviewer adds to a plan: remarks, audited figures, figures of the paper plan, the opinion.
import type { Json, ProblemView } from "./basics.ts";
import type { BridgeView, PlanView } from "./compare.ts";
import type { SeverityView } from "./review.ts";

export type AnchorView = "file" | "input" | "row" | "record" | "line" | "cell" | "finding";
export type RemarkState = "open" | "answered" | "accepted";

/** A remark (批注) with its place in words. */
export interface RemarkView {
  readonly id: string;
  readonly on: AnchorView;
  /** As the document has it: a path, `LINE`, `LINE@MONTH`, `CHECK PATH`. */
  readonly anchor: string;
  readonly place: string;
  /** Whether what it is pinned to is still there; null of a finding, which the review answers. */
  readonly there: boolean | null;
  readonly severity: SeverityView;
  readonly state: RemarkState;
  readonly author: string;
  readonly at: string;
  readonly text: string;
  readonly replies: readonly { readonly author: string; readonly at: string; readonly text: string }[];
}

/** 送审, 审定, 核增, 核减 as decimal literals to the fen. */
export interface AmountView {
  readonly before: string;
  readonly after: string;
  readonly increase: string;
  readonly decrease: string;
}

export interface AuditFigureView {
  readonly id: string;
  readonly path: string;
  readonly label: string;
  readonly before: Json;
  readonly after: Json;
  /** Of a single number: after less before. */
  readonly difference: string | null;
  readonly reason: string;
  readonly clause: string;
  readonly author: string;
  /** Whether it stands in the audited plan. */
  readonly stands: boolean;
}

export interface AuditRowView extends AmountView {
  readonly no: string;
  readonly label: string;
  readonly line: string;
  readonly level: number;
  readonly years: readonly AmountView[];
}

export interface DeclaredView {
  readonly id: string;
  readonly line: string;
  readonly label: string;
  readonly place: string;
  readonly unit: string;
  readonly declared: string;
  readonly computed: string | null;
  readonly difference: string | null;
  readonly source: string;
  readonly problem: string | null;
}

/** 送审—审定—核增减. */
export interface AuditView {
  readonly version: number;
  readonly figures: readonly AuditFigureView[];
  /** The investment estimate of both; null where an amount of it is missing. */
  readonly table: { readonly years: readonly string[]; readonly rows: readonly AuditRowView[] } | null;
  /** Verdicts and indicators as submitted and as audited. */
  readonly before: PlanView;
  readonly after: PlanView;
  /** What each audited figure does to the totals, to the fen. */
  readonly bridges: readonly BridgeView[];
  readonly declared: readonly DeclaredView[];
  readonly problems: readonly ProblemView[];
}

/** A stress over the audited plan. */
export interface StressRowView extends PlanView {
  readonly kind: "standard" | "own" | "together";
  /** As it is applied, and the usual one; null of a stress without a size. */
  readonly size: string | null;
  readonly usual: string | null;
  /** The size is added, in percentage points; otherwise it is a share by which figures change, or months. */
  readonly points: boolean;
  /** Of a value of the reviewer's own. */
  readonly path: string | null;
  readonly value: Json;
  readonly reason: string;
  readonly author: string;
  /** Whether the review keeps it: then the opinion states it. */
  readonly kept: boolean;
  /** Verdicts met as audited that are not met under it. */
  readonly turned: readonly string[];
  /** Whether it changes any verdict, margin or indicator: what changes nothing was not withstood. */
  readonly moves: boolean;
}

/** 审核压力: what the audited plan withstands. */
export interface ReviewStressView {
  readonly version: number;
  readonly audited: PlanView;
  readonly rows: readonly StressRowView[];
  /** What could not be tried, and why. */
  readonly left: readonly {
    readonly id: string;
    readonly label: string;
    readonly reason: string;
    readonly kept: boolean;
  }[];
  readonly problems: readonly ProblemView[];
}

/** 审核意见 as text. */
export interface OpinionView {
  readonly version: number;
  readonly text: string;
}
