import { documentProblem, suggestion } from "../wording/document.ts";
import type { Problem } from "../wording/problem.ts";
import type { PhaseSpec } from "./schema.ts";

/** A phase needs a beginning: a month, or the end of another phase of this document. */
export function phaseProblem(phase: PhaseSpec, phases: readonly PhaseSpec[]): Problem | undefined {
  const path = `timeline/phases/${phase.id}`;
  if ((phase.start === undefined) === (phase.after === undefined))
    return documentProblem("document.phase_start", path, { phase: phase.id });
  const ids = phases.map(({ id }) => id);
  if (phase.after === undefined || ids.includes(phase.after)) return undefined;
  return documentProblem("document.phase_unknown", `${path}/after`, {
    value: phase.after,
    suggestion: suggestion(phase.after, ids),
  });
}
