// Catalogue: everything a form needs, generated from the mechanisms.
import type { TextView } from "./basics.ts";

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
  /** What stands for a value that is left out; "not given" where absent. */
  readonly whenEmpty?: TextView;
  readonly from?: number;
  readonly to?: number;
  readonly usual?: readonly [number, number];
  readonly integer?: boolean;
  /** A price of one piece: shown and typed in 元, never in 万元. */
  readonly perUnit?: boolean;
  /** Shares that add up to 1: none of them is sought by itself. */
  readonly ofWhole?: boolean;
  /** Sentences, shown on as many lines as they take. */
  readonly long?: boolean;
  /** The end of a phase is its last month for this month, not the month after it. */
  readonly lastMonth?: boolean;
  readonly meaning?: "amount" | "rate" | "share";
  readonly options?: readonly { readonly word: string; readonly label: TextView }[];
  readonly partyRoles?: readonly string[];
  readonly columns?: readonly FieldView[];
  /** Stand-in when left empty: a rule-pack parameter with its reference and verification status. */
  readonly policy?: {
    readonly param: string;
    readonly value: string;
    readonly reference: string;
    readonly status: "law" | "policy" | "practice" | "to_verify";
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

/** A kind of dated fact, and what can be written down with it; what its rule reads is not optional. */
export interface RecordKindView {
  readonly word: string;
  readonly label: TextView;
  readonly fields: readonly FieldView[];
}

export interface ClauseView {
  readonly id: string;
  readonly title: TextView;
  readonly text: TextView;
  readonly draft: boolean;
  /** 《法律》(文号)第几条; absent where no pack of the file has it. */
  readonly source?: TextView;
  /** The parts of it, where the pack says them. */
  readonly law?: TextView;
  /** 文号 */
  readonly number?: string;
  readonly article?: string;
}
