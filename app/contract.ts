/**
 * The one contract between the face and the product. Both hosts (Electron IPC, loopback HTTP) carry exactly these calls; arguments are validated
 * in the host (`unknown` → typed), nothing crosses as an exception. Types only: the renderer imports nothing else from outside its folder.
 *
 * How the loopback host carries them: the page is opened as `/#token=TOKEN`; each call is `POST /api/NAME` with the arguments as JSON and the header
 * `Authorization: Bearer TOKEN`, answered with a `Reply` as JSON; `GET /api/events` (same header) is an event stream with one `data: ProgressEvent`
 * each. The desktop host exposes a `Transport` as `window.pingheng`. Both replace `__PINGHENG_NONCE__` in index.html by the style nonce of their CSP.
 */

import type { LicenceView } from "./contract/about.ts";
import type { ActualsCalls } from "./contract/actuals.ts";
import type { AdviceView, BearerView } from "./contract/advise.ts";
import type { Lang, Reply, TextView } from "./contract/basics.ts";
import type { BidsView } from "./contract/bids.ts";
import type { MechanismView, RecordKindView } from "./contract/catalogue.ts";
import type { CompareView, StressView } from "./contract/compare.ts";
import type { Desktop } from "./contract/desktop.ts";
import type { ExchangeCalls } from "./contract/exchange.ts";
import type { ExperienceCalls } from "./contract/experience.ts";
import type { KeyCalls } from "./contract/keys.ts";
import type { FrontierView, LeversView, TurnView } from "./contract/levers.ts";
import type { PacksView } from "./contract/packs.ts";
import type { PortfolioView, StartsView } from "./contract/portfolio.ts";
import type { RenamingCalls } from "./contract/renaming.ts";
import type {
  Agreement,
  Board,
  Explanation,
  LinesView,
  ScenarioView,
  SolveView,
  StatementsView,
} from "./contract/results.ts";
import type { ReviewCalls } from "./contract/reviewCalls.ts";
import type { RuleBookView } from "./contract/rules.ts";
import type { Edit, HostInfo, KeptWork, SessionView } from "./contract/session.ts";
import type {
  SimulationChecksView,
  SimulationPartialView,
  SimulationView,
  SuggestionsView,
} from "./contract/simulate.ts";
import type { ExampleInfo, GuideStep, RecentFile, SimilarTo } from "./contract/starting.ts";

export type * from "./contract/about.ts";
export type * from "./contract/actuals.ts";
export type * from "./contract/advise.ts";
export type * from "./contract/audit.ts";
export type * from "./contract/basics.ts";
export type * from "./contract/bids.ts";
export type * from "./contract/catalogue.ts";
export type * from "./contract/compare.ts";
export type * from "./contract/desktop.ts";
export type { ImportView, MappingView } from "./contract/exchange.ts";
export type * from "./contract/experience.ts";
export type { KeyView } from "./contract/keys.ts";
export type * from "./contract/levers.ts";
export type * from "./contract/packs.ts";
export type * from "./contract/portfolio.ts";
export type { RenamedList } from "./contract/renaming.ts";
export type * from "./contract/results.ts";
export type * from "./contract/review.ts";
export type * from "./contract/revisions.ts";
export type * from "./contract/rules.ts";
export type * from "./contract/session.ts";
export type * from "./contract/simulate.ts";
export type * from "./contract/starting.ts";

