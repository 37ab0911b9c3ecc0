import type { GraphShelf } from "../../models/compile/shelf.ts";
import { type Result, succeed } from "../../models/wording/problem.ts";
import { isStopped, refuse } from "../problems.ts";
import type { AnalysedModel, Hooks } from "../workers/analyses.ts";
import type { Task } from "../workers/protocol.ts";
import { bookOf } from "./exportWorkbook.ts";
import { writeBook } from "./workbook/write.ts";

type ExportTask = Extract<Task, { readonly name: "exportWorkbook" }>;

/** Calculated, put together, written. */
const STEPS = 3;

/** A model as the bytes of a workbook; between its steps it looks whether it is to stop. */
export async function answerExport(
  { document }: Pick<AnalysedModel, "document">,
  { args }: ExportTask,
  { onProgress, shouldStop }: Pick<Hooks, "onProgress" | "shouldStop">,
  shelf: GraphShelf,
): Promise<Result<{ readonly name: string; readonly base64: string }>> {
  const stopped = () => refuse("export.stopped", args.job);
  const { scenario, lang, revision, version, name } = args;
  onProgress(0, STEPS);
  try {
    const made = bookOf(document, { scenario, lang, revision, version, now: new Date(args.now), shouldStop }, shelf);
    if (!made.ok) return made;
    onProgress(2, STEPS);
    if (shouldStop()) return stopped();
    const bytes = await writeBook(made.value.book);
    onProgress(STEPS, STEPS);
    return succeed({ name: `${name}.xlsx`, base64: Buffer.from(bytes).toString("base64") });
  } catch (error) {
    if (!isStopped(error)) throw error;
    return stopped();
  }
}
