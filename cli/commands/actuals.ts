import { readTable, tableText, withReport } from "../../app/actuals/import.ts";
import { withSettings } from "../../app/actuals/settings.ts";
import { sheetTable, sheetText, yearIn } from "../../app/actuals/sheet.ts";
import { templateRows } from "../../app/actuals/template.ts";
import { actualsOf } from "../../app/actuals/view.ts";
import type { ActualsView } from "../../app/contract.ts";
import { readModelPath } from "../../app/files/read.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { actualsProblem } from "../../models/wording/actuals.ts";
import { fail, type Result } from "../../models/wording/problem.ts";
import { printActuals } from "../actualsTable.ts";
import type { Arguments, Command } from "../arguments.ts";
import { csvRow } from "../csv.ts";
import { openProject } from "../open.ts";
import { SCENARIO } from "../options.ts";
import { Exit, printError, printJson, printLine, printProblems, printTable } from "../output.ts";
import { saveBack } from "../save.ts";

type View = Omit<ActualsView, "version">;

/** 实际数: plan beside actual, variance and forecast; figures from a table; the yearly monitoring sheet. */
export const actuals: Command = {
  takes:
    "actuals FILE [--year YEAR] | actuals import FILE TABLE --document NAME --date DATE --by NAME | actuals set|sheet|template FILE",
  does: {
    zh: "实际数与计划:逐行逐年的计划、实际、偏差、完成率与预测,计划与预测的结论并列;import 从 CSV 导入实际数并注明来源;set 设截至月与余下各期的规则;sheet 输出年度监测表;template 输出填报表",
    en: "actuals beside the plan: plan, actual, variance and forecast by line and year, verdicts of both; import takes figures with their source from a CSV; set states the closing month and the rule of later periods; sheet prints the yearly monitoring sheet; template a table to fill in",
  },
  words: [1, 3],
  job: "file",
  options: {
    scenario: SCENARIO,
    year: {
      zh: "报表年;主表按该年各期,sheet 与 template 按该年",
      en: "a statement year: its periods, its sheet, its table",
    },
    document: { zh: "数据来源:报表或文件名称", en: "the source: name of the report or document" },
    date: { zh: "来源的日期", en: "its date" },
    by: { zh: "填报人", en: "who reports it" },
    note: { zh: "附注", en: "a note" },
    unit: { zh: "yuan(默认)或 wan(万元)", en: "yuan, the default, or wan (10,000)" },
    closed: { zh: "实际数截至月 YYYY-MM(关账月)", en: "closing month YYYY-MM" },
    unreported: {
      zh: "已关账未填报的期间:none 无值(默认),plan 按计划",
      en: "closed periods without a figure: none, the default, or plan",
    },
  },
  repeated: {
    rest: {
      zh: "余下各期:plan 按计划,shift:月数 顺延,total 总额不变,model 按模型重算;单行写 行=规则",
      en: "later periods: plan, shift:MONTHS, total, model; LINE=RULE for one line",
    },
  },
  flags: {
    replace: { zh: "更正:替换已填报的同期数", en: "corrects: replaces what was reported for the same periods" },
    csv: { zh: "输出 CSV", en: "writes CSV" },
  },
  examples: [
    "actuals template plan.json --year 2026 --csv",
    "actuals import plan.json 月报.csv --document 财务月报 --date 2026-07-05 --by 张三 --closed 2026-06",
    "actuals set plan.json --rest plan",
    "actuals sheet plan.json --year 2026",
  ],
  exits: {
    1: {
      zh: "有未填报、不能计入的数,或没有预测",
      en: "something is not reported or cannot be counted, or there is no forecast",
    },
  },
  run: async (args) => {
    const [first = "", path = "", table] = args.words;
    if (args.words.length === 1) return show(first, args);
    if (first === "import" && table !== undefined) return take(path, table, args);
    if (table === undefined && first === "set") return change(path, args);
    if (table === undefined && (first === "sheet" || first === "template")) return print(first, path, args);
    return printProblems([actualsProblem("action", args.words.join(" "))], args.lang);
  },
};

async function viewOf(
  path: string,
  year: string | undefined,
  args: Arguments,
): Promise<Result<{ readonly view: View; readonly document: ModelDocument }>> {
  const opened = await openProject(path, args);
  if (!opened.ok) return opened;
  const { document, shelf } = opened.value;
  const question = { scenario: args.option("scenario"), year, lang: args.lang, shouldStop: args.shouldStop };
  const view = actualsOf(document, question, shelf);
  return view.ok ? { ok: true, value: { view: view.value, document } } : view;
}

/** Whether everything closed is reported and counted, and there is a forecast. */
const isSettled = ({ problems, forecast }: View): boolean => problems.length === 0 && forecast !== null;

async function show(path: string, args: Arguments): Promise<number> {
  const found = await viewOf(path, args.option("year"), args);
  if (!found.ok) return printProblems(found.problems, args.lang);
  const { view } = found.value;
  sayViewProblems(view);
  if (args.json) printJson(view);
  else printActuals(view, args);
  return isSettled(view) ? Exit.done : Exit.unmet;
}

