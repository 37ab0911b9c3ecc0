import { create } from "zustand";
import { openDialog } from "../shell/navigation.ts";

/** Why a pasted cell cannot be taken. */
export type PasteFault = "unreadable" | "noColumn" | "noRow" | "tooMany" | "period";

/** What a pasted cell does to the one it falls on, both as they are shown. */
export interface PlannedCell {
  /** Of where it falls: the row and the column as people see them. */
  readonly row: string;
  readonly column: string;
  /** Nothing where the cell is empty. */
  readonly before: string;
  readonly after: string;
  readonly fault?: PasteFault;
}

/** A pasted block before it is taken over. */
export interface PastePlan {
  /** Of the table or series. */
  readonly title: string;
  /** Cells that were pasted, row by row. */
  readonly cells: readonly PlannedCell[];
  /** Rows there are not yet. */
  readonly added: readonly string[];
  /** The first line repeats the heads of the columns and is left out. */
  readonly skipsHead: boolean;
  /** What else is to be known, in words. */
  readonly told?: readonly string[];
  /** Carries it out, as one edit. */
  readonly take: () => void;
}

export const usePasting = create<{ readonly plan: PastePlan | null }>()(() => ({ plan: null }));

/** Shows what a block would do; nothing is changed before that is agreed to. */
export function previewPaste(plan: PastePlan): void {
  usePasting.setState({ plan });
  openDialog("paste");
}

export const isChanged = ({ before, after, fault }: PlannedCell): boolean => fault === undefined && before !== after;
