// 实际数: what was reported of the lines of the plan, beside the plan and the forecast.
import type { SessionView } from "../contract.ts";
import type { Lang, ProblemView } from "./basics.ts";
import type { PlanView } from "./compare.ts";

/** `plan`: the plan's own amounts; `shift`: the same, months later; `total`: what is left of the plan's total; `model`: computed anew on the actuals. */
export type RestRuleView = "plan" | "shift" | "total" | "model";

export interface RestView {
  readonly rule: RestRuleView;
  readonly months: number | null;
}

/** `closed` counts; `partly`: a year some periods of which are closed; `open` comes after the closing month. */
export type ClosedView = "closed" | "partly" | "open";

export interface ActualsColumnView {
  /** As references write it: a statement year or a period. */
  readonly place: string;
  readonly name: string;
  readonly state: ClosedView;
}

/** Decimal literals; null where there is none. In a year that is partly closed only what is closed counts as to date. */
export interface ActualsCellView {
  readonly planned: string | null;
  readonly toDate: string | null;
  readonly actual: string | null;
  readonly variance: string | null;
  readonly share: string | null;
  readonly forecast: string | null;
  /** So far at the end of it, up to the closing month. */
  readonly actualSoFar: string | null;
  readonly plannedSoFar: string | null;
  /** Reports it comes from. */
  readonly sources: readonly string[];
}

export interface ActualsRowView {
  readonly line: string;
  readonly label: string;
  /** The component it belongs to. */
  readonly group: string;
  readonly side: "in" | "out" | null;
  readonly unit: string;
  /** Whether anything was reported of it. */
  readonly reported: boolean;
  /** Its own rule for later periods. */
  readonly rest: RestView | null;
  /** Closed periods without a figure, in words. */
  readonly unreported: string | null;
  readonly cells: readonly ActualsCellView[];
  readonly total: ActualsCellView;
  /** What a late plan moves beyond the horizon. */
  readonly beyond: string | null;
}

export interface ActualsSumView {
  readonly side: "in" | "out";
  readonly line: string;
  readonly cells: readonly ActualsCellView[];
  readonly total: ActualsCellView;
  /** Plan to date of lines without any actuals, and how many have one. */
  readonly silent: string | null;
  readonly silentLines: number;
}

export interface ReportView {
  readonly id: string;
  readonly document: string;
  readonly date: string;
  readonly by: string;
  readonly note: string;
  readonly figures: number;
}

export interface AstrayView {
  readonly line: string;
  readonly period: string;
  readonly amount: string;
  readonly report: string;
}

export interface ActualsView {
  readonly version: number;
  readonly closed: string | null;
  /** The last period that is closed. */
  readonly lastClosed: string | null;
  readonly rest: RestView | null;
  /** Whether the forecast takes the plan where a closed period is not reported. */
  readonly gapsAsPlan: boolean;
  readonly reports: readonly ReportView[];
  readonly columns: readonly ActualsColumnView[];
  /** All statement years, and the last of them that has something closed; the first where none has. */
  readonly years: readonly string[];
  readonly sheetYear: string;
  readonly rows: readonly ActualsRowView[];
  readonly sums: readonly ActualsSumView[];
  /** Figures nothing of the model takes. */
  readonly astray: readonly AstrayView[];
  /** Verdicts and indicators of the plan and of the forecast. */
  readonly plan: PlanView;
  readonly forecast: PlanView | null;
  readonly problems: readonly ProblemView[];
}

/** Line → period → decimal literal, as a report holds them. */
type FiguresView = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Figures read from a table, not yet part of the document; none where a cell cannot be read. */
export interface ActualsReadView {
  readonly figures: FiguresView;
  readonly count: number;
  /** Cells left empty: not reported. */
  readonly empty: number;
  readonly problems: readonly ProblemView[];
}

/** 年度监测表 as text: what stands above the table, the table with its head first, what stands below it. */
export interface ActualsSheetView {
  readonly version: number;
  readonly year: string;
  readonly above: readonly string[];
  readonly table: readonly (readonly string[])[];
  readonly below: readonly string[];
}

/** Calls about actuals. Closing month, rules and reports are written by edits (`actuals/closed`, `actuals/rest`, `actuals/reports/ID`). */
export interface ActualsCalls {
  /** By the book of record; with `year` the periods of that year. Cells are explained as `forecast:LINE@PLACE`. Long work, as `solve`. */
  actuals: { args: { session: string; scenario: string; job: string; year?: string; lang: Lang }; value: ActualsView };
  actualsSheet: {
    args: { session: string; scenario: string; job: string; year: string; lang: Lang };
    value: ActualsSheetView;
  };
  /** Reads a block pasted from a spreadsheet, or the text of a CSV file. Problems name cells. */
  readActuals: {
    args: { session: string; scenario: string; text: string; unit: "yuan" | "wan"; lang: Lang };
    value: ActualsReadView;
  };
  /** Makes figures a report of the document; those already reported are refused unless they are to be replaced. */
  takeActuals: {
    args: {
      session: string;
      scenario?: string;
      figures: FiguresView;
      /** A report of the document by its id, or a new one. */
      source: { report: string } | { document: string; date: string; by: string; note: string };
      replaces: boolean;
      lang: Lang;
    };
    value: SessionView;
  };
}
