import { statementFrame } from "../../models/compile/expand.ts";
import type { Prepared } from "../../models/compile/prepare.ts";
import type { Results as ValuesOf } from "../../models/results/results.ts";
import { sidesOf } from "../../models/statements/sides.ts";
import type { Board, Lang } from "../contract.ts";
import { decimalText, kernelResultsOf, missingViews, type Results } from "../model/results.ts";
import { problemViews } from "../wording.ts";
import { cashPicture } from "./cashPicture.ts";
import { conventionsInWords } from "./conventions.ts";
import { flowsOf } from "./flows.ts";

type Values = ValuesOf<number>;

export interface BoardQuestion {
  readonly perspective?: string;
  readonly lang: Lang;
  /** Milliseconds of a clock, for saying how long it took. */
  readonly now: () => number;
}

/** The board of a scenario from the fast engine: verdicts, indicators, cash by perspective, sources and uses. */
export function boardOf(
  prepared: Prepared,
  { perspective, lang, now }: BoardQuestion,
): Omit<Board, "version" | "scenario"> {
  const start = now();
  const results = kernelResultsOf(prepared);
  const parts = { prepared, results: results.values, lang };
  const sides = sidesOf(statementFrame(prepared.document).parties);
  const chosen = sides.find(({ id }) => id === perspective) ?? sides[0];
  if (chosen === undefined) throw new Error("every model has the side of the project");
  return {
    verdicts: verdictViews(results, parts.results, lang),
    indicators: indicatorViews(results, parts.results, lang),
    cash: cashPicture(chosen, parts),
    perspectives: sides.map(({ id, label }) => ({ id, label: label[lang] })),
    flows: flowsOf(parts),
    problems: problemViews(results.problems, lang),
    conventions: conventionsInWords(prepared, lang),
    elapsedMs: now() - start,
  };
}

function verdictViews({ verdicts }: Results, values: Values, lang: Lang): Board["verdicts"] {
  return verdicts.map(
    ({ id, title, definition, pass, margin, unit, message, reason, missing, firstFailing, lines }) => ({
      id,
      title,
      definition,
      pass,
      ...(margin === undefined ? {} : { margin: decimalText(margin, unit ?? "1") }),
      ...(unit === undefined ? {} : { unit }),
      message: message[lang],
      ...(reason === undefined ? {} : { reason }),
      ...(missing === undefined ? {} : { missing: missingViews(missing, lang) }),
      ...(firstFailing === undefined ? {} : { firstFailing }),
      lines,
      ...cellOf(values, `verdict.${id}.margin`),
    }),
  );
}

function indicatorViews({ indicators }: Results, values: Values, lang: Lang): Board["indicators"] {
  return indicators.map(({ id, label, value, unit, note }) => ({
    id,
    label,
    value: value === null ? null : decimalText(value, unit),
    unit,
    ...(note === undefined ? {} : { note: note[lang] }),
    ...cellOf(values, id),
  }));
}

/** A result that is a line explains itself. */
const cellOf = (values: Values, id: string): { readonly cell?: string } => (values.has(id) ? { cell: id } : {});
