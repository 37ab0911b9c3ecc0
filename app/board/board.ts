import { standingsOf } from "../../models/checks/documents/standing.ts";
import { statementFrame } from "../../models/compile/expand.ts";
import { filledBindings } from "../../models/compile/filled.ts";
import type { Prepared } from "../../models/compile/prepare.ts";
import { RecordDecimal } from "../../models/engines/arithmetic/decimal.ts";
import { resultsOf, type Results as ValuesOf } from "../../models/results/results.ts";
import { sidesOf } from "../../models/statements/sides.ts";
import type { Board, Lang } from "../contract.ts";
import { answerViews } from "../model/answer.ts";
import { cellOf, decimalText, kernelResultsOf, missingViews, type Results } from "../model/results.ts";
import { shown } from "../model/shown.ts";
import { trustIn, trustView } from "../model/trust.ts";
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
  // First, for the next run of the kernel takes its memory.
  const entered = enteredSoFar(prepared);
  const results = kernelResultsOf(prepared);
  const parts = { prepared, results: results.values, lang };
  const sides = sidesOf(statementFrame(prepared.document).parties);
  const chosen = sides.find(({ id }) => id === perspective) ?? sides[0];
  if (chosen === undefined) throw new Error("every model has the side of the project");
  return {
    verdicts: verdictViews(results, parts.results, entered, lang),
    answer: answerViews(results, lang),
    indicators: indicatorViews(results, parts.results, lang),
    cash: cashPicture(chosen, parts),
    perspectives: sides.map(({ id, label }) => ({ id, label: label[lang] })),
    flows: flowsOf(parts),
    problems: problemViews(results.problems, lang),
    expected: results.expected.map(({ path, name, message }) => ({
      path,
      name: name[lang],
      message: message[lang],
    })),
    records: standingsOf(prepared.document, results.values).map(({ id, holds, because, uses }) => ({
      id,
      holds,
      because: because[lang],
      uses: uses.map((use) => ({ ...use, name: use.name[lang] })),
    })),
    trust: trustView(trustIn(results, []), lang),
    conventions: conventionsInWords(prepared, lang),
    elapsedMs: now() - start,
  };
}

/** Margins of the verdicts with 0 for what is missing; none where nothing is. */
function enteredSoFar(prepared: Prepared): ReadonlyMap<string, number> {
  const { graph, bindings } = prepared;
  const filled = filledBindings(graph, bindings);
  if (filled === undefined) return new Map();
  const values = resultsOf(prepared.kernel().run(filled), prepared.frame);
  const margins = graph.lines.flatMap(({ id }) => {
    const [, verdict] = /^verdict\.(B\d)\.margin$/.exec(id) ?? [];
    const value = verdict === undefined ? undefined : values.scalar(id);
    return verdict === undefined || value === undefined ? [] : [[verdict, value] as const];
  });
  return new Map(margins);
}

function verdictViews(
  { verdicts, prepared }: Results,
  values: Values,
  entered: ReadonlyMap<string, number>,
  lang: Lang,
): Board["verdicts"] {
  const partOf = (id: string) => {
    const [value, line] = [entered.get(id), prepared.graph.indexById.get(`verdict.${id}.margin`)];
    const unit = prepared.graph.lines[line ?? -1]?.unit ?? "1";
    return value === undefined ? {} : { entered: { value: decimalText(new RecordDecimal(value), unit), unit } };
  };
  return verdicts.map(
    ({ id, title, definition, pass, margin, unit, message, reason, missing, firstFailing, lines }) => ({
      id,
      title,
      definition,
      pass,
      ...(margin === undefined ? {} : { margin: decimalText(margin, unit ?? "1") }),
      ...(unit === undefined ? {} : { unit }),
      message: shown(lang)(message),
      ...(reason === undefined ? {} : { reason }),
      ...(missing === undefined ? {} : { missing: missingViews(missing, lang) }),
      ...(pass === null && reason === "incomplete" ? partOf(id) : {}),
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
    ...(note === undefined ? {} : { note: shown(lang)(note) }),
    ...cellOf(values, id),
  }));
}
