import type { Prepared } from "../../models/compile/prepare.ts";
import type { Board, Lang } from "../contract.ts";
import { decimalText, kernelResultsOf, type Results } from "../model/results.ts";
import { problemViews } from "../wording.ts";
import { cashPicture } from "./cashPicture.ts";
import { conventionsInWords } from "./conventions.ts";
import { flowsOf } from "./flows.ts";
import { MoneyLines } from "./money.ts";
import { perspectivesOf } from "./perspectives.ts";

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
  const money = new MoneyLines(prepared, results.evaluation);
  const perspectives = perspectivesOf(prepared.document.parties);
  const chosen = perspectives.find(({ id }) => id === perspective) ?? perspectives[0];
  if (chosen === undefined) throw new Error("every model has the perspective of the project");
  return {
    verdicts: verdictViews(results, lang),
    indicators: indicatorViews(results, lang),
    cash: cashPicture(chosen, { prepared, view: results.view, money, lang }),
    perspectives: perspectives.map(({ id, label }) => ({ id, label: label[lang] })),
    flows: flowsOf({ prepared, view: results.view, money, lang }),
    problems: problemViews(results.problems, lang),
    conventions: conventionsInWords(prepared, lang),
    elapsedMs: now() - start,
  };
}

function verdictViews({ verdicts }: Results, lang: Lang): Board["verdicts"] {
  return verdicts.map(({ id, title, definition, pass, margin, unit, message, firstFailing, lines }) => ({
    id,
    title,
    definition,
    pass,
    ...(margin === undefined ? {} : { margin: decimalText(margin, unit ?? "1") }),
    ...(unit === undefined ? {} : { unit }),
    message: message[lang],
    ...(firstFailing === undefined ? {} : { firstFailing }),
    lines,
  }));
}

function indicatorViews({ indicators }: Results, lang: Lang): Board["indicators"] {
  return indicators.map(({ id, label, value, unit, note }) => ({
    id,
    label,
    value: value === null ? null : decimalText(value, unit),
    unit,
    ...(note === undefined ? {} : { note: note[lang] }),
  }));
}
