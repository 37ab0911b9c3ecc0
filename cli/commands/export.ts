import { exportPaper, exportWordTemplate, type GivenTemplate, PAPERS } from "../../app/exports/exportPaper.ts";
import { exportTables } from "../../app/exports/exportTables.ts";
import { exportBidForm, exportTemplate } from "../../app/exports/exportTemplate.ts";
import { type Exported, type ExportQuestion, exportWorkbook } from "../../app/exports/exportWorkbook.ts";
import { saveExport } from "../../app/exports/save.ts";
import { MONEY_UNITS, type MoneyUnit } from "../../app/exports/tables/money.ts";
import { jsonText } from "../../app/files/jsonText.ts";
import { readFileBytes } from "../../app/files/read.ts";
import { appProblem } from "../../app/problems.ts";
import { fail, type Problem, type Result, succeed } from "../../models/wording/problem.ts";
import { vaultProblem } from "../../models/wording/vault.ts";
import type { Arguments, Command } from "../arguments.ts";
import { byOf } from "../by.ts";
import { separated } from "../csv.ts";
import { tableRows } from "../exportTable.ts";
import { type Opened, openPrepared } from "../open.ts";
import { BY, SCENARIO } from "../options.ts";
import { Exit, printJson, printProblems, sayProblems } from "../output.ts";
import { printedPdf } from "../pdf.ts";
import { overwriting, sayWritten } from "../save.ts";
import { programVersion } from "../version.ts";

const FORMS = [
  "xlsx",
  "xlsx-tables",
  "xlsx-template",
  "xlsx-bid",
  "docx",
  "docx-template",
  "html",
  "pdf",
  "csv",
  "tsv",
  "json",
] as const;

