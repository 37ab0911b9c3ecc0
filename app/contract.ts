/**
 * The one contract between the face and the product. Both hosts (Electron IPC, loopback HTTP) carry exactly these calls; arguments are validated
 * in the host (`unknown` → typed), nothing crosses as an exception. Types only: the renderer imports nothing else from outside its folder.
 *
 * How the loopback host carries them: the page is opened as `/#token=TOKEN`; each call is `POST /api/NAME` with the arguments as JSON and the header
 * `Authorization: Bearer TOKEN`, answered with a `Reply` as JSON; `GET /api/events` (same header) is an event stream with one `data: ProgressEvent`
 * each. The desktop host exposes a `Transport` as `window.pingheng`. Both replace `__PINGHENG_NONCE__` in index.html by the style nonce of their CSP.
 */

export type Lang = "zh" | "en";

/** A problem in the language of the session. */
export interface ProblemView {
  readonly code: string;
  readonly message: string;
  readonly path: string;
  readonly hint?: string;
}

export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly ProblemView[] };

export interface TextView {
  readonly zh: string;
  readonly en: string;
}

export interface ExampleInfo {
  readonly id: string;
  readonly title: TextView;
  readonly summary: TextView;
}

export interface RecentFile {
  readonly path: string;
  readonly name: string;
  readonly openedAt: string;
  readonly missing: boolean;
}

export interface HostInfo {
  readonly kind: "electron" | "loopback";
  /** Grows when calls change their meaning; the face refuses a host that speaks another one. */
  readonly contract: 1;
  readonly version: string;
  /** The loopback host says why it stands in for Electron, when it does. */
  readonly notice?: TextView;
  /** File to open at start, given on the command line. */
  readonly initialSession?: string;
}

/** An open model. The document is the plain JSON of the model file (shape: docs/model.schema.json). */
export interface SessionView {
  readonly session: string;
  readonly name: string;
  /** Absent while the model was never saved (new models and examples open untitled). */
  readonly path?: string;
  readonly dirty: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** What undo/redo would do, for the menu. */
  readonly undoLabel?: string;
  readonly redoLabel?: string;
  /** Grows by one with every change; results name the version they belong to. */
  readonly version: number;
  readonly document: JsonObject;
  readonly problems: readonly ProblemView[];
  /** Present when nothing can be changed: why (a sealed file, no permission to write …). */
  readonly readOnly?: string;
}

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export interface Edit {
  /** `components/sale_1/inputs/price`, `components/sale_1/enabled`, `timeline/phases/build/months`, `conventions/drawTiming`, `project/name`, or an item of a list: `components/NEW_ID` (whole component), `customLines/ID`, … */
  readonly path: string;
  /** Absent: remove what is at the path. */
  readonly value?: Json;
}

// ── Catalogue: everything a form needs, generated from the mechanisms ──────────────────────────────────────────────

export interface FieldView {
  readonly name: string;
  readonly type:
    | "number"
    | "profile"
    | "month"
    | "flag"
    | "choice"
    | "status"
    | "party"
    | "plot"
    | "record"
    | "word"
    | "table";
  readonly label: TextView;
  readonly hint?: TextView;
  readonly unit?: string;
  readonly optional: boolean;
  readonly from?: number;
  readonly to?: number;
  readonly usual?: readonly [number, number];
  readonly integer?: boolean;
  readonly meaning?: "amount" | "rate" | "share";
  readonly options?: readonly { readonly word: string; readonly label: TextView }[];
  readonly partyRoles?: readonly string[];
  readonly columns?: readonly FieldView[];
  /** Stand-in when left empty: a rule-pack parameter with its reference and verification status. */
  readonly policy?: {
    readonly param: string;
    readonly value: string;
    readonly reference: string;
    readonly status: "law" | "policy" | "to_verify";
    readonly draft: boolean;
  };
}

export interface MechanismView {
  readonly id: string;
  readonly family: string;
  readonly familyLabel: TextView;
  readonly title: TextView;
  readonly summary: TextView;
  readonly clauses: readonly ClauseView[];
  readonly fields: readonly FieldView[];
}

export interface ClauseView {
  readonly id: string;
  readonly title: TextView;
  readonly text: TextView;
  readonly draft: boolean;
}

// ── Results ────────────────────────────────────────────────────────────────────────────────────────────────────────

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
  readonly firstFailing?: string;
  readonly lines: readonly string[];
}

export interface IndicatorView {
  readonly id: string;
  readonly label: TextView;
  readonly value: string | null;
  readonly unit: string;
  readonly note?: string;
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
  readonly lines: { readonly inflow: string; readonly outflow: string; readonly cumulative: string };
}

export interface FlowView {
  readonly from: string;
  readonly to: string;
  readonly fromLabel: string;
  readonly toLabel: string;
  /** 元 over the life; the gap, if any, is a flow from the node "gap". */
  readonly amount: number;
  /** Lines it is made of. */
  readonly lines: readonly string[];
}

export interface Board {
  readonly version: number;
  readonly scenario: string;
  readonly verdicts: readonly VerdictView[];
  readonly indicators: readonly IndicatorView[];
  readonly cash: CashPicture;
  readonly perspectives: readonly { readonly id: string; readonly label: string }[];
  readonly flows: readonly FlowView[];
  readonly problems: readonly ProblemView[];
  /** Conventions the numbers rest on, in words. */
  readonly conventions: readonly string[];
  readonly elapsedMs: number;
}

/** Record against kernel, run in the background after each change. */
export interface Agreement {
  readonly version: number;
  readonly scenario: string;
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
  /** One value per column; null where the line is broken or undefined. */
  readonly values: readonly (number | null)[];
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
  /** Line to explain; null where the row is a sum without a line of its own. */
  readonly line: string | null;
  readonly level: number;
  readonly unit: string;
  /** One value per column, the total first where the table has one; null where there is none. */
  readonly values: readonly (number | null)[];
}

