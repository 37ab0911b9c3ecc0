// The history of a model file: revisions, seals, what changed, what can be proven.
import type { SessionView } from "../contract.ts";
import type { Json, ProblemView, TextView } from "./basics.ts";
import type { PlanView } from "./compare.ts";

/** A seal (封存) of a revision. */
export interface SealView {
  readonly at: string;
  readonly author: string;
  readonly note: string;
  readonly signature: "valid" | "invalid" | "none";
  /** Of the key that signed, in groups. */
  readonly fingerprint: string | null;
  /** The same as words, to be read aloud. */
  readonly words: TextView | null;
}

/** What the program entered into the chain of what it did; nobody can type one. */
export interface ActView {
  readonly at: string;
  readonly author: string;
  readonly label: TextView;
  /** Hash of what it was done to, in groups. */
  readonly of: string;
}

export interface RevisionView {
  /** From 1, in order of saving. */
  readonly number: number;
  readonly id: string;
  readonly parent: string | null;
  readonly at: string;
  readonly author: string;
  readonly note: string;
  /** Program and version that saved it. */
  readonly program: string | null;
  readonly isHead: boolean;
  /** As saved; empty where none were kept. */
  readonly verdicts: readonly { readonly id: string; readonly pass: boolean | null; readonly conditions: number }[];
  /** Results were kept that are none this program writes: nothing of them is shown. */
  readonly strange?: true;
  /** Rule packs, `ID@VERSION`; absent in revisions of earlier programs. */
  readonly packs?: readonly string[];
  readonly seals: readonly SealView[];
  readonly acts: readonly ActView[];
}

/** Empty for a model that was never saved as a model file. */
export interface RevisionsView {
  readonly revisions: readonly RevisionView[];
  /** Hash of the last entry of the chain, in groups: what a submitted plan prints. */
  readonly chain: string;
}

/** Who last saved a file that is not one's own, or that is sealed: nothing is changed in it before the person says how. */
export interface HeldView {
  readonly author: string;
  readonly at: string;
  readonly note: string;
  readonly sealed: boolean;
  readonly isOwn: boolean;
}

export interface DocumentChangeView {
  readonly kind: string;
  readonly kindLabel: string;
  readonly path: string;
  readonly label: string;
  readonly before: Json;
  readonly after: Json;
}

/** Two states of a model: what changed by meaning, and what it did to the verdicts and figures. */
export interface DiffView {
  readonly changes: readonly DocumentChangeView[];
  readonly before: PlanView;
  readonly after: PlanView;
}

export interface SealedView {
  /** End of the chain, in groups. */
  readonly chain: string;
  readonly seal: SealView | null;
  /** The key that signed: where it is kept, and whether it was made just now. */
  readonly key: {
    readonly fingerprint: string;
    readonly words: TextView;
    readonly path: string;
    readonly isNew: boolean;
  } | null;
}

export interface UnreproducedView {
  readonly line: string;
  readonly label: string;
  /** Decimal literals; null where there is no value. */
  readonly before: string | null;
  readonly after: string | null;
}

/** Why saved results prove nothing by themselves, although all figures in them may come out again. */
export type ResultFaultView =
  /** They are not what this program writes. */
  | "strange"
  /** They can be read, and the file has nothing they could be computed from. */
  | "unproven"
  | "no_figures"
  | "no_verdicts"
  /** They do not say on which rule packs they rest, as those of early programs. */
  | "no_packs"
  /** They name other rule packs than the document. */
  | "other_packs";

/** A light, undecided where `pass` is null, and under how many conditions it stands. */
export interface LightView {
  readonly pass: boolean | null;
  readonly conditions: number;
}

/** What can be proven of a file. A chain that does not hold is a refusal naming the revision or entry. */
export interface VerificationView {
  readonly revision: string;
  readonly at: string;
  readonly chain: { readonly revisions: number; readonly entries: number; readonly hash: string };
  readonly seals: readonly SealView[];
  readonly acts: readonly ActView[];
  readonly signed: boolean;
  /** What came after the last valid signature; null where nothing did, or there is none. */
  readonly unsigned: { readonly revisions: number; readonly entries: number } | null;
  /** Work in the file that was not saved, and that nothing proves. */
  readonly draft: { readonly author: string; readonly at: string } | null;
  /** Steps that could be undone or done again; they are no part of the chain. */
  readonly undo: number;
  readonly against: { readonly found: boolean; readonly since: number } | null;
  /** Results as saved against those computed from the file's own lines; null where none were saved. */
  readonly reproduction: { readonly figures: number; readonly differing: readonly UnreproducedView[] } | null;
  /** Why saved results prove nothing by themselves. */
  readonly faults: readonly ResultFaultView[];
  readonly cannot: ProblemView | null;
  /** What today's mechanisms and packs give instead. */
  readonly today: readonly {
    readonly scenario: string;
    readonly lines: number;
    /** The first of them, and how many there are. */
    readonly differences: readonly (UnreproducedView & { readonly unit: string; readonly period: string })[];
    readonly count: number;
    readonly problems: readonly ProblemView[];
  }[];
  /** Lights that were saved otherwise than today's mechanisms give them. */
  readonly verdicts: readonly {
    readonly id: string;
    /** Null where the results do not tell of it. */
    readonly stored: LightView | null;
    /** Null where there is no such verdict. */
    readonly today: LightView | null;
  }[];
}

/** Two copies edited apart: what clashes, and once all of it is chosen the merged model. */
export interface MergeView {
  /** Number of the revision both come from. */
  readonly common: number;
  /** Whether that tells who changed a place last; where not, every difference is a conflict. */
  readonly whole: boolean;
  /** How many places were taken from the other copy. */
  readonly taken: number;
  /** Work in the other copy that was not saved: it is not merged. */
  readonly draft: { readonly author: string; readonly at: string } | null;
  /** What the other copy has otherwise and is not taken, because a sheet of the tender is locked in one of them. */
  readonly left: readonly string[];
  readonly conflicts: readonly {
    readonly path: string;
    readonly label: string;
    readonly base: Json;
    readonly mine: Json;
    readonly theirs: Json;
  }[];
  /** Present once it was asked for and every conflict is chosen: one edit, to be saved as a revision. */
  readonly session?: SessionView;
}
