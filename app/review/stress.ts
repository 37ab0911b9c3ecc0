import { auditedOf } from "../../models/analysis/audit/overlay.ts";
import { reviewStresses, type StressedPlan } from "../../models/analysis/audit/stresses.ts";
import { sizeProblems } from "../../models/analysis/stress/sizes.ts";
import { isInPoints, STRESSES } from "../../models/analysis/stress/table.ts";
import { prepareDocument } from "../../models/compile/prepare.ts";
import { GraphShelf } from "../../models/compile/shelf.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { fail, type Result, succeed } from "../../models/wording/problem.ts";
import type { PlanView, ReviewStressView, StressRowView } from "../contract.ts";
import { compareDocuments } from "../scenarios/compare.ts";
import { placeLabel } from "../scenarios/labels.ts";
import { problemViews } from "../wording.ts";
import type { AuditQuestion } from "./audit.ts";

interface StressQuestion extends AuditQuestion {
  /** Only what the review keeps: what the opinion states. */
  readonly keptOnly?: boolean;
}

/** 审核压力: verdicts of the audited plan, and of each stress over it, by the book of record. The document keeps what the reviewer chose (`stress`). */
export function reviewStressOf(
  document: ModelDocument,
  { scenario, lang, of: _of, keptOnly = false, ...hooks }: StressQuestion,
  shelf: GraphShelf = new GraphShelf(mechanisms),
): Result<Omit<ReviewStressView, "version">> {
  const found = auditedOf(document, scenario, mechanisms);
  if (!found.ok) return found;
  const { audited, counts, figures, problems } = found.value;
  const given = document.stress ?? [];
  const kept = (id: string) => given.find((one) => one.id === id);
  const all = reviewStresses({ audited, counts }, given, (path) => placeLabel(audited, path), mechanisms);
  const asked = all.plans.filter(({ id, kind }) => !keptOnly || kind === "together" || kept(id) !== undefined);
  const stresses = { ...all, plans: asked };
  const prepared = (id: string, plan: Pick<StressedPlan, "document" | "counts">) =>
    prepareDocument(plan.document, id, plan.counts, shelf);
  const name = { zh: figures.length === 0 ? "送审" : "审定", en: figures.length === 0 ? "submitted" : "audited" };
  const plans = [
    { id: "audited", label: name[lang], prepared: prepared("audited", { document: audited, counts }) },
    ...stresses.plans.map((plan) => ({
      id: plan.id,
      label: plan.label[lang],
      note: plan.note[lang],
      prepared: prepared(plan.id, plan),
    })),
  ];
  const compared = compareDocuments(plans, shelf, { of: [], engine: "record", lang, ...hooks });
  if (!compared.ok) return compared;
  const [base, ...stressed] = compared.value.plans as readonly [PlanView, ...PlanView[]];
  return succeed({
    audited: base,
    rows: stressed.map((plan, index): StressRowView => {
      const { id, kind, size } = stresses.plans[index] as StressedPlan;
      const standard = STRESSES.find((stress) => stress.id === id);
      const own = kept(id);
      return {
        ...plan,
        kind,
        size: size ?? null,
        usual: standard?.size?.usual ?? null,
        points: isInPoints(standard),
        path: own?.path ?? null,
        value: own?.value ?? null,
        reason: own?.reason ?? "",
        author: own?.author ?? "",
        kept: own !== undefined,
        turned: turnedBy(base, plan),
        moves: figuresOf(base) !== figuresOf(plan),
      };
    }),
    left: stresses.left.map(({ id, label, reason }) => ({
      id,
      label: label[lang],
      reason: reason[lang],
      kept: kept(id) !== undefined,
    })),
    problems: problemViews([...problems, ...stresses.problems], lang),
  });
}

/** The document with sizes of stresses for one run, over those its review keeps. */
export function withSizes(
  document: ModelDocument,
  given: readonly (readonly [id: string, size: string])[],
): Result<ModelDocument> {
  const wrong = sizeProblems(given);
  if (wrong.length > 0) return fail(...wrong);
  const kept = document.stress ?? [];
  const ids = given.map(([id]) => id);
  const own = given.map(([id, size]) => ({ ...kept.find((one) => one.id === id), id, size }));
  return succeed({ ...document, stress: [...kept.filter(({ id }) => !ids.includes(id)), ...own] });
}

/** Verdicts that are met as audited, conditions or not, and not under the stress. */
function turnedBy(base: PlanView, plan: PlanView): readonly string[] {
  const met = (one: PlanView, id: string) => one.verdicts.find((verdict) => verdict.id === id)?.pass === true;
  return base.verdicts.flatMap(({ id }) => (met(base, id) && !met(plan, id) ? [id] : []));
}

/** All that is said of a plan in figures, to see whether a stress does anything. */
const figuresOf = ({ verdicts, indicators }: PlanView): string =>
  JSON.stringify([
    verdicts.map(({ pass, margin, conditions }) => [pass, margin, conditions]),
    indicators.map(({ value }) => value),
  ]);
