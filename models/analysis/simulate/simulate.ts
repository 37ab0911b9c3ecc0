import type { GraphShelf } from "../../compile/shelf.ts";
import type { ModelDocument } from "../../document/schema.ts";
import { fail, type Result, succeed } from "../../wording/problem.ts";
import { answerOf, Rows, type SimulationAnswer } from "./answer.ts";
import { type Checks, checkDraws } from "./check.ts";
import { sizeProblem } from "./columns.ts";
import { BLOCK, blocksIn, Drawing } from "./drawing.ts";
import { openSimulation, type SimulationQuestion } from "./question.ts";

export interface Simulated extends SimulationAnswer {
  readonly checks: Checks;
}

interface Hooks {
  readonly onProgress?: (done: number, total: number) => void;
  readonly shouldStop?: () => boolean;
}

/** A whole simulation, one draw after the other, with what the book of record says of some. Undefined where it was stopped. */
export function simulate(
  document: ModelDocument,
  question: SimulationQuestion,
  shelf: GraphShelf,
  { onProgress, shouldStop = () => false }: Hooks = {},
): Result<Simulated | undefined> {
  const opened = openSimulation(document, question, shelf, shouldStop);
  if (!opened.ok || opened.value === undefined) return opened as Result<undefined>;
  const drawing = new Drawing(opened.value);
  const tooLarge = sizeProblem(opened.value, drawing.columns);
  if (tooLarge !== undefined) return fail(tooLarge);
  const { draws } = question;
  const rows = new Float64Array(draws * drawing.columns.width);
  for (let block = 0; block < blocksIn(draws); block++) {
    if (shouldStop()) return succeed(undefined);
    drawing.block(block, rows);
    onProgress?.(Math.min(draws, (block + 1) * BLOCK), draws);
  }
  const answer = answerOf(opened.value, drawing.columns, new Rows(rows, drawing.columns.width, draws), shouldStop);
  if (answer === undefined) return succeed(undefined);
  return succeed({ ...answer, checks: checkDraws(opened.value, drawing, answer.toCheck, shelf, { shouldStop }) });
}
