import { readFileBytes, readModelPath } from "../../app/files/read.ts";
import { writeModel } from "../../app/files/write.ts";
import { importSheets } from "../../app/imports/import.ts";
import type { Imported } from "../../app/imports/importTemplate.ts";
import { changeViews } from "../../app/imports/shown.ts";
import { appProblem } from "../../app/problems.ts";
import type { Arguments, Command } from "../arguments.ts";
import { Exit, printJson, printLine, printProblems, sayProblems } from "../output.ts";
import { overwriting, saveBack, sayWritten, toSave } from "../save.ts";

/** A filled spreadsheet back into a model file. */
export const importFile: Command = {
  takes: "import XLSX [-o OUT] [--into FILE] [--force]",
  does: {
    zh: "读回填好的填报模板(export --to xlsx-template)、投标人填好的报价表(export --to xlsx-bid,须用 --into),或改了填写值的全模型工作簿(export --to xlsx,须用 --into):有一处错误即不写入,各处错误按工作表与单元格一次列全;公式一律不计算",
    en: "reads a filled template back (export --to xlsx-template), a filled bid form (export --to xlsx-bid, with --into), or a workbook of the model with changed entries (export --to xlsx, with --into): with one fault nothing is written, and all of them are named at their sheet and cell; formulas are never calculated",
  },
  words: [1, 1],
  job: "file",
  options: {
    into: {
      zh: "写入这个模型:只采用表中改动的格;不写 -o 时存回该文件",
      en: "the model it is read into: only cells that were changed are taken over; without -o it is saved back to that file",
    },
  },
  flags: { force: { zh: "覆盖已有文件", en: "replaces a file that is there" } },
  examples: ["import filled.xlsx -o plan.pingheng", "import filled.xlsx --into plan.pingheng"],
  run: async (args) => {
    const [name = ""] = args.words;
    const [out, into] = [args.option("o"), args.option("into")];
    if (out === undefined && into === undefined) return printProblems([appProblem("export.out", "-o")], args.lang);
    const there = out === undefined ? undefined : overwriting(out, args);
    if (there !== undefined) return printProblems([there], args.lang);
    const bytes = await readFileBytes(name);
    if (!bytes.ok) return printProblems(bytes.problems, args.lang);
    const target = into === undefined ? undefined : await readModelPath(into, { unlock: args.passphrases?.unlock });
    if (target?.ok === false) return printProblems(target.problems, args.lang);
    const imported = importSheets(bytes.value, name, target?.value.document);
    if (!imported.ok) return printProblems(imported.problems, args.lang);
    const { document, told } = imported.value;
    sayProblems(told, args.lang);
    // A revision that says nothing new is none.
    if (out === undefined && imported.value.changes.length === 0) {
      if (args.json) printJson({ file: null, changes: [] });
      else printLine({ zh: "没有改动,未写文件", en: "Nothing was changed; no file was written" }[args.lang]);
      return Exit.done;
    }
    const saved =
      out !== undefined
        ? await writeModel(out, toSave(document), { stored: target?.value.file, fresh: !args.flag("force") })
        : target === undefined
          ? undefined
          : await saveBack(into ?? "", target.value, document);
    if (saved?.ok === false) return printProblems(saved.problems, args.lang);
    return report(out ?? into ?? "", imported.value, args);
  },
};

function report(file: string, { changes }: Imported, args: Arguments): number {
  const { lang } = args;
  const rows = changeViews(changes, lang);
  if (args.json) printJson({ file, changes: rows });
  else {
    for (const { cell, label, before, after } of rows) printLine(`${cell} ${label}: ${before} → ${after}`);
    sayWritten(file, args);
  }
  return Exit.done;
}
