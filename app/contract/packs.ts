// Rule packs as a file uses them.
import type { TextView } from "./basics.ts";

/** What a pack of the file is: today's text, an earlier one, one that bears a published name without being it, somebody's own, or not there. */
export type PackOrigin = "installed" | "earlier" | "changed" | "local" | "unknown";

export interface PackChangeView {
  readonly label: TextView;
  readonly unit: string;
  /** Decimal strings; null where there was or is none, or where only the words differ. */
  readonly before: string | null;
  readonly after: string | null;
}

export interface PackUseView {
  readonly id: string;
  readonly version: string;
  readonly title: TextView;
  /** Number of the document it is taken from, and who issued it. */
  readonly source: string;
  readonly draft: boolean;
  readonly origin: PackOrigin;
  /** Versions of that pack the program has, today's first. */
  readonly versions: readonly string[];
  /** The version the changes are measured against; absent where there is none. */
  readonly against?: string;
  /** Of an earlier text, from it to today's; of a changed one, from the published text to it. */
  readonly changes: readonly PackChangeView[];
  /** Clauses that differ. */
  readonly clauses: number;
}

/** A parameter some rule of the program reads, with the value it has in an installed pack. */
export interface KnownParameterView {
  readonly id: string;
  readonly label: TextView;
  readonly unit: string;
  readonly from: string;
  readonly value: string;
}

export interface PacksView {
  /** In the order in which they hold: where two have the same parameter, the first does. */
  readonly used: readonly PackUseView[];
  /** Installed ones the file does not list. */
  readonly offered: readonly Pick<PackUseView, "id" | "version" | "title" | "source" | "draft">[];
  /** What a pack of the user's own may say. */
  readonly known: readonly KnownParameterView[];
}
