import type { Decimal } from "decimal.js";
import type { Prepared } from "../../models/compile/prepare.ts";
import { agree, type Evaluation } from "../../models/engines/index.ts";
import type { Agreement } from "../contract.ts";

/** So many differences are shown; one is enough to know that something is wrong. */
const SHOWN_MAX = 200;

/** The book of record against the kernel, cell by cell. */
export function agreementOf(
  prepared: Prepared,
  record: Evaluation<Decimal>,
): Pick<Agreement, "agree" | "cells" | "differences"> {
  const { graph, frame } = prepared;
  const found = agree(record, prepared.kernel().run(prepared.bindings));
  const cells = graph.lines.reduce((sum, { axis }) => sum + (axis === "scalar" ? 1 : record.periods), 0);
  return {
    agree: found.length === 0,
    cells,
    differences: found.slice(0, SHOWN_MAX).map((difference) => ({
      line: difference.id,
      period: frame.periodLabels[difference.period - 1] ?? "",
      record: difference.record ?? "",
      kernel: Number(difference.kernel ?? Number.NaN),
    })),
  };
}