/** A scenario as a file of another program. */
export const exportFile: Command = {
  takes:
    "export FILE --to xlsx|xlsx-tables|xlsx-template|xlsx-bid|docx|docx-template|html|pdf|csv|tsv|json -o OUT [--paper plan|opinion|monitoring|bids|formulas|statements|board] [--scenario ID] [--unit wan|yuan] [--table ID] [--by period|year] [--year YEAR] [--against BID] [--template DOCX] [--bid BID] [--force]",
  does: {
    zh: "导出:xlsx 为公式可重算的工作簿(输入、计算各行各期、结论与指标、报表、核对);xlsx-tables 为附表工作簿(标准报表,表内合计为公式,可直接打印报送);xlsx-template 为填报模板(各项输入一行,空着即待填),填好后用 import 读回;xlsx-bid 为投标报价表(只含招标文件的条款,--bid 指明已有的报价),填好后用 import --into 读入;docx、html、pdf 为一份文稿(Word、可打印网页、PDF):资金平衡方案、审核意见、年度监测表、比选报告、公式书、报表或平衡台;docx-template 为文稿的默认 Word 样式模板,改好后用 --template 采用;csv、tsv 为一张表;json 为整个文件的文本形式",
    en: "writes a scenario as a workbook with live formulas (xlsx: inputs, every line and period, verdicts, indicators, statements, checks), as the standard tables to print and file (xlsx-tables: sums within a table are formulas), as a template to fill in (xlsx-template: a row an input; read back with import), as a form for bidders (xlsx-bid: the terms of the notice alone, of an existing bid with --bid; read with import --into), as a paper (docx for Word, html to be printed, pdf: the funding plan, the opinion of the review, the monitoring sheet of a year, the comparison of bids, the formula book, the statements or the board), as the template of those papers for Word (docx-template: to be changed and given with --template), one table as text (csv, tsv), or the whole document as text (json)",
  },
  words: [1, 1],
  job: "file",
  options: {
    to: {
      zh: "格式:xlsx、xlsx-tables、xlsx-template、xlsx-bid、docx、docx-template、html、pdf、csv、tsv、json",
      en: "the form: xlsx, xlsx-tables, xlsx-template, xlsx-bid, docx, docx-template, html, pdf, csv, tsv or json",
    },
    paper: {
      zh: "哪一份文稿:plan 资金平衡方案(默认)、opinion 审核意见、monitoring 年度监测表、bids 比选报告、formulas 公式书、statements 报表、board 平衡台",
      en: "which paper: plan, the funding plan and the default; opinion, monitoring, bids, formulas, statements or board",
    },
    scenario: SCENARIO,
    unit: {
      zh: "附表、资金平衡方案、填报模板、报价表的金额单位:wan(万元,默认;模板、报价表默认元)或 yuan(元)",
      en: "what tables, the funding plan, the template and the bid form are told in: wan (CNY 10,000; the default but for the last two) or yuan",
    },
    table: {
      zh: "csv、tsv 的报表代码(见 statements);lines 为各行各期。UTF-8 带标记;会被当作公式的文字前加 ',数值不加",
      en: "table of csv and tsv, by its id (see statements); lines is every line and period. UTF-8 with its mark; a text that would begin a formula gets a ' before it, numbers never",
    },
    by: BY,
    year: { zh: "年度监测表的报表年", en: "statement year of the monitoring sheet" },
    bid: { zh: "报价表显示哪一份报价;不写为空白报价表", en: "the bid a bid form shows; an empty form without it" },
    template: {
      zh: "docx 文稿采用这个 .docx 的样式、页面、页眉页脚;缺少的样式取默认样式并逐一说明",
      en: "a .docx whose styles, pages, headers and footers the paper for Word takes; styles it lacks are ours, and named",
    },
    against: { zh: "比选报告中各报价与哪一份比较", en: "the bid the others are set against" },
  },
  flags: { force: { zh: "覆盖已有文件", en: "replaces a file that is there" } },
  examples: [
    "export plan.pingheng --to xlsx -o plan.xlsx",
    "export plan.pingheng --to xlsx-tables -o tables.xlsx",
    "export plan.pingheng --to xlsx-template -o fill-in.xlsx",
    "export plan.pingheng --to xlsx-bid -o bid-form.xlsx",
    "export plan.pingheng --to docx -o plan.docx",
    "export plan.pingheng --to docx --paper opinion -o opinion.docx",
    "export plan.pingheng --to docx-template -o template.docx",
    "export plan.pingheng --to docx --template template.docx -o plan.docx",
    "export plan.pingheng --to pdf -o plan.pdf",
    "export plan.pingheng --to csv --table plan -o plan.csv",
  ],
  run: async (args) => {
    const form = FORMS.find((one) => one === args.option("to"));
    if (form === undefined) return printProblems([appProblem("export.form", "--to")], args.lang);
    const out = args.option("o");
    if (out === undefined) return printProblems([appProblem("export.out", "-o")], args.lang);
    const there = overwriting(out, args);
    if (there !== undefined) return printProblems([there], args.lang);
    const exported = await exportedAs(form, args);
    if (!exported.ok) return printProblems(exported.problems, args.lang);
    sayProblems(exported.value.problems, args.lang);
    const written = await saveExport(out, exported.value.bytes, !args.flag("force"));
    if (!written.ok) return printProblems(written.problems, args.lang);
    if (args.json) printJson({ file: out, bytes: exported.value.bytes.length });
    else sayWritten(out, args);
    return Exit.done;
  },
};

function exportedAs(form: (typeof FORMS)[number], args: Arguments): Promise<Result<Exported>> {
  if (form === "csv" || form === "tsv") return textOf(form, args);
  if (form === "docx-template") return wordTemplate(args);
  if (form === "docx" || form === "html" || form === "pdf") return paperOf(form, args);
  return form === "json" ? documentOf(args) : bookOf(form, args);
}

/** The unit money is told in. */
function moneyOf(args: Arguments, usual: MoneyUnit): Result<MoneyUnit> {
  const unit = args.option("unit") ?? usual;
  const money = MONEY_UNITS.find((one) => one === unit);
  return money === undefined ? fail(appProblem("export.unit", "--unit")) : succeed(money);
}