const sayViewProblems = ({ problems }: View): void => {
  for (const { code, path, message, hint } of problems)
    printError(`${code} ${path}: ${message}${hint === undefined ? "" : ` (${hint})`}`);
};

/** The year asked for; else what the sheet or the table to fill in is about now. */
const yearOf = ({ sheetYear, columns }: View, asked: string | undefined, isSheet: boolean): string =>
  asked ?? (isSheet ? sheetYear : (columns.find(({ state }) => state !== "closed")?.place ?? sheetYear));

async function print(what: "sheet" | "template", path: string, args: Arguments): Promise<number> {
  const found = await viewOf(path, undefined, args);
  if (!found.ok) return printProblems(found.problems, args.lang);
  const { view, document } = found.value;
  const asked = yearIn(view, yearOf(view, args.option("year"), what === "sheet"));
  if (!asked.ok) return printProblems(asked.problems, args.lang);
  const year = asked.value;
  if (what === "template") {
    const periods = await viewOf(path, year, args);
    if (!periods.ok) return printProblems(periods.problems, args.lang);
    const rows = templateRows(periods.value.view, args.lang);
    if (args.json) printJson({ year, rows });
    else for (const row of rows) printLine(csvRow(row));
    return Exit.done;
  }
  const rows = sheetTable(view, year, args.lang);
  const { above, below } = sheetText(view, year, document.project.name, args.lang);
  if (args.json) printJson({ year, above, table: rows, below });
  else if (args.flag("csv")) for (const row of rows) printLine(csvRow(row));
  else {
    for (const line of above) printLine(line);
    printTable(rows);
    for (const line of below) printLine(line);
  }
  return isSettled(view) ? Exit.done : Exit.unmet;
}

/** All or nothing: one cell that cannot be read leaves the file as it is. */
async function take(path: string, tablePath: string, args: Arguments): Promise<number> {
  const missing = ["document", "date", "by"].find((name) => (args.option(name) ?? "").trim() === "");
  if (missing !== undefined)
    return printProblems([actualsProblem("source_missing", `--${missing}`, { option: missing })], args.lang);
  const unit = args.option("unit") ?? "yuan";
  if (unit !== "yuan" && unit !== "wan")
    return printProblems([actualsProblem("unit_word", "--unit", { found: unit })], args.lang);
  const text = await tableText(tablePath);
  if (!text.ok) return printProblems(text.problems, args.lang);
  const source = {
    document: args.option("document") ?? "",
    date: args.option("date") ?? "",
    by: args.option("by") ?? "",
    note: args.option("note"),
  };
  return save(path, args, (document) => {
    const read = readTable(document, args.option("scenario"), { text: text.value, unit }, args.shelf);
    if (!read.ok) return read;
    if (read.value.problems.length > 0) return fail(...read.value.problems);
    const added = withReport(document, source, read.value.figures, args.flag("replace"));
    if (!added.ok) return added;
    const next = settled(added.value.document, args);
    const { report, replaced } = added.value;
    const { count, empty, figures } = read.value;
    return next.ok
      ? {
          ok: true,
          value: {
            document: next.value,
            told: { report, lines: Object.keys(figures).length, figures: count, empty, replaced },
          },
        }
      : next;
  });
}

const change = (path: string, args: Arguments): Promise<number> =>
  save(path, args, (document) => {
    const next = settled(document, args);
    if (!next.ok) return next;
    const { closed = null, rest = null, restOf = {}, unreported = "none" } = next.value.actuals ?? {};
    return { ok: true, value: { document: next.value, told: { closed, rest, restOf, unreported } } };
  });

const settled = (document: ModelDocument, args: Arguments): Result<ModelDocument> =>
  withSettings(document, {
    closed: args.option("closed"),
    rest: args.list("rest"),
    unreported: args.option("unreported"),
  });

interface Changed {
  readonly document: ModelDocument;
  readonly told: Readonly<Record<string, unknown>>;
}

/** Changes a file and saves it: a revision of a model file, or the JSON document. */
async function save(
  path: string,
  args: Arguments,
  work: (document: ModelDocument) => Result<Changed>,
): Promise<number> {
  const opened = await readModelPath(path, { unlock: args.passphrases?.unlock });
  if (!opened.ok) return printProblems(opened.problems, args.lang);
  const changed = work(opened.value.document);
  if (!changed.ok) return printProblems(changed.problems, args.lang);
  const saved = await saveBack(path, opened.value, changed.value.document);
  if (!saved.ok) return printProblems(saved.problems, args.lang);
  if (args.json) printJson({ file: path, ...changed.value.told });
  else
    for (const [name, value] of Object.entries(changed.value.told))
      printLine(`${name} ${typeof value === "object" ? JSON.stringify(value) : String(value)}`);
  return Exit.done;
}
