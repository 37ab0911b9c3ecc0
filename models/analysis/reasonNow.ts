import type { Prepared } from "../compile/prepare.ts";
import { evaluateRecord } from "../engines/index.ts";
import { type Reason, reasonOfCell } from "../results/reason.ts";
import { resultsOf } from "../results/results.ts";
import { figureOf, type Place } from "./target.ts";

/** Why a cell has no value as a plan stands, by the book of record; undefined where it has one or is none. */
export function reasonNow(
  reference: string,
  prepared: Place & Pick<Prepared, "bindings">,
  path: string,
): Reason | undefined {
  const figure = figureOf(reference, prepared, path);
  if (!figure.ok) return undefined;
  const { outputs, cell } = figure.value;
  const { graph, bindings, frame } = prepared;
  return reasonOfCell(resultsOf(evaluateRecord(graph, bindings, { outputs }), frame), cell);
}
