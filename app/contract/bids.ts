import type { ProblemView, TextView } from "./basics.ts";

/** 比选: bids side by side on one footing. Every figure is a cell of the comparison's own graph and is explained as any other. */
export interface BidsView {
  readonly version: number;
  /** `sha256:…` of the notice, which a bid has to answer. */
  readonly notice: string;
  /** The bid the others are set against. */
  readonly against: string | null;
  readonly bids: readonly BidView[];
  readonly groups: readonly BidGroupView[];
  /** Columns of the yearly lines: the base date, then year 1, 2 …; with the period each is asked by. */
  readonly years: readonly { readonly label: TextView; readonly period: string }[];
  readonly lines: readonly BidLineView[];
  readonly benchmark: { readonly npv: BidCellView; readonly equivalent: BidCellView } | null;
  readonly sheets: SheetsView;
  /** Of the comparison; what a bidder has not said of its own costs stands with its figures. */
  readonly problems: readonly ProblemView[];
}

export interface BidView {
  readonly id: string;
  readonly bidder: string;
  /** Whether it answers the notice in force; null where it does not say which. */
  readonly answers: boolean | null;
  readonly compliance: readonly ComplianceView[];
  /** What it says of its own departures, in its own words. */
  readonly deviations: readonly { readonly clause: string; readonly text: string }[];
}

/** One thing the notice or the law asks, and by how much the bid keeps it. */
export interface ComplianceView {
  readonly cell: string;
  readonly label: TextView;
  readonly is: "holds" | "fails" | "cannot_be_judged";
  readonly value: string | null;
  readonly unit: string;
  readonly note?: TextView;
}

/** Rows of one kind; a cell a bid, in the order of the bids. */
export interface BidGroupView {
  readonly id: "offer" | "steps" | "value" | "against" | "prices" | "kpis" | "points" | "own";
  readonly rows: readonly BidRowView[];
}

export interface BidRowView {
  readonly name: string;
  readonly label: TextView;
  readonly unit: string;
  readonly cells: readonly BidCellView[];
}

export interface BidCellView {
  /** What `explain` is asked; absent where the bid has no such line. */
  readonly cell?: string;
  readonly value: string | null;
  /** Why there is none. */
  readonly note?: TextView;
}

export interface BidLineView {
  readonly id: string;
  readonly bid: string;
  readonly label: TextView;
  readonly unit: string;
  readonly values: readonly (number | null)[];
}

/** 评标表与定标表: what stands, and what stands in the way of locking them. */
export interface SheetsView {
  readonly evaluation: SheetView;
  readonly award: SheetView;
  /** The law wants the candidates ranked, and the first of them to win; null where the notice does not say enough. */
  readonly ranked: boolean | null;
}

export interface SheetView {
  /** `claimed`: the document says it was locked, and the chain of the file knows nothing of it. */
  readonly state: "open" | "locked" | "closed" | "claimed";
  readonly at?: string;
  readonly by?: string;
  /** In groups, for reading and comparing. */
  readonly hash?: string;
  /** Whether what is in the document is what was locked. */
  readonly holds?: boolean;
  /** What has to be there before it can be locked. */
  readonly wanting: readonly ProblemView[];
  /** What the rules ask of its committee and is not so; it does not hinder a record of what happened. */
  readonly amiss: readonly ProblemView[];
}
