import type { PartialAnswer, SimulationAnswer } from "../../models/analysis/simulate/answer.ts";
import type { Checks } from "../../models/analysis/simulate/check.ts";
import type { SimulationQuestion } from "../../models/analysis/simulate/question.ts";
import { type Simulated, simulate } from "../../models/analysis/simulate/simulate.ts";
import { GraphShelf } from "../../models/compile/shelf.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import type { Result } from "../../models/wording/problem.ts";
import type { Lang, SimulationChecksView, SimulationPartialView, SimulationView } from "../contract.ts";

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
  return { ...answer, version };
}

export function partialView(answer: PartialAnswer): SimulationPartialView {
  return answer;
}

export function checksView(
  { draws, conditions }: Checks,
  lang: Lang,
): Pick<SimulationChecksView, "draws" | "conditions"> {
  const worded = conditions.map(({ verdict, messages }) => ({
    verdict,
    messages: messages.map((message) => message[lang]),
  }));
  return { draws, conditions: worded };
}
