// What leaves as a file of its own.
import type { SessionView } from "../contract.ts";
import type { Lang, ProblemView } from "./basics.ts";

export interface ExchangeCalls {
  /** The model file's bytes, for the browser host's download. */
  download: {
    args: { session: string; form: "pingheng" | "json"; lang: Lang };
    value: { name: string; base64: string };
  };
  /** A scenario by the book of record as a workbook (.xlsx): the whole model with live formulas, or the standard tables to be printed in a unit of money; as a template or a bid form to be filled in (.xlsx); or a paper of it: the funding plan, the opinion of the review, the monitoring sheet of the year, the comparison of bids, the formula book, the statements, the board; or our template of Word to start from. Long work, as `solve`. */
  exportWorkbook: {
    args: {
      session: string;
      scenario: string;
      job: string;
      form:
        | "model"
        | "tables"
        | "template"
        | "bidForm"
        | "plan"
        | "opinion"
        | "monitoring"
        | "bids"
        | "formulas"
        | "statements"
        | "board"
        | "wordTemplate";
      /** Of a paper: a file for Word, or a page that a browser prints to paper or to a PDF. */
      as?: "docx" | "html";
      unit: "yuan" | "wan";
      /** The bid that a bid form shows; an empty form without one. */
      bid?: string;
      /** Of a paper for Word: a .docx whose styles, pages, headers and footers it takes. */
      template?: { name: string; base64: string };
      lang: Lang;
    };
    /** With what of the template could not be used. */
    value: { readonly name: string; readonly base64: string; readonly told: readonly ProblemView[] };
  };
  /** A filled template, bid form or workbook (.xlsx) looked through: what it would change and what is wrong with it; without faults it is taken over where that is asked for, as one step of undo or as a new model. */
  importSheets: {
    args: {
      session?: string;
      scenario?: string;
      name: string;
      path?: string;
      base64?: string;
      /** Into the open model, or as a model of its own. */
      as: "open" | "new";
      apply: boolean;
      /** By which it can be cancelled. */
      job?: string;
      lang: Lang;
    };
    value: ImportView;
  };
  /** A table of any .xlsx or text file mapped to a table or series of the model: what is not chosen is guessed; taken over as one step of undo where that is asked for and nothing is wrong. Values alone: no formula is calculated. */
  mapTables: {
    args: {
      session: string;
      scenario: string;
      job: string;
      name: string;
      path?: string;
      base64?: string;
      sheet?: string;
      /** Row of the headings, from 1; 0 without any. */
      head?: number;
      /** Path of an input, or its key where the path is of another model. */
      target?: string;
      /** Column of the file, from 1, by code of the field. */
      columns?: Readonly<Record<string, number>>;
      unit?: "yuan" | "wan";
      /** Rows are put behind those there are, or in their place. */
      mode?: "add" | "replace";
      apply: boolean;
      lang: Lang;
    };
    value: MappingView;
  };
}

/** How a table of a file is mapped, and what it would change. */
export interface MappingView extends ImportView {
  readonly sheets: readonly string[];
  readonly sheet: string;
  readonly head: number;
  /** What forms with these headings are known by. */
  readonly signature: string;
  readonly columns: readonly {
    readonly column: number;
    readonly letters: string;
    readonly head: string;
    readonly samples: readonly string[];
    /** Code of the field it goes to. */
    readonly field: string | null;
  }[];
  readonly targets: readonly { readonly path: string; readonly label: string; readonly type: "table" | "series" }[];
  readonly target: string;
  /** The same input of whichever component. */
  readonly key: string;
  readonly type: "table" | "series";
  readonly fields: readonly {
    readonly code: string;
    readonly label: string;
    readonly unit: string;
    readonly isNeeded: boolean;
  }[];
  readonly unit: "yuan" | "wan";
  readonly mode: "add" | "replace";
  /** Rows that are read. */
  readonly count: number;
}

/** What a spreadsheet would change, cell by cell, and every fault at its cell. */
export interface ImportView {
  readonly changes: readonly {
    readonly cell: string;
    readonly path: string;
    readonly label: string;
    readonly before: string;
    readonly after: string;
  }[];
  readonly faults: readonly ProblemView[];
  /** How it was understood where that is not plain. */
  readonly told: readonly ProblemView[];
  /** The model it was taken over into. */
  readonly session?: SessionView;
}
