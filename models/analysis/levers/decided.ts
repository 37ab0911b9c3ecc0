import { statedOf } from "../../checks/stated.ts";
import { DrawnVerdicts } from "../../checks/verdicts/drawn.ts";
import { VERDICTS } from "../../checks/verdicts/verdict.ts";
import { evaluate, type Prepared } from "../../compile/prepare.ts";
import type { Evaluation } from "../../engines/evaluation.ts";
import { movedBy } from "../../engines/kernel/reach.ts";
import type { LeverInput } from "./lever.ts";
import type { Watches } from "./turning.ts";

/** The verdicts watched while levers are turned, with what keeps them from being given; undefined where none is watched. */
export function decidedOf(
  prepared: Prepared,
  levers: readonly LeverInput[],
  watches: Watches,
): DrawnVerdicts | undefined {
  const asked = VERDICTS.filter((id) => watches.has(id));
  if (asked.length === 0) return undefined;
  const stated = statedOf(prepared, evaluate(prepared, "kernel") as Evaluation<number>);
  const moved = movedBy(
    prepared.graph,
    levers.map(({ line }) => line),
  );
  return new DrawnVerdicts(prepared, stated, asked, moved);
}
