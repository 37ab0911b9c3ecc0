import type { Decimal } from "decimal.js";
import { absenceProblems, unmetOf } from "../../models/checks/expectations/index.ts";
import { operationGaps } from "../../models/checks/expectations/spans.ts";
import { verdictsOf } from "../../models/checks/verdicts/index.ts";
import type { Verdict } from "../../models/checks/verdicts/verdict.ts";
import { statementFrame } from "../../models/compile/expand.ts";
import { type EngineName, type Prepared, recordOf } from "../../models/compile/prepare.ts";
import type { Evaluation } from "../../models/engines/index.ts";
import { datesOf } from "../../models/results/dates.ts";
import { doubtsOf } from "../../models/results/doubts.ts";
import type { Lacking } from "../../models/results/lacking.ts";
import { type Results as Values, resultsOf as valuesOf } from "../../models/results/results.ts";
import { type Indicator, Teller } from "../../models/statements/indicators/read.ts";
import { factsOf } from "../../models/statements/tables/facts.ts";
import { mergeProblems } from "../../models/wording/document.ts";
import type { Problem } from "../../models/wording/problem.ts";
import type { Lang, MissingView } from "../contract.ts";

/** What an evaluation says about a scenario, before it is worded. */
export interface Results<V = Decimal | number> {
  readonly prepared: Prepared;
  readonly engine: EngineName;
  /** The kernel's are valid until its next run. */
  readonly values: Values<V>;
  readonly indicators: readonly Indicator[];
  readonly verdicts: readonly Verdict[];
  readonly problems: readonly Problem[];
}

export function recordResultsOf(
  prepared: Prepared,
  evaluation: Evaluation<Decimal> = recordOf(prepared),
): Results<Decimal> {
  return resultsIn(prepared, "record", evaluation);
}

export function kernelResultsOf(prepared: Prepared): Results<number> {
  return resultsIn(prepared, "kernel", prepared.kernel().run(prepared.bindings));
}

export function resultsOf(prepared: Prepared, engine: EngineName): Results<Decimal> | Results<number> {
  return engine === "record" ? recordResultsOf(prepared) : kernelResultsOf(prepared);
}

function resultsIn<V extends Decimal | number>(
  prepared: Prepared,
  engine: EngineName,
  evaluation: Evaluation<V>,
): Results<V> {
  const facts = factsOf(prepared.graph.lines, statementFrame(prepared.document));
  const values = valuesOf(evaluation, prepared.frame);
  const teller = new Teller(values, facts);
  const gaps = operationGaps(prepared.document, values);
  return {
    prepared,
    engine,
    values,
    indicators: teller.indicators(),
    verdicts: verdictsOf(teller, facts, [...unmetOf(prepared.document, prepared.graph.lines), ...gaps.unmet]),
    problems: mergeProblems(
      prepared.problems,
      absenceProblems(prepared.document, prepared.graph.lines),
      evaluation.gaps.problems,
      doubtsOf(values),
      datesOf(values),
      gaps.problems,
    ),
  };
}

/** What a verdict lacks, with where it belongs in the document. */
export function missingViews(missing: readonly Lacking[], lang: Lang): readonly MissingView[] {
  return missing.map(({ path, name, message }) => ({ path, name: name[lang], message: message[lang] }));
}

/** Decimal literal of a result: money to the fen, areas to 0.01 ㎡, the rest to ten digits; never an exponent. */
export function decimalText(value: Indicator["value"] & object, unit: string): string {
  if (!value.isFinite()) throw new Error("a result that is no number is undefined and has a reason instead");
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
