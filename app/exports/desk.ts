import type { GraphShelf } from "../../models/compile/shelf.ts";
import { BASE_SCENARIO } from "../../models/document/scenario.ts";
import { type Problem, type Result, succeed } from "../../models/wording/problem.ts";
import type { Text } from "../../models/wording/text.ts";
import type { Calls } from "../contract.ts";
import { isStopped, refuse } from "../problems.ts";
import { problemViews } from "../wording.ts";
import type { AnalysedModel, Hooks } from "../workers/analyses.ts";
import type { Task } from "../workers/protocol.ts";
import { bidFormOf } from "./bidForm/form.ts";
import { exportPaper, exportWordTemplate, type PaperFile, type PaperForm } from "./exportPaper.ts";
import { type TablesQuestion, tablesBookOf } from "./exportTables.ts";
import { templateBookOf } from "./exportTemplate.ts";
import { bookOf, type Exported } from "./exportWorkbook.ts";
import { writePrinted } from "./tables/write.ts";
import { writeBook } from "./workbook/write.ts";

type ExportTask = Extract<Task, { readonly name: "exportWorkbook" }>;

/** Calculated, put together, written. */
const STEPS = 3;

/** A model as the bytes of a workbook or of a text document; between its steps it looks whether it is to stop. */
export async function answerExport(
  { document }: Pick<AnalysedModel, "document">,
  { args }: ExportTask,
  { onProgress, shouldStop }: Pick<Hooks, "onProgress" | "shouldStop">,
  shelf: GraphShelf,
): Promise<Result<Calls["exportWorkbook"]["value"]>> {
  const stopped = () => refuse("export.stopped", args.job);
  const { scenario, lang, revision, version, name, form, as = "docx", unit: money, bid, template: given } = args;
  const question = { scenario, lang, revision, version, now: new Date(args.now), shouldStop };
  const { locks } = args;
  let told: readonly Problem[] = [];
  const paper = (): Written => {
    const own = given && { name: given.name, bytes: Buffer.from(given.base64, "base64") };
    const made = exportPaper(form as PaperForm, as, document, { ...question, money, locks, template: own }, shelf);
    if (made.ok) told = made.value.problems.filter(({ code }) => code.startsWith("template."));
    return written(made);
  };
  onProgress(0, STEPS);
  try {
    const made =
      form === "model"
        ? workbook(document, question, shelf)
        : form === "tables" || form === "template"
          ? { tables, template }[form](document, { ...question, money }, shelf)
          : form === "bidForm"
            ? bidForm(document, { ...question, money, bid })
            : form === "wordTemplate"
              ? succeed(async () => exportWordTemplate(question))
              : paper();
    if (!made.ok) return made;
    onProgress(2, STEPS);
    if (shouldStop()) return stopped();
    const bytes = await made.value();
    onProgress(STEPS, STEPS);
    return succeed({
      name: `${name}${endingOf(form, as)[lang]}`,
      base64: Buffer.from(bytes).toString("base64"),
      told: problemViews(told, lang),
    });
  } catch (error) {
    if (!isStopped(error)) throw error;
    return stopped();
  }
}

/** What follows the model's name in the file's. */
const ENDINGS = {
  model: { zh: "", en: "" },
  tables: { zh: "-附表", en: "-tables" },
  template: { zh: "-填报模板", en: "-template" },
  bidForm: { zh: "-报价表", en: "-bid-form" },
  plan: { zh: "-资金平衡方案", en: "-plan" },
  opinion: { zh: "-审核意见", en: "-opinion" },
  monitoring: { zh: "-年度监测表", en: "-monitoring" },
  bids: { zh: "-比选报告", en: "-bids" },
  formulas: { zh: "-公式书", en: "-formulas" },
  statements: { zh: "-报表", en: "-statements" },
  board: { zh: "-平衡台", en: "-board" },
  wordTemplate: { zh: "-文稿样式模板", en: "-word-template" },
} as const satisfies Record<ExportTask["args"]["form"], Text>;

const SHEETS: ReadonlySet<string> = new Set(["model", "tables", "template", "bidForm"]);

function endingOf(form: ExportTask["args"]["form"], as: PaperFile): Text {
  const kind = SHEETS.has(form) ? "xlsx" : form === "wordTemplate" ? "docx" : as;
  const { zh, en } = ENDINGS[form];
  return { zh: `${zh}.${kind}`, en: `${en}.${kind}` };
}

type Written = Result<() => Promise<Uint8Array>>;

function workbook(...asked: Parameters<typeof bookOf>): Written {
  const made = bookOf(...asked);
  return made.ok ? succeed(() => writeBook(made.value.book)) : made;
}

function tables(...asked: Parameters<typeof tablesBookOf>): Written {
  const made = tablesBookOf(...asked);
  return made.ok ? succeed(() => writePrinted(made.value.book, asked[1].lang)) : made;
}

function template(document: AnalysedModel["document"], question: TablesQuestion): Written {
  // What is filled in is the file itself where its base is shown, and otherwise the scenario.
  const scenario = question.scenario === BASE_SCENARIO ? undefined : question.scenario;
  const made = templateBookOf(document, { ...question, scenario });
  return made.ok ? succeed(() => writeBook(made.value)) : made;
}

function bidForm(...asked: Parameters<typeof bidFormOf>): Written {
  const made = bidFormOf(...asked);
  return made.ok ? succeed(() => writeBook(made.value)) : made;
}

const written = (made: Result<Pick<Exported, "bytes">>): Written =>
  made.ok ? succeed(async () => made.value.bytes) : made;
