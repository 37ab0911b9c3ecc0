import type { Decimal } from "decimal.js";
import type { FormulaDecl } from "../../language/line.ts";
import type { NoAnswerCode } from "../../operations/reducers/answer.ts";
import type { ProjectConventions } from "../../terms/conventions.ts";
import type { Text } from "../../wording/text.ts";
import { system } from "../system.ts";
import type { StatementFacts } from "../tables/facts.ts";

/** What a note says comes from lines too. */
export interface NoteReader {
  readonly conventions: ProjectConventions;
  value(line: string): Decimal | undefined;
  /** Label of the period, or of the statement year, whose number a line holds; empty where it has none. */
  period(line: string): string;
  year(line: string): string;
}

/** A result with a name outsiders rely on: one line of the graph, and the words that stand beside its value. */
export interface IndicatorSpec {
  /** Id of the line. */
  readonly id: string;
  readonly label: Text;
  /** As the formula language spells it. */
  readonly unit: string;
  /** Unit outsiders are told, where the language has no word for it. */
  readonly shownIn?: string;
  readonly formula: string;
  /** A line others rest on, such as the year of a lowest ratio: no result of its own. */
  readonly aside?: true;
  /** A value a period instead of one. */
  readonly series?: true;
  readonly convention?: Text;
  /** What stands beside a value. */
  readonly note?: (read: NoteReader) => Text | undefined;
  /** Why there is no answer: words for what a reducer of this formula says, and for `none.WORD` where `REASONS` has none. */
  readonly reasons?: Readonly<Partial<Record<NoAnswerCode, Text>> & Record<string, Text>>;
}

/** A family of results: what it holds depends on what the model has. */
export type IndicatorTable = (facts: StatementFacts) => readonly IndicatorSpec[];

type More = Partial<Omit<IndicatorSpec, "id" | "label" | "unit" | "formula">>;

export function indicator(id: string, zh: string, en: string, unit: string, formula: string, more: More = {}): IndicatorSpec {
  return { id, label: { zh, en }, unit, formula, ...more };
}

/** A line beside the results. */
export function aside(id: string, zh: string, en: string, unit: string, formula: string, more: More = {}): IndicatorSpec {
  return { id, label: { zh, en }, unit, formula, aside: true, ...more };
}

export function lineOfIndicator({ id, label, unit, formula, series, convention }: IndicatorSpec): FormulaDecl {
  const decl = system(id, label.zh, label.en, unit, series === true ? (unit === "CNY" ? "flow" : "rate") : "scalar", formula);
  return convention === undefined ? decl : { ...decl, convention };
}
