import { isPatchable, patchedWith, resolveScenario } from "../../document/scenario.ts";
import type { AuditSpec, ModelDocument, Status } from "../../document/schema.ts";
import type { Forms } from "../../terms/inputs.ts";
import { fail, type Problem, type Result, succeed } from "../../wording/problem.ts";
import { auditProblem } from "../../wording/review.ts";

/** The plan as submitted (送审) and as audited (审定): the reviewer's figures over a scenario, a patch like any other. */
export interface Audited {
  readonly submitted: ModelDocument;
  readonly audited: ModelDocument;
  readonly counts: readonly Status[];
  /** Figures that stand in the audited plan. */
  readonly figures: readonly AuditSpec[];
  /** Figures that cannot stand, and figures without a reason. */
  readonly problems: readonly Problem[];
}

/** @param scenario whose plan is audited; the base where left out */
export function auditedOf(document: ModelDocument, scenario: string | undefined, registry: Forms): Result<Audited> {
  const resolved = resolveScenario(document, scenario, registry);
  if (!resolved.ok) return resolved;
  const { document: submitted, counts } = resolved.value;
  const figures: AuditSpec[] = [];
  const problems: Problem[] = [];
  const all = document.audit ?? [];
  for (const [index, figure] of all.entries()) {
    if ((figure.reason ?? "").trim() === "") problems.push(auditProblem("audit.reason", `audit/${figure.id}/reason`));
    const stands = standing(submitted, figure, all.slice(0, index), registry);
    if (stands.ok) figures.push(figure);
    else problems.push(...stands.problems);
  }
  const whole = patchedWith(submitted, patchesOf(figures), registry);
  problems.push(...whole.problems.map((problem) => at(problem, "audit")));
  return succeed({ submitted, audited: whole.document, counts, figures, problems });
}

const patchesOf = (figures: readonly AuditSpec[]) =>
  figures.map(({ path, value }) => ({
    scenario: "audit",
    path,
    value: value as Parameters<typeof patchedWith>[1][number]["value"],
  }));

/** Whether one figure by itself can be written where it is meant to stand. */
function standing(
  document: ModelDocument,
  figure: AuditSpec,
  before: readonly AuditSpec[],
  registry: Forms,
): Result<void> {
  const place = `audit/${figure.id}`;
  if (!isPatchable(figure.path)) return fail(auditProblem("audit.place", `${place}/path`, figure.path));
  const twice = before.find(({ path }) => path === figure.path);
  if (twice !== undefined) return fail(auditProblem("audit.twice", `${place}/path`, twice.id));
  const { problems } = patchedWith(document, patchesOf([figure]), registry);
  return problems.length === 0 ? succeed(undefined) : fail(...problems.map((problem) => at(problem, `${place}/value`)));
}

/** A problem of the overlay at the figure it is about. */
const at = (problem: Problem, path: string): Problem => ({ ...problem, path });