export interface StatementView {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly string[];
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
  readonly ref: string;
  readonly label: TextView;
  readonly period: string;
  readonly value: string | null;
  readonly unit: string;
}

export interface Explanation {
  readonly line: string;
  readonly label: TextView;
  readonly period: string;
  readonly value: string | null;
  readonly unit: string;
  /** Formula in words and with ids. */
  readonly formula: TextView;
  readonly source: string;
  readonly terms: readonly ExplainTerm[];
  readonly clauses: readonly ClauseView[];
  readonly convention?: TextView;
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
      }
    | undefined;
  readonly recordValue?: string | null;
  readonly kernelValue?: number | null;
}

export interface SolveView {
  readonly vary: string;
  readonly until: string;
  readonly range: readonly [string, string];
  readonly roots: readonly { readonly value: string; readonly confirmed: boolean; readonly binding?: string }[];
  readonly message: string;
}

export interface ScenarioView {
  readonly id: string;
  readonly label: string;
  readonly parent?: string;
  readonly counts: readonly string[];
  readonly changes: readonly {
    readonly path: string;
    readonly label: string;
    readonly from: Json;
    readonly to: Json;
  }[];
}

// ── Calls ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Every call: its arguments and what it returns. `lang` decides the wording of problems and messages. */
export interface Calls {
  host: { args: { lang: Lang }; value: HostInfo };
  examples: { args: Record<string, never>; value: readonly ExampleInfo[] };
  recent: { args: Record<string, never>; value: readonly RecentFile[] };
  catalogue: {
    args: { session?: string; lang: Lang };
    value: {
      mechanisms: readonly MechanismView[];
      partyRoles: readonly { word: string; label: TextView }[];
      statuses: readonly { word: string; label: TextView }[];
    };
  };
  /** Opens an untitled copy. */
  openExample: { args: { id: string; lang: Lang }; value: SessionView };
  newModel: {
    args: { type: "renovation" | "new-build"; mode?: "rebuild" | "infill" | "rehabilitation"; lang: Lang };
    value: SessionView;
  };
  openPath: { args: { path: string; lang: Lang }; value: SessionView };
  /** A file the user picked or dropped in the browser host; contents base64. */
  openBytes: { args: { name: string; base64: string; lang: Lang }; value: SessionView };
  session: { args: { session: string; lang: Lang }; value: SessionView };
  /**
   * With `scenario` the edits go into that scenario's patch (an edit without value takes the path out of it), otherwise into the document.
   * Edits with the same `group` as the step before join that step, so that typing one number is one undo.
   */
  edit: {
    args: { session: string; scenario?: string; edits: readonly Edit[]; label: TextView; group?: string; lang: Lang };
    value: SessionView;
  };
  undo: { args: { session: string; lang: Lang }; value: SessionView };
  redo: { args: { session: string; lang: Lang }; value: SessionView };
  scenarios: { args: { session: string; lang: Lang }; value: readonly ScenarioView[] };
  board: { args: { session: string; scenario: string; perspective?: string; lang: Lang }; value: Board };
  agreement: { args: { session: string; scenario: string; lang: Lang }; value: Agreement };
  lines: {
    args: { session: string; scenario: string; match?: string; by: "period" | "year"; lang: Lang };
    value: LinesView;
  };
  /** The standard tables (all, or one by id), or with `perspective` the cash of one side. */
  statements: {
    args: {
      session: string;
      scenario: string;
      id?: string;
      by: "period" | "year";
      perspective?: string;
      lang: Lang;
    };
    value: StatementsView;
  };
  explain: {
    args: { session: string; scenario: string; line: string; period?: string; lang: Lang };
    value: Explanation;
  };
  /** Long work: progress arrives as events with this job id, `cancel` stops it. */
  solve: {
    args: {
      session: string;
      scenario: string;
      job: string;
      vary: string;
      until: string;
      min?: string;
      max?: string;
      lang: Lang;
    };
    value: SolveView;
  };
  cancel: { args: { job: string }; value: { cancelled: boolean } };
  /** Saves to the model's own file; a model never saved answers with code `session.needs_path`. */
  save: { args: { session: string; lang: Lang }; value: SessionView };
  /** In the browser host a file already there is replaced only with `replace`, otherwise the answer is `session.exists`. */
  saveAs: { args: { session: string; path: string; replace?: boolean; lang: Lang }; value: SessionView };
  /** The model file's bytes, for the browser host's download. */
  download: {
    args: { session: string; form: "pingheng" | "json"; lang: Lang };
    value: { name: string; base64: string };
  };
  close: { args: { session: string }; value: { closed: boolean } };
}

export type CallName = keyof Calls;

export interface ProgressEvent {
  readonly job: string;
  readonly done: number;
  readonly total: number;
}

/** What a host gives the face. */
export interface Transport {
  call<N extends CallName>(name: N, args: Calls[N]["args"]): Promise<Reply<Calls[N]["value"]>>;
  onProgress(listener: (event: ProgressEvent) => void): () => void;
  /** Native pickers of the desktop host; absent in the browser host, which uses file inputs and downloads. */
  readonly desktop?: {
    pickOpen(): Promise<string | null>;
    pickSave(suggestedName: string): Promise<string | null>;
    /** Menu commands and files opened from outside. */
    onCommand(listener: (command: { readonly name: string; readonly path?: string }) => void): () => void;
    setUnsaved(unsaved: boolean): void;
    /** Path of a file dropped on the window, so that saving goes back to it. */
    pathOfDropped?(file: File): string | null;
  };
}
