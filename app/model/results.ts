import type { Decimal } from "decimal.js";
import { type Stated, statedOf } from "../../models/checks/stated.ts";
import { type EngineName, type Prepared, recordOf } from "../../models/compile/prepare.ts";
import type { Evaluation } from "../../models/engines/index.ts";
import type { Lacking } from "../../models/results/lacking.ts";
import type { Indicator } from "../../models/statements/indicators/read.ts";
import type { Lang, MissingView } from "../contract.ts";

/** What an evaluation says about a scenario, before it is worded. */
export interface Results<V = Decimal | number> extends Stated<V> {
  readonly prepared: Prepared;
  /** The kernel's values are valid until its next run. */
  readonly engine: EngineName;
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
  return { prepared, engine, ...statedOf(prepared, evaluation) };
}

/** The cell that explains a result, where it is a line. */
export function cellOf(values: { readonly has: (line: string) => boolean }, line: string): { readonly cell?: string } {
  return values.has(line) ? { cell: line } : {};
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