async function bookOf(
  form: "xlsx" | "xlsx-tables" | "xlsx-template" | "xlsx-bid",
  args: Arguments,
): Promise<Result<Exported>> {
  const money = moneyOf(args, form === "xlsx-template" || form === "xlsx-bid" ? "yuan" : "wan");
  if (!money.ok) return money;
  const opened = await args.open(args.words[0] ?? "");
  if (!opened.ok) return opened;
  const question = questionOf(opened.value, args);
  const { document, problems } = opened.value;
  const write = { "xlsx-tables": exportTables, "xlsx-template": exportTemplate } as const;
  if (form === "xlsx-bid") {
    const asked = { ...question, money: money.value, bid: args.option("bid") };
    return withProblems(await exportBidForm(document, asked), problems);
  }
  const made = await (form === "xlsx"
    ? exportWorkbook(document, question, args.shelf)
    : write[form](document, { ...question, money: money.value }, args.shelf));
  return withProblems(made, problems);
}

/** Our template of papers, whatever the model. */
async function wordTemplate(args: Arguments): Promise<Result<Exported>> {
  const opened = await args.open(args.words[0] ?? "");
  if (!opened.ok) return opened;
  return succeed({ bytes: exportWordTemplate({ lang: args.lang, now: new Date() }), problems: [] });
}

/** The template named, read as bytes: what it is is judged where it is used. */
async function templateOf(args: Arguments): Promise<Result<GivenTemplate | undefined>> {
  const name = args.option("template");
  if (name === undefined) return succeed(undefined);
  const bytes = await readFileBytes(name);
  return bytes.ok ? succeed({ name, bytes: bytes.value }) : bytes;
}

async function paperOf(form: "docx" | "html" | "pdf", args: Arguments): Promise<Result<Exported>> {
  const paper = PAPERS.find((one) => one === (args.option("paper") ?? "plan"));
  if (paper === undefined) return fail(appProblem("export.paper", "--paper"));
  const money = moneyOf(args, "wan");
  if (!money.ok) return money;
  const template = await templateOf(args);
  if (!template.ok) return template;
  const opened = await args.open(args.words[0] ?? "");
  if (!opened.ok) return opened;
  const { document, problems, locks } = opened.value;
  const question = questionOf(opened.value, args);
  const asked = {
    ...question,
    locks,
    money: money.value,
    year: args.option("year"),
    against: args.option("against"),
    template: template.value,
  };
  const made = exportPaper(paper, form === "docx" ? "docx" : "html", document, asked, args.shelf);
  if (!made.ok || form !== "pdf") return withProblems(made, problems);
  const printed = await printedPdf(made.value.bytes);
  return printed.ok ? withProblems(succeed({ ...made.value, bytes: printed.value }), problems) : printed;
}

/** The whole document, all its scenarios, as text. */
async function documentOf(args: Arguments): Promise<Result<Exported>> {
  const opened = await args.open(args.words[0] ?? "");
  if (!opened.ok) return opened;
  if (opened.value.vault !== undefined) return fail(vaultProblem("json", args.words[0] ?? ""));
  return succeed({ bytes: Buffer.from(jsonText(opened.value.document)), problems: opened.value.problems });
}

/** What was wrong when the file was opened stands before what is wrong with what was written. */
const withProblems = (made: Result<Exported>, known: readonly Problem[]): Result<Exported> =>
  made.ok ? succeed({ bytes: made.value.bytes, problems: [...known, ...made.value.problems] }) : made;

const questionOf = ({ revision }: Opened, args: Arguments): ExportQuestion => ({
  scenario: args.option("scenario"),
  lang: args.lang,
  revision,
  version: programVersion(),
  now: new Date(),
  shouldStop: args.shouldStop,
});

async function textOf(form: "csv" | "tsv", args: Arguments): Promise<Result<Exported>> {
  const table = args.option("table");
  if (table === undefined) return { ok: false, problems: [appProblem("export.table", "--table")] };
  const by = args.option("by") === undefined ? succeed(undefined) : byOf(args, "year");
  if (!by.ok) return by;
  const opened = await openPrepared(args.words[0] ?? "", args);
  if (!opened.ok) return opened;
  const { prepared } = opened.value;
  const rows = tableRows(prepared, table, by.value, args.lang);
  if (!rows.ok) return rows;
  return succeed({ bytes: Buffer.from(separated(rows.value, form)), problems: prepared.problems });
}
