import type { Axis, LineKind } from "../../models/language/line.ts";
import type { Text } from "../../models/wording/text.ts";

/** A formula with what it gives in the small project of `world.ts`; a test runs it through both engines. */
export interface Example {
  readonly formula: string;
  /** One value a period, or one for all, to six digits; "–" is a cell without an answer. */
  readonly gives: string;
  /** 元 a period unless said otherwise. */
  readonly unit?: string;
  readonly kind?: LineKind;
  readonly axis?: Axis;
}

/** What is said of a function in the language guide. */
export interface FunctionEntry {
  /** How it is called: `lowest(x[, where])`, optional arguments in brackets. */
  readonly takes: string;
  readonly means: Text;
  /** Units of arguments and result where it is no operation of the core; equal letters are equal units. */
  readonly units?: string;
  readonly example: Example;
}

export type Entries = Readonly<Record<string, FunctionEntry>>;

export const entry = (
  takes: string,
  zh: string,
  en: string,
  example: Example,
  extra: Pick<FunctionEntry, "units"> = {},
): FunctionEntry => ({ takes, means: { zh, en }, example, ...extra });

/** One value for the whole life. */
export const single = { kind: "scalar", axis: "scalar" } as const;
/** One plain number for the whole life. */
export const number = { ...single, unit: "1" } as const;
/** A level in every period. */
export const level = { kind: "stock" } as const;
/** A plain number in every period. */
export const plain = { kind: "rate", unit: "1" } as const;
