import type { PartialAnswer, SimulationAnswer } from "../../models/analysis/simulate/answer.ts";
import type { Checks } from "../../models/analysis/simulate/check.ts";
import type { SimulationQuestion } from "../../models/analysis/simulate/question.ts";
import { type Simulated, simulate } from "../../models/analysis/simulate/simulate.ts";
import { GraphShelf } from "../../models/compile/shelf.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import type { Result } from "../../models/wording/problem.ts";
import type { Lang, SimulationChecksView, SimulationPartialView, SimulationView } from "../contract.ts";

/** For hosts that word what they refuse. */
export { DRAWS_MAX } from "../../models/analysis/simulate/question.ts";

interface Hooks {
  readonly onProgress: (done: number, total: number) => void;
  readonly shouldStop: () => boolean;
}

/** A simulation for whoever asks but once or brings a shelf of graphs, in one thread; undefined where it was stopped. */
export function simulateOnce(
  document: ModelDocument,
  question: SimulationQuestion,
  hooks: Hooks,
  shelf: GraphShelf = new GraphShelf(mechanisms),
): Result<Simulated | undefined> {
  return simulate(document, question, shelf, hooks);
}

export function simulationView(answer: SimulationAnswer, version: number): SimulationView {
  return { ...answer, needs: answer.needs.filter(isTold), version };
}

/** Less than this is what rounding leaves of nothing, 元. */
const NOTHING = 1e-6;

/** A lowest point that is nothing in every draw told of, where cash begins, says nothing of the plan. */
function isTold({ quantiles }: SimulationAnswer["needs"][number]): boolean {
  return quantiles === undefined || quantiles.some((value) => Math.abs(value) > NOTHING);
}

export function partialView(answer: PartialAnswer): SimulationPartialView {
  return answer;
}

type ChecksTold = Pick<SimulationChecksView, "draws" | "conditions">;

export function checksView({ draws, conditions }: Checks, lang: Lang): ChecksTold {
  const worded = conditions.map(({ verdict, messages }) => ({
    verdict,
    messages: messages.map((message) => message[lang]),
  }));
  return togetherOf([{ draws, conditions: worded }]);
}

/** What several threads were told, whoever was told what: draws by their number, each condition once. */
export function togetherOf(parts: readonly ChecksTold[]): ChecksTold {
  const all = Map.groupBy(
    parts.flatMap(({ conditions }) => conditions),
    ({ verdict }) => verdict,
  );
  return {
    draws: parts.flatMap(({ draws }) => draws).toSorted((a, b) => a.draw - b.draw),
    conditions: [...all]
      .map(([verdict, found]) => ({
        verdict,
        messages: [...new Set(found.flatMap(({ messages }) => messages))].toSorted(),
      }))
      .toSorted((a, b) => a.verdict.localeCompare(b.verdict)),
  };
}
