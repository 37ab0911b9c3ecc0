import type { Decimal } from "decimal.js";
import { type Finding, findingsOf } from "../../models/checks/findings.ts";
import { type Trust, type TrustPoint, trustOf } from "../../models/checks/trust/index.ts";
import type { VerdictId } from "../../models/checks/verdicts/index.ts";
import type { Lang, TrustPointView, TrustView } from "../contract.ts";
import { decimalText, type Results } from "./results.ts";
import { shown } from "./shown.ts";

export { componentOf } from "../../models/checks/trust/subject.ts";
export { inWan } from "../../models/checks/verdicts/verdict.ts";

/** Findings of all review checks on what the book of record says. */
export function reviewIn({
  prepared,
  values,
  verdicts,
  indicators,
  problems,
  confirmed,
}: Results<Decimal>): readonly Finding[] {
  const { document, counts } = prepared;
  return findingsOf({ document, counts, results: values, verdicts, indicators, problems, confirmed });
}

/** The trust statement beside the verdicts of a scenario. */
export function trustIn(
  { prepared, values, verdicts, problems, confirmed }: Results,
  findings: readonly Finding[],
  enginesAgree = true,
): Trust {
  const { document, scenario } = prepared;
  return trustOf({ document, scenario, results: values, verdicts, problems, confirmed, findings, enginesAgree });
}

/** Conditions of one verdict. */
export function conditionsOf({ points }: Trust, verdict: VerdictId): readonly TrustPoint[] {
  return points.filter(({ grade, verdicts }) => grade === "condition" && verdicts.includes(verdict));
}

export function trustView({ clean, points }: Trust, lang: Lang): TrustView {
  return { clean, points: points.map((point) => pointView(point, lang)) };
}

export function pointView(
  { grade, verdicts, kind, path, amount, unit, message }: TrustPoint,
  lang: Lang,
): TrustPointView {
  const decimal = amount === undefined ? null : decimalText(amount, unit ?? "CNY");
  return { grade, verdicts, kind, path, amount: decimal, unit: unit ?? null, message: shown(lang)(message) };
}
