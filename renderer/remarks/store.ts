import { create } from "zustand";
import type { AnchorView, FieldView } from "../../app/contract.ts";
import { openDialog } from "../shell/navigation.ts";

/** What a reviewer is about to remark on or to audit. */
export interface Marked {
  readonly on: AnchorView;
  readonly anchor: string;
  readonly place: string;
  /** Of an input that can be audited: its field; of a row the fields of its columns. */
  readonly field?: FieldView;
  readonly columns?: readonly FieldView[];
}

export const useMarked = create<{ readonly marked: Marked | null }>()(() => ({ marked: null }));

/** Opens the dialog for a remark on a place, and for an audited figure where there can be one. */
export function mark(marked: Marked): void {
  useMarked.setState({ marked });
  openDialog("mark");
}

const QUARTER_MONTHS = 3;
const HALF_MONTHS = 6;

/** A cell by its month, which outlives a change of step: of a quarter or half-year its last month; a year and the total stay what they are. */
export function cellAnchor(line: string, period: string): string {
  if (period === "") return line;
  const [, year, step, number] = /^(\d{4})-([QH])(\d)$/.exec(period) ?? [];
  if (year === undefined) return `${line}@${period}`;
  const month = Number(number) * (step === "Q" ? QUARTER_MONTHS : HALF_MONTHS);
  return `${line}@${year}-${String(month).padStart(2, "0")}`;
}
