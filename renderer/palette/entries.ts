import type { TextView } from "../../app/contract.ts";
import type { Sought } from "../search/search.ts";

/** 面板里的一类: what an entry of the palette is. */
export type EntryKind =
  | "action"
  | "page"
  | "component"
  | "input"
  | "line"
  | "table"
  | "indicator"
  | "verdict"
  | "party"
  | "record"
  | "setting"
  | "scenario";

/** Something the palette finds, and what choosing it does. */
export interface Entry {
  /** By which it is remembered. */
  readonly id: string;
  readonly kind: EntryKind;
  readonly label: TextView;
  /** Where it is, or what it is of. */
  readonly where?: TextView | undefined;
  /** The code by which formulas call it. */
  readonly code?: string;
  readonly keys?: readonly string[];
  readonly run: () => void;
}

export const soughtOf = ({ label, where, code }: Entry): Sought => ({
  names: [label.zh, label.en, ...(code === undefined ? [] : [code])],
  ...(where === undefined ? {} : { about: [where.zh, where.en] }),
});
