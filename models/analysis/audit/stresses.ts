import { readPath } from "../../document/path.ts";
import { isPatchable, patchedWith } from "../../document/scenario.ts";
import type { ModelDocument, ReviewStressSpec, Status } from "../../document/schema.ts";
import { readDecimal, writeDecimal } from "../../language/decimal.ts";
import type { Forms } from "../../terms/inputs.ts";
import type { Problem } from "../../wording/problem.ts";
import { auditProblem } from "../../wording/review.ts";
import type { Text } from "../../wording/text.ts";
import { type StressOver, stressesOver, stressNote } from "../stress/generate.ts";
import { sizeProblems } from "../stress/sizes.ts";
import { STRESSES } from "../stress/table.ts";

/** A stress over the audited plan: one of the standard set, a value of the reviewer's own, or all of these together. */
export interface StressedPlan {
  readonly id: string;
  readonly kind: "standard" | "own" | "together";
  readonly label: Text;
  readonly note: Text;
  /** As it is applied, of a standard stress that has one. */
  readonly size?: string;
  readonly document: ModelDocument;
  readonly counts: readonly Status[];
}

export interface Stresses {
  readonly plans: readonly StressedPlan[];
  /** Stresses that cannot be tried, each with its reason. */
  readonly left: readonly { readonly id: string; readonly label: Text; readonly reason: Text }[];
  readonly problems: readonly Problem[];
}

interface AuditedPlan {
  readonly audited: ModelDocument;
  readonly counts: readonly Status[];
}

/** Which id the reviewer's own values have together. */
export const TOGETHER = "own_all";

/**
 * The standard stress set with the reviewer's sizes, and his own values, each over the audited plan; what cannot be tried is told, and never shown as a plan that
 * withstands it.
 * @param given what the review keeps
 * @param nameOf what a place is called
 */
export function reviewStresses(
  plan: AuditedPlan,
  given: readonly ReviewStressSpec[],
  nameOf: (path: string) => Text,
  registry: Forms,
): Stresses {
  const standard = given.filter(({ id, path }) => path === undefined && STRESSES.some((stress) => stress.id === id));
  const own = given.filter(({ path }) => path !== undefined);
  const stray = given.filter((one) => !standard.includes(one) && !own.includes(one));
  const problems = stray.map(({ id }) => auditProblem("stress.what", `stress/${id}`));
  const set = standardOver(plan, standard, registry);
  const values = valuesOver(plan, own, nameOf, registry);
  return {
    plans: [...set.plans, ...values.plans],
    left: [...set.left, ...values.left],
    problems: [...problems, ...set.problems, ...values.problems],
  };
}

function standardOver(plan: AuditedPlan, given: readonly ReviewStressSpec[], registry: Forms): Stresses {
  const problems: Problem[] = [];
  const sizes = new Map<string, string>();
  const wrong = new Map<string, Problem>();
  for (const { id, size } of given) {
    if (size === undefined) continue;
    const found = sizeProblems([[id, size]]).map((problem) => ({ ...problem, path: `stress/${id}/size` }));
    problems.push(...found);
    if (found[0] === undefined) sizes.set(id, size);
    else wrong.set(id, found[0]);
  }
  const plans: StressedPlan[] = [];
  const left: { id: string; label: Text; reason: Text }[] = [];
  const seen = { document: plan.audited, counts: plan.counts };
  for (const { stress, size, set, nothing } of stressesOver(seen, sizes, registry)) {
    const { id, label, counts, all = [] } = stress;
    const unfit = [id, ...all].flatMap((one) => wrong.get(one) ?? [])[0];
    const reason = unfit?.message ?? nothing;
    if (reason !== undefined) {
      left.push({ id, label, reason });
      continue;
    }
    const patched = patchedWith(plan.audited, patchesOf(id, set), registry);
    problems.push(...patched.problems.map((problem) => ({ ...problem, path: `stress/${id}` })));
    plans.push({
      id,
      kind: "standard",
      label,
      note: stressNote(stress, size),
      ...(size === undefined ? {} : { size }),
      document: patched.document,
      counts: counts ?? plan.counts,
    });
  }
  return { plans, left, problems };
}

type Patches = Parameters<typeof patchedWith>[1];

const patchesOf = (id: string, set: StressOver["set"]): Patches =>
  Object.entries(set).map(([path, value]) => ({ scenario: id, path, value }));

function valuesOver(
  { audited, counts }: AuditedPlan,
  given: readonly ReviewStressSpec[],
  nameOf: (path: string) => Text,
  registry: Forms,
): Stresses {
  const plans: StressedPlan[] = [];
  const left: { id: string; label: Text; reason: Text }[] = [];
  const problems: Problem[] = [];
  const standing: Patches[number][] = [];
  for (const { id, path = "", value, reason = "" } of given) {
    const label = nameOf(path);
    const patch = { scenario: id, path, value: (value ?? null) as Patches[number]["value"] };
    const isTwice = standing.some((one) => one.path === path);
    const wrong = isTwice
      ? [auditProblem("stress.twice", `stress/${id}/path`)]
      : wrongValue(audited, id, path, value, patch, registry);
    if (wrong[0] !== undefined) {
      problems.push(...wrong);
      left.push({ id, label, reason: wrong[0].message });
      continue;
    }
    standing.push(patch);
    if (isSame(audited, path, value)) {
      left.push({ id, label, reason: UNCHANGED });
      continue;
    }
    const { document } = patchedWith(audited, [patch], registry);
    plans.push({ id, kind: "own", label, note: { zh: reason, en: reason }, document, counts });
  }
  if (standing.length < 2) return { plans, left, problems };
  const whole = patchedWith(audited, standing, registry);
  problems.push(...whole.problems.map((problem) => ({ ...problem, path: "stress" })));
  const label: Text = { zh: "自定各项合并", en: "Own values together" };
  const note: Text = { zh: "审核人自定的各项同时发生", en: "All values of the reviewer's own at once" };
  plans.push({ id: TOGETHER, kind: "together", label, note, document: whole.document, counts });
  return { plans, left, problems };
}

const UNCHANGED: Text = { zh: "与方案中的数相同", en: "it is what the plan has already" };

function isSame(document: ModelDocument, path: string, value: unknown): boolean {
  const read = readPath(document, path);
  if (!read.ok) return false;
  const [own, other] = [read.value, value].map((one) => (typeof one === "string" ? readDecimal(one) : undefined));
  if (own === undefined || other === undefined) return JSON.stringify(read.value) === JSON.stringify(value);
  return writeDecimal(own) === writeDecimal(other);
}

function wrongValue(
  audited: ModelDocument,
  id: string,
  path: string,
  value: unknown,
  patch: Patches[number],
  registry: Forms,
): readonly Problem[] {
  if (value === undefined) return [auditProblem("stress.what", `stress/${id}`)];
  if (!isPatchable(path)) return [auditProblem("stress.place", `stress/${id}/path`, path)];
  const { problems } = patchedWith(audited, [patch], registry);
  return problems.map((problem) => ({ ...problem, path: `stress/${id}/value` }));
}
