import type { Decimal } from "decimal.js";
import { verdictsOf } from "../../models/checks/verdicts/index.ts";
import type { Verdict } from "../../models/checks/verdicts/verdict.ts";
import { statementFrame } from "../../models/compile/expand.ts";
import { type EngineName, evaluate, type Prepared } from "../../models/compile/prepare.ts";
import type { Evaluation, KernelEvaluation } from "../../models/engines/index.ts";
import { resultsOf as readResults, type Results as Values } from "../../models/results/results.ts";
import { type Indicator, Teller } from "../../models/statements/indicators/read.ts";
import { factsOf } from "../../models/statements/tables/facts.ts";
import { type ModelView, viewOf } from "../../models/statements/view.ts";
import type { Problem } from "../../models/wording/problem.ts";
import type { Lang } from "../contract.ts";
import { problemViews } from "../wording.ts";

/** What an evaluation says about a scenario, before it is worded. */
export interface Results {
  readonly prepared: Prepared;
  readonly engine: EngineName;
  readonly view: ModelView;
  readonly values: Values<Decimal> | Values<number>;
  readonly indicators: readonly Indicator[];
  readonly verdicts: readonly Verdict[];
  readonly problems: readonly Problem[];
}

export interface KernelResults extends Results {
  /** Valid until the kernel's next run. */
  readonly evaluation: KernelEvaluation;
}

/** Results of the kernel with the evaluation they were read from. */
export function kernelResultsOf(prepared: Prepared): KernelResults {
  const evaluation = prepared.kernel().run(prepared.bindings);
  return { ...resultsIn(prepared, "kernel", evaluation), evaluation };
}

export function resultsOf(prepared: Prepared, engine: EngineName): Results {
  return resultsIn(prepared, engine, evaluate(prepared, engine));
}

function resultsIn(
  prepared: Prepared,
  engine: EngineName,
  evaluation: Evaluation<Decimal> | Evaluation<number>,
): Results {
  const view = viewOf(evaluation, prepared.frame);
  const facts = factsOf(prepared.graph.lines, statementFrame(prepared.document));
  const values = readResults(evaluation as Evaluation<Decimal>, prepared.frame);
  const teller = new Teller(values, facts);
  return {
    prepared,
    engine,
    view,
    values,
    indicators: teller.indicators(),
    verdicts: verdictsOf(teller, facts),
    problems: [...prepared.problems, ...evaluation.gaps.problems],
  };
}

/** The JSON other programs rely on: values are decimal strings, or null with a note. */
export function evaluateJson(
  { prepared, engine, indicators, verdicts, problems }: Results,
  lang: Lang,
  revision: string,
) {
  const { document } = prepared;
  return {
    model: { name: document.project.name, revision },
    scenario: prepared.scenario,
    engine,
    timeline: { start: document.timeline.start, step: document.timeline.step, periods: document.timeline.periods },
    verdicts: verdicts.map((verdict) => ({
      id: verdict.id,
      pass: verdict.pass,
      margin: verdict.margin === undefined ? null : decimalText(verdict.margin, verdict.unit ?? "1"),
      unit: verdict.unit ?? null,
      message: verdict.message[lang],
      firstFailing: verdict.firstFailing ?? null,
      lines: verdict.lines,
    })),
    indicators: Object.fromEntries(
      indicators.map(({ id, value, unit, note }) => [
        id,
        {
          value: value === null ? null : decimalText(value, unit),
          unit,
          ...(note === undefined ? {} : { note: note[lang] }),
        },
      ]),
    ),
    problems: problemViews(problems, lang),
  };
}

/** Decimal literal of a result: money to the fen, areas to 0.01 ㎡, the rest to ten digits; never an exponent. */
export function decimalText(value: Indicator["value"] & object, unit: string): string {
  const digits =
    unit === "CNY" || unit === "m2" || unit === "CNY/household"
      ? 2
      : unit === "period" || unit === "household"
        ? 0
        : undefined;
  const text = digits === undefined ? value.toDecimalPlaces(10).toFixed() : value.toFixed(digits);
  // Rounding leaves a sign on what rounds to nothing.
  return /^-0\.?0*$/.test(text) ? text.slice(1) : text;
}
