import type { Decimal } from "decimal.js";
import { leversFor } from "../../models/analysis/levers/levers.ts";
import { prepareScenario } from "../../models/compile/prepare.ts";
import { GraphShelf } from "../../models/compile/shelf.ts";
import { scenarioIds } from "../../models/document/scenario.ts";
import { scenarioTitle } from "../../models/document/scenarioTitle.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { EvaluationStopped } from "../../models/engines/index.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { type Result, succeed } from "../../models/wording/problem.ts";
import type { PlanView } from "../contract.ts";
import { type Results, recordResultsOf } from "../model/results.ts";
import { shown } from "../model/shown.ts";
import { reviewIn, trustIn } from "../model/trust.ts";
import { reviewStressOf } from "../review/stress.ts";
import { planViewOf } from "../scenarios/compare.ts";
import type { TablesQuestion } from "./exportTables.ts";
import type { Exported } from "./exportWorkbook.ts";
import type { KeptStress, PlanFacts } from "./plan/facts.ts";
import { planOf } from "./plan/plan.ts";
import { SINGLE_FACTORS_OF, type SingleFactors } from "./plan/singleFactor.ts";
import { preparedFor } from "./prepared.ts";
import { printedTables } from "./tables/printed.ts";
import type { WordDocument } from "./word/blocks.ts";

/** Scenarios told beside the one the plan is of, all told; each is worked out by the book of record. */
const SCENARIOS_MAX = 8;

/** What papers are written of, of one scenario alone: without the others and without stress. */
export function scenarioFacts(
  document: ModelDocument,
  question: TablesQuestion,
  shelf: GraphShelf = new GraphShelf(mechanisms),
): Result<PlanFacts> {
  const { lang, money, now: made, revision, version } = question;
  const found = preparedFor(document, question, shelf);
  if (!found.ok) return found;
  const prepared = found.value;
  const results: Results<Decimal> = recordResultsOf(prepared);
  const findings = reviewIn(results);
  const trust = trustIn(results, findings);
  return succeed({
    prepared,
    results,
    trust,
    findings,
    // Nothing of a printed table stands above it here but its own heading.
    tables: printedTables(prepared, results.values, { under: "", money, lang }),
    scenario: shown(lang)(scenarioTitle(document, prepared.scenario)),
    scenarios: [],
    left: [],
    stress: undefined,
    singleFactors: [],
    money,
    lang,
    made,
    revision,
    version,
  });
}

/** 资金平衡方案 of a scenario as a text document. */
export function planDocumentOf(
  document: ModelDocument,
  question: TablesQuestion,
  shelf: GraphShelf = new GraphShelf(mechanisms),
): Result<{ readonly plan: WordDocument } & Pick<Exported, "problems">> {
  const found = scenarioFacts(document, question, shelf);
  if (!found.ok) return found;
  const facts = found.value;
  const { prepared, results, trust, scenario } = facts;
  const own = planViewOf({ id: prepared.scenario, label: scenario }, { results, trust }, question.lang);
  const others = otherScenarios(document, own, question, shelf);
  const stress = keptStress(document, question, shelf);
  if (!stress.ok) return stress;
  const plan = planOf({
    ...facts,
    ...others,
    stress: stress.value,
    singleFactors: SINGLE_FACTORS_OF.map((of) => singleFactors(document, of, question, shelf)),
  });
  return succeed({ plan, problems: results.problems });
}

/** The scenarios of the file, the plan's own among them. */
function otherScenarios(
  document: ModelDocument,
  own: PlanView,
  { lang, shouldStop }: TablesQuestion,
  shelf: GraphShelf,
): { readonly scenarios: readonly PlanView[]; readonly left: readonly string[] } {
  const scenarios: PlanView[] = [own];
  const left: string[] = [];
  for (const id of scenarioIds(document)) {
    if (id === own.id) continue;
    if (shouldStop?.() === true) throw new EvaluationStopped();
    const label = shown(lang)(scenarioTitle(document, id));
    const prepared = scenarios.length < SCENARIOS_MAX ? prepareScenario(document, id, shelf) : undefined;
    if (prepared?.ok !== true) {
      left.push(label);
      continue;
    }
    const results = recordResultsOf(prepared.value);
    scenarios.push(planViewOf({ id, label }, { results, trust: trustIn(results, reviewIn(results)) }, lang));
  }
  return { scenarios, left };
}

/** What the review keeps of the stresses; without a choice none is worked out. */
function keptStress(
  document: ModelDocument,
  { scenario, lang, shouldStop }: TablesQuestion,
  shelf: GraphShelf,
): Result<KeptStress | undefined> {
  if ((document.stress ?? []).length === 0) return succeed(undefined);
  const hooks = shouldStop === undefined ? {} : { shouldStop };
  return reviewStressOf(document, { scenario, lang, of: [], keptOnly: true, ...hooks }, shelf);
}

/** Only the effects: where verdicts flip is for the page of sensitivity. */
function singleFactors(
  document: ModelDocument,
  of: SingleFactors["of"],
  { scenario, shouldStop = () => false }: TablesQuestion,
  shelf: GraphShelf,
): SingleFactors {
  const answer = leversFor(document, { of, scenario, top: 0, shouldStop }, shelf);
  if (!answer.ok) return { of, answer: undefined, problems: answer.problems };
  if (answer.value === undefined) throw new EvaluationStopped();
  return { of, answer: answer.value, problems: [] };
}
