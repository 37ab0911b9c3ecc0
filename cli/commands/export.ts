import { exportWorkbook } from "../../app/exports/exportWorkbook.ts";
import { saveExport } from "../../app/exports/save.ts";
import { appProblem } from "../../app/problems.ts";
import type { Command } from "../arguments.ts";
import { SCENARIO } from "../options.ts";
import { Exit, printJson, printProblems, sayProblems } from "../output.ts";
import { overwriting, sayWritten } from "../save.ts";
import { programVersion } from "../version.ts";

const FORMS = ["xlsx"] as const;

/** A scenario as a file of another program. */
export const exportFile: Command = {
  takes: "export FILE --to xlsx -o OUT [--scenario ID] [--force]",
  does: {
    zh: "导出:xlsx 为公式可重算的工作簿(输入、计算各行各期、结论与指标、报表、核对)",
    en: "writes a scenario as a workbook with live formulas: inputs, every line and period, verdicts, indicators, statements, checks",
  },
  words: [1, 1],
  job: "file",
  options: { to: { zh: "格式:xlsx", en: "the form: xlsx" }, scenario: SCENARIO },
  flags: { force: { zh: "覆盖已有文件", en: "replaces a file that is there" } },
  examples: ["export plan.pingheng --to xlsx -o plan.xlsx"],
  run: async (args) => {
    const form = FORMS.find((one) => one === args.option("to"));
    if (form === undefined) return printProblems([appProblem("export.form", "--to")], args.lang);
    const out = args.option("o");
    if (out === undefined) return printProblems([appProblem("export.out", "-o")], args.lang);
    const there = overwriting(out, args);
    if (there !== undefined) return printProblems([there], args.lang);
    const opened = await args.open(args.words[0] ?? "");
    if (!opened.ok) return printProblems(opened.problems, args.lang);
    const { document, revision } = opened.value;
    const question = {
      scenario: args.option("scenario"),
      lang: args.lang,
      revision,
      version: programVersion(),
      now: new Date(),
      shouldStop: args.shouldStop,
    };
    const exported = await exportWorkbook(document, question, args.shelf);
    if (!exported.ok) return printProblems(exported.problems, args.lang);
    sayProblems([...opened.value.problems, ...exported.value.problems], args.lang);
    const written = await saveExport(out, exported.value.bytes, !args.flag("force"));
    if (!written.ok) return printProblems(written.problems, args.lang);
    if (args.json) printJson({ file: out, bytes: exported.value.bytes.length });
    else sayWritten(out, args);
    return Exit.done;
  },
};
