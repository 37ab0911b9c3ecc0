import type { GraphShelf } from "../../models/compile/shelf.ts";
import { actualsProblem } from "../../models/wording/actuals.ts";
import { fail, type Result, succeed } from "../../models/wording/problem.ts";
import { explainView } from "../model/views.ts";
import { isStopped, refuse } from "../problems.ts";
import { problemViews } from "../wording.ts";
import type { AnalysedModel, Hooks } from "../workers/analyses.ts";
import type { Task } from "../workers/protocol.ts";
import { readTable } from "./import.ts";
import { sheetTable, sheetText } from "./sheet.ts";
import { actualsOf, forecastOf, inForecast, withoutForecast } from "./view.ts";

type ActualsTask = Extract<Task, { readonly name: "actuals" | "actualsSheet" | "readActuals" }>;

export const isActuals = (task: Task): task is ActualsTask =>
  task.name === "actuals" || task.name === "actualsSheet" || task.name === "readActuals";

/** What a thread answers about actuals. */
export function answerActuals(
  { document, version }: AnalysedModel,
  task: ActualsTask,
  { shouldStop }: Hooks,
  shelf: GraphShelf,
): Result<unknown> {
  const { scenario, lang } = task.args;
  if (task.name === "readActuals") {
    const read = readTable(document, scenario, task.args, shelf);
    return read.ok ? succeed({ ...read.value, problems: problemViews(read.value.problems, lang) }) : read;
  }
  try {
    const year = task.name === "actuals" ? task.args.year : undefined;
    const view = actualsOf(document, { scenario, year, lang, shouldStop }, shelf);
    if (!view.ok || task.name === "actuals") return view.ok ? succeed({ version, ...view.value }) : view;
    const years = view.value.columns.map(({ place }) => place);
    const asked = task.args.year;
    if (!years.includes(asked))
      return fail(actualsProblem("no_year", "year", { found: asked, known: years.join(" ") }));
    const table = sheetTable(view.value, asked, lang);
    return succeed({
      version,
      year: asked,
      table,
      ...sheetText(view.value, asked, document.project.name, lang),
    });
  } catch (error) {
    if (!isStopped(error)) throw error;
    return refuse("compare.stopped", task.args.job);
  }
}

/** A cell of the forecast explained; what it rests on is asked for in the forecast too. */
export function explainForecast(
  { document }: AnalysedModel,
  { scenario, cell }: { readonly scenario: string; readonly cell: string },
  { shouldStop }: Hooks,
  shelf: GraphShelf,
): Result<unknown> {
  const forecast = forecastOf(document, { scenario, shouldStop }, shelf);
  if (!forecast.ok) return forecast;
  const { prepared, values } = forecast.value;
  const explained = explainView(prepared, withoutForecast(cell), values.evaluation);
  return explained.ok ? succeed(inForecast(explained.value)) : explained;
}
