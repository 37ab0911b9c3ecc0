// What the product says about a model.
import type { Json, ProblemView, TextView } from "./basics.ts";
import type { ClauseView } from "./catalogue.ts";
import type { FindingView } from "./review.ts";

export type VerdictId = "B1" | "B2" | "B3" | "B4" | "B5" | "B6" | "B7" | "B8" | "B9";

export interface VerdictView {
  readonly id: VerdictId;
  readonly title: TextView;
  readonly definition: TextView;
  readonly pass: boolean | null;
  /** Decimal string in `unit`; absent where no margin exists. */
  readonly margin?: string;
  readonly unit?: string;
  readonly message: string;
  /** What kind of null it is. */
  readonly reason?: "incomplete" | "inapplicable" | "no_target" | "area";
  /** What the document lacks for it to be decided. */
  readonly missing?: readonly MissingView[];
  /** Of an undecided one, what the part entered so far comes to, in `unit`; no verdict. */
  readonly entered?: { readonly value: string; readonly unit: string };
  readonly firstFailing?: string;
  readonly lines: readonly string[];
  /** The cell that explains the margin. */
  readonly cell?: string;
}

/** Something a verdict lacks: its name in a few words, what is wrong, and where it belongs in the document. */
export interface MissingView {
  readonly path: string;
  readonly name: string;
  readonly message: string;
}

/** Whether a record holds, why, and the inputs that name it. */
export interface RecordStandingView {
  readonly id: string;
  readonly holds: boolean;
  readonly because: string;
  readonly uses: readonly { readonly path: string; readonly name: string; readonly holds: boolean }[];
}

export type TrustKind =
  | "pack_changed"
  | "left_out"
  | "missing"
  | "uncounted"
  | "record"
  | "paper"
  | "open_end"
  | "convention"
  | "draft"
  | "finding"
  | "engines"
  | "limit";

/** Something a reader of the verdicts has to know. */
export interface TrustPointView {
  readonly grade: "condition" | "note";
  /** Of a condition, the verdicts it could turn. */
  readonly verdicts: readonly VerdictId[];
  readonly kind: TrustKind;
  readonly path: string;
  /** Decimal string. */
  readonly amount: string | null;
  readonly unit: string | null;
  readonly message: string;
}

/** The statement beside the verdicts; clean where no point is a condition. */
export interface TrustView {
  readonly clean: boolean;
  readonly points: readonly TrustPointView[];
}

/** One clause of the answer in a sentence, failures first; the face sets its figure between the words. */
export interface SaidView {
  readonly verdict: VerdictId;
  readonly state: "fail" | "open" | "pass";
  readonly before: string;
  /** Decimal string, and the cell that explains it. */
  readonly figure?: { readonly value: string; readonly unit: string; readonly cell: string };
  readonly after: string;
}

export interface IndicatorView {
  readonly id: string;
  readonly label: TextView;
  readonly value: string | null;
  readonly unit: string;
  readonly note?: string;
  /** The cell that explains it. */
  readonly cell?: string;
}

export interface CashPicture {
  readonly perspective: string;
  readonly years: readonly string[];
  readonly inflow: readonly number[];
  readonly outflow: readonly number[];
  readonly net: readonly number[];
  readonly cumulative: readonly number[];
  readonly phases: readonly { readonly label: string; readonly fromYear: string; readonly toYear: string }[];
  readonly breakEvenYear?: string;
  readonly deepestYear?: string;
  /** Of the project: what it comes to before capital, loans and their service, and the years to look at. */
  readonly need?: {
    readonly values: readonly number[];
    readonly line: string;
    readonly breakEvenYear?: string;
    readonly deepestYear?: string;
  };
  /** How many of the first years are construction; 0 where there is none. */
  readonly building: number;
  /** The line of each series; with `@` and the year it names a cell. */
  readonly lines: {
    readonly inflow: string;
    readonly outflow: string;
    readonly net: string;
    readonly cumulative: string;
  };
}

export interface FlowView {
  readonly from: string;
  readonly to: string;
  readonly fromLabel: string;
  readonly toLabel: string;
  /** 元 over the life; the gap, if any, is a flow from the node "gap". */
  readonly amount: number;
  /** The cell that holds it. */
  readonly line: string;
}

export interface Board {
  readonly version: number;
  readonly scenario: string;
  readonly verdicts: readonly VerdictView[];
  readonly answer: readonly SaidView[];
  readonly indicators: readonly IndicatorView[];
  readonly cash: CashPicture;
  readonly perspectives: readonly { readonly id: string; readonly label: string }[];
  readonly flows: readonly FlowView[];
  readonly problems: readonly ProblemView[];
  /** What a project of this kind has and this one has not, without a reason: `absences/WORD`. */
  readonly expected: readonly MissingView[];
  readonly records: readonly RecordStandingView[];
  /** As far as it can be said before the book of record: without the findings of the review. */
  readonly trust: TrustView;
  /** Conventions the numbers rest on, in words. */
  readonly conventions: readonly string[];
  readonly elapsedMs: number;
}

/** Record against kernel, run in the background after each change, with the whole trust statement. */
export interface Agreement {
  readonly version: number;
  readonly scenario: string;
  readonly trust: TrustView;
  /** What the review says: failures first, by severity, then what could not be decided, then what holds. */
  readonly findings: readonly FindingView[];
  readonly agree: boolean;
  readonly cells: number;
  readonly differences: readonly {
    readonly line: string;
    readonly period: string;
    readonly record: string;
    readonly kernel: number;
  }[];
}

