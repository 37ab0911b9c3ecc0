import type { Json, ProblemView, TextView } from "./basics.ts";

/** 组合: projects pooled. Amounts by calendar year stand on lines; each is explained as any cell. */
export interface PortfolioView {
  readonly version: number;
  readonly engine: "record" | "kernel";
  readonly years: readonly string[];
  readonly members: readonly PortfolioMemberView[];
  readonly lines: readonly PortfolioLineView[];
  readonly figures: readonly PortfolioFigureView[];
  readonly findings: readonly PortfolioFindingView[];
  readonly problems: readonly ProblemView[];
}

export interface PortfolioMemberView {
  readonly id: string;
  readonly label: TextView;
  /** Months it is moved by, and where it then begins and ends (`YYYY-MM`). */
  readonly startMonths: number;
  readonly start?: string;
  readonly end?: string;
  readonly starts?: { readonly earliest: number; readonly latest: number; readonly every: number };
  /** `sha256:…` of its document. */
  readonly hash?: string;
  readonly embedded: boolean;
  /** Why it could not be computed. */
  readonly problem?: string;
}

/** One value a year; null where there is none. */
export interface PortfolioLineView {
  readonly id: string;
  readonly label: TextView;
  readonly unit: string;
  readonly kind: string;
  readonly member?: string;
  readonly values: readonly (number | null)[];
}

/** A line of one value. */
export interface PortfolioFigureView {
  readonly id: string;
  readonly label: TextView;
  readonly unit: string;
  readonly member?: string;
  /** Decimal string. */
  readonly value: string | null;
  readonly note?: TextView;
}

export interface PortfolioFindingView {
  /** A check of the review (`C25`), or POOL for the pool's own limits, ONCE for a project that is there twice. */
  readonly id: string;
  readonly severity: string;
  readonly is: "holds" | "fails" | "cannot_be_judged";
  readonly message: TextView;
  readonly clauses: readonly string[];
  readonly path: string;
  readonly line: string;
}

/** What the proposed starts come to, computed anew by the book of record. */
export interface StartsView {
  readonly version: number;
  readonly found: boolean;
  readonly starts: readonly {
    readonly member: string;
    readonly label: TextView;
    readonly from: number;
    readonly to: number;
    /** 元 by which the move changes the project's own total: dated law, taxes by calendar year. */
    readonly change: string;
  }[];
  readonly checks: readonly StartCheckView[];
  readonly message: TextView;
  /** What stands in the way, where there are no such starts. */
  readonly obstacles: readonly TextView[];
  /** Taking them over: edits of the document. */
  readonly edits: readonly { readonly path: string; readonly value: Json }[];
}

export interface StartCheckView {
  readonly line: string;
  readonly label: TextView;
  readonly before: string | null;
  readonly after: string | null;
  readonly met: boolean;
}