// ── Calls ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Every call: its arguments and what it returns. `lang` decides the wording of problems and messages. */
export interface Calls extends ReviewCalls, ActualsCalls, ExchangeCalls, ExperienceCalls, KeyCalls, RenamingCalls {
  host: { args: { lang: Lang }; value: HostInfo };
  /** 开源许可: software by others that is shipped with the program. */
  licences: { args: Record<string, never>; value: readonly LicenceView[] };
  examples: { args: Record<string, never>; value: readonly ExampleInfo[] };
  recent: { args: Record<string, never>; value: readonly RecentFile[] };
  /** Forgets which files were opened; the files stay. */
  clearRecent: { args: Record<string, never>; value: { cleared: boolean } };
  catalogue: {
    args: { session?: string; lang: Lang };
    value: {
      mechanisms: readonly MechanismView[];
      partyRoles: readonly { word: string; label: TextView }[];
      statuses: readonly { word: string; label: TextView }[];
      recordKinds: readonly RecordKindView[];
      /** What a project may be expected to have, by the word under which a file says why there is none. */
      expected: readonly { word: string; label: TextView }[];
      guide: readonly GuideStep[];
    };
  };
  /** Opens an untitled copy. */
  openExample: { args: { id: string; lang: Lang }; value: SessionView };
  newModel: {
    args: {
      type: "renovation" | "new-build";
      mode?: "rebuild" | "infill" | "rehabilitation";
      /** Instead of an empty model. */
      like?: SimilarTo;
      lang: Lang;
    };
    value: SessionView;
  };
  /**
   * Locks the file of a model by a passphrase (`next` alone), changes it (both), or makes the file plain again (`current` alone). The file is
   * written at once; what was not saved stays a draft. A lost passphrase is final.
   */
  relock: {
    args: { session: string; scenario?: string; current?: string; next?: string; lang: Lang };
    value: SessionView;
  };
  /** A file that is locked is refused with `vault.needed` until its passphrase comes with the call. Opening can be cancelled by its job. With `readOnly` nothing is written beside the file either, and nobody is kept from writing it. */
  openPath: {
    args: { path: string; readOnly?: boolean; passphrase?: string; job?: string; lang: Lang };
    value: SessionView;
  };
  /** A file the user picked or dropped in the browser host; contents base64. */
  openBytes: {
    args: { name: string; base64: string; passphrase?: string; job?: string; lang: Lang };
    value: SessionView;
  };
  /** Calls that answer with an open model take the scenario chosen in the face, and say how it sees the document. */
  session: { args: { session: string; scenario?: string; lang: Lang }; value: SessionView };
  /**
   * The edits go into the patch of `scenario` (an edit without value takes the path out of it) where all of them are places a scenario may change, otherwise
   * into the document, which all scenarios share.
   * Edits with the same `group` as the step before join that step, so that typing one number is one undo.
   */
  edit: {
    args: { session: string; scenario?: string; edits: readonly Edit[]; label: TextView; group?: string; lang: Lang };
    value: SessionView;
  };
  undo: { args: { session: string; scenario?: string; lang: Lang }; value: SessionView };
  redo: { args: { session: string; scenario?: string; lang: Lang }; value: SessionView };
  scenarios: { args: { session: string; lang: Lang }; value: readonly ScenarioView[] };
  packs: { args: { session: string; lang: Lang }; value: PacksView };
  /** The rule book of the model's packs, in the versions it carries. */
  rules: { args: { session: string; scenario: string; lang: Lang }; value: RuleBookView };
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
  /** Why a cell is what it is: `LINE`, `LINE@PERIOD`, `LINE@YEAR` or `LINE@total`. */
  explain: {
    args: { session: string; scenario: string; cell: string; lang: Lang };
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
  /** Every input by what it does to a target. Long work, as `solve`. */
  levers: {
    args: { session: string; scenario: string; job: string; of: string; lang: Lang };
    value: LeversView;
  };
  /** One lever turned, while its slider moves: of the target last analysed. Nothing in the document changes. */
  turn: {
    args: { session: string; scenario: string; of: string; path: string; value: string; lang: Lang };
    value: TurnView;
  };
  /**
   * Scenarios side by side by the fast engine, each against the first; the figures of `of` (`LINE`, `LINE@PERIOD`, `LINE@YEAR`, `LINE@total`, a verdict) are taken
   * apart by what differs. Long work like `solve`.
   */
  compare: {
    args: { session: string; scenarios: readonly string[]; of: readonly string[]; job: string; lang: Lang };
    value: CompareView;
  };
  /** The standard stress set over a scenario: nothing is changed, the face adds what it takes. */
  stress: { args: { session: string; scenario: string; lang: Lang }; value: StressView };
  /** Where two inputs together just meet a target. Long work, as `solve`. */
  frontier: {
    args: { session: string; scenario: string; job: string; of: string; x: string; y: string; lang: Lang };
    value: FrontierView;
  };
  /** A portfolio: its members computed by the book of record and pooled. Long work, as `solve`. */
  portfolio: { args: { session: string; job: string; lang: Lang }; value: PortfolioView };
  /** Starts that keep pooled cash above its floor, grants within budgets, and meet the targets of numbers. Long work, as `solve`. */
  starts: { args: { session: string; job: string; lang: Lang }; value: StartsView };
  /** Bids on one footing, each against `against` (the first where left out). Long work, as `solve`. */
  bids: { args: { session: string; job: string; against?: string; lang: Lang }; value: BidsView };
  /** The file bidders fill in: the notice and an empty bid, and nothing that is secret. */
  /** The public key that bids are sealed to, as a file, and where its private half is kept; made where there is none and `make` is said. */
  tenderKey: {
    args: { make: boolean; lang: Lang };
    value: { name: string; base64: string; fingerprint: string; words: TextView; path: string; isNew: boolean };
  };
  /** The model, which is a filled-in bid, sealed to the public key in a file. */
  sealBid: {
    args: { session: string; key: string; lang: Lang };
    value: { name: string; base64: string; fingerprint: string; words: TextView; hash: string };
  };
  bidsNotice: { args: { session: string; lang: Lang }; value: { name: string; base64: string } };
  /** Puts the bid of a picked file beside the others; one on another tender or an earlier notice is refused. */
  takeBid: {
    args: { session: string; name: string; base64: string; passphrase?: string; lang: Lang };
    value: SessionView;
  };
  /** Locks the evaluation, after which the award sheet opens, or the award: a revision is saved, and the hash of the sheet entered beside it. */
  lockSheet: {
    args: { session: string; sheet: "evaluation" | "award"; by: string; lang: Lang };
    value: SessionView;
  };
  /** Puts a picked model file into a portfolio: as a new member, or as the document a member is known to need by its hash. */
  takeMember: {
    args: { session: string; member?: string; name: string; base64: string; passphrase?: string; lang: Lang };
    value: SessionView;
  };
  /**
   * Least painful changes that meet all of `until`, or with `funding` the cheapest mix of money that does; `weights` by side of the table. Long work, as `solve`.
   */
  advise: {
    args: {
      session: string;
      scenario: string;
      job: string;
      until: readonly string[];
      weights: Readonly<Partial<Record<BearerView, number | "no">>>;
      funding: boolean;
      lang: Lang;
    };
    value: AdviceView;
  };
  /**
   * So many draws of the uncertain inputs (`uncertainty` of the document): odds of the verdicts and of `until` (`LINE[@PERIOD]>=VALUE`, a verdict), the distributions of
   * `of` (indicators and cells; the usual ones where it is empty). Long work, as `solve`; what is there so far comes with its progress.
   */
  simulate: {
    args: {
      session: string;
      scenario: string;
      job: string;
      draws: number;
      seed: number;
      of: readonly string[];
      until: readonly string[];
      lang: Lang;
    };
    value: SimulationView;
  };
  /** The book of record on some draws of a simulation, asked for with the same words. Long work, as `solve`. */
  simulationChecks: {
    args: Calls["simulate"]["args"] & { which: readonly number[] };
    value: SimulationChecksView;
  };
  /** Inputs that have no distribution yet, with the ends within which they plausibly move; nothing is assumed of them. */
  suggestions: { args: { session: string; scenario: string; lang: Lang }; value: SuggestionsView };
  cancel: { args: { job: string }; value: { cancelled: boolean } };
  /** Saves to the model's own file; a model never saved answers with code `session.needs_path`. */
  save: { args: { session: string; scenario?: string; note?: string; lang: Lang }; value: SessionView };
  /** In the browser host a file already there is replaced only with `replace`, otherwise the answer is `session.exists`. */
  saveAs: {
    args: { session: string; scenario?: string; path: string; replace?: boolean; note?: string; lang: Lang };
    value: SessionView;
  };
  /** What was not saved stays kept, unless it is to be discarded. */
  close: { args: { session: string; discard?: boolean }; value: { closed: boolean } };
  /** Puts a file into the model (at most 20 MB); evidence and records refer to it by its hash. It answers with its id in the list `attachments`. */
  attach: {
    args: { session: string; scenario?: string; name: string; base64: string; lang: Lang };
    value: { view: SessionView; sha256: string };
  };
  /** The bytes of an attachment, to be saved as a copy. */
  attachment: { args: { session: string; sha256: string; lang: Lang }; value: { name: string; base64: string } };
  kept: { args: Record<string, never>; value: readonly KeptWork[] };
  openKept: { args: { id: string; passphrase?: string; lang: Lang }; value: SessionView };
  dropKept: { args: { id: string }; value: { dropped: boolean } };
  /** Goes on with the draft a model was opened with: in the model itself, or as a copy without a name where that cannot be changed. */
  takeDraft: { args: { session: string; scenario?: string; lang: Lang }; value: SessionView };
  /** Takes the draft a model was opened with away for good. */
  dropDraft: { args: { session: string; scenario?: string; lang: Lang }; value: SessionView };
  /** A model that cannot be changed becomes a copy without a name, which can. */
  editCopy: { args: { session: string; scenario?: string; lang: Lang }; value: SessionView };
}

export type CallName = keyof Calls;

export interface ProgressEvent {
  readonly job: string;
  readonly done: number;
  readonly total: number;
  /** Of a simulation: what the draws so far come to. */
  readonly partial?: SimulationPartialView;
}

/** What a host gives the face. */
export interface Transport {
  call<N extends CallName>(name: N, args: Calls[N]["args"]): Promise<Reply<Calls[N]["value"]>>;
  onProgress(listener: (event: ProgressEvent) => void): () => void;
  /** Pickers, printer and menu of the desktop host; absent in the browser host, which uses file inputs and downloads. */
  readonly desktop?: Desktop;
}
