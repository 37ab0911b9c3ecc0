import { absenceConcerns } from "./absences.ts";
import { amountConcerns } from "./amounts.ts";
import { assumedConcerns } from "./assumed.ts";
import { awardConcerns } from "./awards.ts";
import { confirmedConcerns } from "./confirmed.ts";
import { conventionConcerns } from "./conventions.ts";
import { engineConcerns } from "./engines.ts";
import { estimateConcerns } from "./estimates.ts";
import { findingConcerns } from "./findings.ts";
import { levyConcerns } from "./levies.ts";
import { localRuleConcerns } from "./localRules.ts";
import { openingCashConcerns } from "./openingCash.ts";
import { operationConcerns } from "./operations.ts";
import { outlastingConcerns } from "./outlasting.ts";
import { packConcerns } from "./packs.ts";
import { type Concern, type Trust, weighed } from "./point.ts";
import { problemConcerns } from "./problems.ts";
import { promisedConcerns } from "./promised.ts";
import { reachOf } from "./reach.ts";
import { recordConcerns } from "./records.ts";
import { shortfallConcerns } from "./shortfall.ts";
import type { Subject } from "./subject.ts";
import { sumConcerns } from "./sums.ts";
import { transferConcerns } from "./transfers.ts";
import { typedIncomeConcerns } from "./typedIncome.ts";
import { unassignedConcerns } from "./unassigned.ts";
import { unpaperedConcerns } from "./unpapered.ts";

export type { Trust, TrustPoint } from "./point.ts";

const SOURCES: readonly ((subject: Subject) => readonly Concern[])[] = [
  packConcerns,
  localRuleConcerns,
  problemConcerns,
  absenceConcerns,
  sumConcerns,
  amountConcerns,
  unassignedConcerns,
  shortfallConcerns,
  recordConcerns,
  conventionConcerns,
  findingConcerns,
  assumedConcerns,
  confirmedConcerns,
  openingCashConcerns,
  unpaperedConcerns,
  transferConcerns,
  awardConcerns,
  levyConcerns,
  typedIncomeConcerns,
  promisedConcerns,
  estimateConcerns,
  operationConcerns,
  outlastingConcerns,
  engineConcerns,
];

/** What a reader of the verdicts has to know before he believes them: conditions first, then notes. */
export function trustOf(seen: Omit<Subject, "reach" | "graph">): Trust {
  const { graph } = seen.results.evaluation;
  const subject: Subject = { ...seen, graph, reach: reachOf(graph) };
  const concerns = SOURCES.flatMap((source) => source(subject));
  const points = weighed(concerns, seen.verdicts);
  const conditions = points.filter(({ grade }) => grade === "condition");
  return { clean: conditions.length === 0, points: [...conditions, ...points.filter(({ grade }) => grade === "note")] };
}