export interface LineView {
  readonly id: string;
  readonly label: TextView;
  readonly unit: string;
  readonly kind: string;
  readonly component?: string;
  readonly role?: string;
  /** One value a column; NaN where the line is broken or undefined. Over HTTP a list of numbers and null. */
  readonly values: Float64Array;
}

export interface LinesView {
  readonly version: number;
  readonly columns: readonly string[];
  readonly lines: readonly LineView[];
}

export interface StatementRowView {
  /** Number of the row in the standard table; empty for sub-rows and memoranda. */
  readonly no: string;
  readonly label: string;
  /** The row's line; with `@` and the place of a column it names a cell. */
  readonly line: string;
  /** Cells by column, where each is a line of its own; null where there is none. */
  readonly cells?: readonly (string | null)[];
  readonly level: number;
  readonly unit: string;
  /** One value a column, the total first where the table has one; NaN where there is none. Over HTTP a list of numbers and null. */
  readonly values: Float64Array;
}

export interface StatementView {
  readonly id: string;
  readonly title: string;
  /** `place` is a period, a year or `total`; empty where the cells of a column are lines of their own. */
  readonly columns: readonly { readonly label: string; readonly place: string }[];
  readonly rows: readonly StatementRowView[];
  /** What the reader must know, the conventions of the file included. */
  readonly notes: readonly string[];
}

export interface StatementsView {
  readonly version: number;
  /** Tables and sides that can be asked for. */
  readonly offered: readonly { readonly id: string; readonly title: string }[];
  readonly perspectives: readonly { readonly id: string; readonly label: string }[];
  readonly statements: readonly StatementView[];
}

export interface ExplainTerm {
  /** The cell, as `explain` takes it. */
  readonly ref: string;
  readonly label: TextView;
  /** Period, year or `total`; empty for a single value. */
  readonly period: string;
  readonly value: string | null;
  readonly unit: string;
  /** 1 is yes and 0 is no. */
  readonly yesNo?: true;
}

export interface Explanation {
  readonly line: string;
  readonly label: TextView;
  readonly period: string;
  readonly value: string | null;
  readonly unit: string;
  /** 1 is yes and 0 is no. */
  readonly yesNo?: true;
  /** Formula in words and with ids. */
  readonly formula: TextView;
  readonly source: string;
  readonly terms: readonly ExplainTerm[];
  readonly clauses: readonly ClauseView[];
  readonly convention?: TextView;
  /** Why there is no value, where there is none. */
  readonly note?: TextView;
  readonly payer?: string;
  readonly payee?: string;
  /** For an input: where to change it, and its evidence. */
  readonly inputPath?: string;
  readonly evidence?:
    | {
        readonly document?: string | undefined;
        readonly date?: string | undefined;
        readonly status?: string | undefined;
        readonly note?: string | undefined;
        /** A value nobody has confirmed yet; `note` is its source. */
        readonly assumed?: true;
      }
    | undefined;
  readonly recordValue?: string | null;
  readonly kernelValue?: number | null;
  /** Whether the two are the same number. */
  readonly agrees?: boolean;
}

/** Met without any condition · met, but on papers that do not stand yet · missed, undecided, or met only on a condition no paper for the number would settle. */
export type SolveState = "clean" | "paper" | "missed";

interface Hanging {
  readonly state: SolveState;
  /** Papers still wanted. */
  readonly papers: readonly string[];
  /** What makes it no answer though the target is met; empty where it is missed or undecided. */
  readonly conditions: readonly string[];
  /** Why it cannot be decided; empty where it is. */
  readonly undecided: readonly string[];
  /** An answer: `clean` or `paper`. */
  readonly confirmed: boolean;
  readonly binding?: string;
}

/** Values in one state; amounts in what they hang on are those at `at`, the value looked at that is nearest to what is filed. */
export interface SolveInterval extends Hanging {
  readonly from: string;
  readonly to: string;
  readonly at: string;
}

export interface SolveRoot extends Hanging {
  readonly value: string;
}

export interface SolveView {
  readonly vary: string;
  readonly until: string;
  readonly range: readonly [string, string];
  /** Whether the book of record gives any answer, if only on paper. */
  readonly found: boolean;
  /** The number moves the target · makes no difference at any value tried · is read by nothing the target is computed from. */
  readonly effect: "moves" | "still" | "none";
  /** Largest gap between values that were tried. */
  readonly resolution: string;
  readonly intervals: readonly SolveInterval[];
  readonly roots: readonly SolveRoot[];
  /** What to write, and where, to take over a value of an answer, by the value: of a profile the whole of it. */
  readonly entered?: Readonly<Record<string, { readonly path: string; readonly value: Json }>>;
  /** Papers the target still hangs on at the first answer, a root if there is one. */
  readonly papers: readonly string[];
  readonly message: string;
}

export interface ScenarioView {
  readonly id: string;
  readonly label: string;
  readonly parent?: string;
  readonly counts: readonly string[];
  /** Why there is this scenario. */
  readonly note?: string;
  readonly changes: readonly {
    readonly path: string;
    readonly label: string;
    readonly from: Json;
    readonly to: Json;
  }[];
}
