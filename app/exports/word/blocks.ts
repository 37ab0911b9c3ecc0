import type { Lang } from "../../contract.ts";

/** A piece of a text document. Texts are words and nothing else, whatever stands in them. */
export type Block =
  | { readonly kind: "heading"; readonly level: 1 | 2; readonly text: string }
  /** A heading without a number: an annex, a table of it. */
  | { readonly kind: "annex"; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: "paragraph"; readonly look: ParagraphLook; readonly text: string }
  /** Above a table, numbered through the document. */
  | { readonly kind: "caption"; readonly text: string }
  | TableBlock
  | ChartBlock
  /** Where the table of contents stands. */
  | { readonly kind: "contents"; readonly title: string };

/** Looks are styles of the document, which a clerk can change in one place. */
export type ParagraphLook = "title" | "subtitle" | "heading" | "mark" | "body" | "item" | "note" | "unit";

export interface TableBlock {
  readonly kind: "table";
  /** Of the columns, in parts of the width there is. */
  readonly widths: readonly number[];
  /** Repeated on every page; none where the first column says what the others are. */
  readonly head?: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
  /** Small print for many columns. */
  readonly small?: true;
  /** On one page, where it fits. */
  readonly kept?: true;
}

/** A chart that Word draws itself and a page has as a picture, with its caption below it, numbered through the document. */
export interface ChartBlock {
  readonly kind: "chart";
  readonly caption: string;
  /** What its values are in. */
  readonly unit: string;
  readonly categories: readonly string[];
  readonly bars: readonly ChartSeries[];
  readonly line?: ChartSeries;
}

export interface ChartSeries {
  readonly name: string;
  /** One a category; null where there is no value. */
  readonly values: readonly (number | null)[];
}

export interface TableCell {
  readonly text: string;
  readonly align?: "right" | "center";
  readonly bold?: boolean;
  /** How far it stands in, in characters. */
  readonly indent?: number;
}

/** Pages of one shape. */
export interface WordSection {
  readonly landscape: boolean;
  /** Its first page has neither header nor footer. */
  readonly cover?: true;
  readonly blocks: readonly Block[];
}

export interface WordDocument {
  readonly title: string;
  readonly author: string;
  /** At the head of every page. */
  readonly header: string;
  readonly sections: readonly WordSection[];
  /** Stands in the file, also as the time of its parts. */
  readonly made: Date;
  readonly lang: Lang;
}
