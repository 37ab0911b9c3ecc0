import type { SessionView } from "../contract.ts";
import type { AuditView, OpinionView, RemarkView, ReviewStressView } from "./audit.ts";
import type { Lang } from "./basics.ts";
import type { DiffView, MergeView, RevisionsView, SealedView, VerificationView } from "./revisions.ts";

/** Calls about the history of a file and about what a reviewer adds to it. */
export interface ReviewCalls {
  /** Remarks of the document with their places in words; they are written by edits (`remarks/ID`). */
  remarks: { args: { session: string; scenario: string; lang: Lang }; value: readonly RemarkView[] };
  /** 送审—审定—核增减 over a scenario, by the book of record; figures are written by edits (`audit/ID`, `declared/ID`). Long work, as `solve`. */
  audit: { args: { session: string; scenario: string; job: string; lang: Lang }; value: AuditView };
  /** The standard stress set and values of one's own over the audited plan, by the book of record; they are written by edits (`stress/ID`). Long work, as `solve`. */
  reviewStress: { args: { session: string; scenario: string; job: string; lang: Lang }; value: ReviewStressView };
  /** 审核意见 composed from findings, remarks and audited figures. Long work, as `solve`. */
  opinion: { args: { session: string; scenario: string; job: string; lang: Lang }; value: OpinionView };
  /** The name revisions are saved under; with `name` it is changed. Kept on this machine. */
  person: { args: { name?: string; lang: Lang }; value: { readonly name: string } };
  /** Ends the hold on a file that is not one's own, or sealed: work goes on in the file, or in a copy that keeps its history. */
  release: { args: { session: string; scenario?: string; to: "file" | "copy"; lang: Lang }; value: SessionView };
  revisions: { args: { session: string; lang: Lang }; value: RevisionsView };
  /** Two revisions by id, or with an empty id the model as it stands, by the book of record. Long work, as `solve`. */
  diff: { args: { session: string; from: string; to: string; job: string; lang: Lang }; value: DiffView };
  /** Makes the model what it was at a revision: an edit that can be undone; saved, it is a revision of its own. */
  restore: { args: { session: string; scenario?: string; revision: string; lang: Lang }; value: SessionView };
  /**
   * Another copy of the file, edited apart, merged by meaning against the newest revision both hold. Conflicts are answered until each is chosen; with `apply` and all of
   * them chosen the model becomes what both come to. The copy is named by its path, or handed over as base64.
   */
  merge: {
    args: {
      session: string;
      scenario?: string;
      name: string;
      path?: string;
      base64?: string;
      choices: readonly { readonly path: string; readonly side: "mine" | "theirs" }[];
      /** Of the other copy, where it is locked by another than this file. */
      passphrase?: string;
      apply: boolean;
      lang: Lang;
    };
    value: MergeView;
  };
  /** Seals the newest revision; what was not saved is refused with `seal.unsaved`. */
  seal: {
    /** A signing key behind a passphrase is refused with `vault.needed` until that comes with the call. */
    args: { session: string; by: string; note: string; sign: boolean; passphrase?: string; lang: Lang };
    value: SealedView;
  };
  /** The file as it is on the drive: chain, seals, results, and what today's mechanisms give. Long work, as `solve`. */
  verify: {
    args: { session: string; revision?: string; against?: string; job: string; lang: Lang };
    value: VerificationView;
  };
}
