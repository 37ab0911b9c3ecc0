import { enginesEn } from "./en/engines.ts";
import type { LineName } from "./language.ts";
import type { Problem } from "./problem.ts";
import type { Text } from "./text.ts";
import { enginesZh } from "./zh/engines.ts";

/** The cell a problem speaks of. */
export interface CellPlace {
  readonly line: LineName;
  /** 1..T; 0 for a scalar line or an opening value. */
  readonly period: number;
  /** Absolute month (year*12 + month-1) of the period's first month, for periods from 1 on. */
  readonly month: number | undefined;
}

/** What each reason for a cell without a value has to say. */
export interface EngineArgs {
  readonly divisionByZero: CellPlace;
  readonly powerUndefined: CellPlace;
  readonly logUndefined: CellPlace;
  readonly rootUndefined: CellPlace;
  readonly tooLarge: CellPlace;
  readonly tableOrder: CellPlace;
  readonly noOperand: CellPlace;
  readonly missingInput: CellPlace;
  readonly finance: CellPlace & { readonly fn: string; readonly reason: Text };
  readonly restsOnGap: CellPlace & { readonly source: LineName };
}

export type EngineCode = keyof EngineArgs;

interface Wording {
  readonly message: string;
  readonly hint?: string;
}

/** One language's wording: the same keys in every language, checked by the compiler. */
export type EngineWording = { readonly [K in EngineCode]: (args: EngineArgs[K]) => Wording };

/** The problem `cell.CODE` at a document path, worded in both languages. */
export function engineProblem<K extends EngineCode>(code: K, args: EngineArgs[K], path: string): Problem {
  const zh = enginesZh[code](args);
  const en = enginesEn[code](args);
  const message: Text = { zh: zh.message, en: en.message };
  if (zh.hint === undefined || en.hint === undefined) return { code: `cell.${code}`, message, path };
  return { code: `cell.${code}`, message, path, hint: { zh: zh.hint, en: en.hint } };
}
