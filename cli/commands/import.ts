import { readFileBytes, readModelPath } from "../../app/files/read.ts";
import { writeModel } from "../../app/files/write.ts";
import { importSheets } from "../../app/imports/import.ts";
import type { Imported } from "../../app/imports/importTemplate.ts";
import { mapTables } from "../../app/imports/mapping/map.ts";
import { isCsv } from "../../app/imports/mapping/source.ts";
import { changeViews } from "../../app/imports/shown.ts";
import { appProblem } from "../../app/problems.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { exchangeProblem } from "../../models/wording/exchange.ts";
import { fail, type Result, succeed } from "../../models/wording/problem.ts";
import type { Arguments, Command } from "../arguments.ts";
import { mappingOf } from "../mapping.ts";
import { Exit, printJson, printLine, printProblems, sayProblems } from "../output.ts";
import { overwriting, saveBack, sayWritten, toSave } from "../save.ts";

/** A filled spreadsheet back into a model file. */
export const importFile: Command = {
  takes:
    "import FILE [-o OUT] [--into FILE] [--at PATH] [--sheet NAME] [--head ROW] [--columns FIELD=COLUMN,…] [--unit wan|yuan] [--replace] [--force]",
  does: {
    zh: "读回填好的填报模板(export --to xlsx-template)、投标人填好的报价表(export --to xlsx-bid,须用 --into),或改了填写值的全模型工作簿(export --to xlsx,须用 --into):有一处错误即不写入,各处错误按工作表与单元格一次列全;公式一律不计算。--at 把任何 .xlsx 或文本文件(CSV,UTF-8 或 GB18030)的一张表读入一项表格或分期输入,各列按表头对应",
    en: "reads a filled template back (export --to xlsx-template), a filled bid form (export --to xlsx-bid, with --into), or a workbook of the model with changed entries (export --to xlsx, with --into): with one fault nothing is written, and all of them are named at their sheet and cell; formulas are never calculated. --at reads a table of any .xlsx or text file (CSV in UTF-8 or GB18030) into a table or series of the model, with columns told apart by their headings",
  },
  words: [1, 1],
  job: "file",
  options: {
    at: {
      zh: "读入哪一项表格或分期输入,如 components/flats/inputs/collection",
      en: "the table or series it is read into, such as components/flats/inputs/collection",
    },
    sheet: { zh: "--at:工作表;不写取第一张有数据的", en: "of --at: the sheet; the first with rows where left out" },
    head: {
      zh: "--at:表头行,0 为没有表头;不写则推断",
      en: "of --at: row of the headings, 0 for none; guessed where left out",
    },
    columns: {
      zh: "--at:栏目=列,如 month=A,amount=C;不写按表头推断",
      en: "of --at: FIELD=COLUMN, such as month=A,amount=C; guessed from the headings where left out",
    },
    unit: {
      zh: "--at:金额单位 wan(万元)或 yuan(元);不写按表头推断",
      en: "of --at: what amounts are in; guessed from the headings where left out",
    },
    into: {
      zh: "写入这个模型:只采用表中改动的格;不写 -o 时存回该文件",
      en: "the model it is read into: only cells that were changed are taken over; without -o it is saved back to that file",
    },
  },
  flags: {
    force: { zh: "覆盖已有文件", en: "replaces a file that is there" },
    replace: { zh: "--at:替换原有各行;不写则接在后面", en: "of --at: in place of the rows there are, not behind them" },
  },
  examples: [
    "import sales.csv --into plan.pingheng --at components/flats/inputs/sellThrough",
    "import old.xlsx --into plan.pingheng --at components/works/inputs/items --sheet 投资估算 --head 3 --unit wan",
    "import filled.xlsx -o plan.pingheng",
    "import filled.xlsx --into plan.pingheng",
  ],
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
    const imported = importedFrom(bytes.value, name, target?.value.document, args);
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

/** A form of ours read back, or with --at a table that is mapped to an input. */
function importedFrom(
  bytes: Uint8Array,
  name: string,
  into: ModelDocument | undefined,
  args: Arguments,
): Result<Imported> {
  const at = args.option("at");
  if (at === undefined) return isCsv(name) ? fail(exchangeProblem("needs_at", name)) : importSheets(bytes, name, into);
  if (into === undefined) return fail(exchangeProblem("needs_at", name));
  const question = mappingOf(at, args);
  if (!question.ok) return question;
  const mapped = mapTables(bytes, name, into, question.value);
  if (!mapped.ok) return mapped;
  const { document, changes, problems, told } = mapped.value;
  return document === undefined ? fail(...problems) : succeed({ document, changes, told });
}

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
