import { statementJson, statementsByKernel, statementsOf } from "../../app/model/statements.ts";
import type { Command } from "../arguments.ts";
import { byOf } from "../by.ts";
import { engineOf } from "../engine.ts";
import { openPrepared } from "../open.ts";
import { BY, ENGINE, SCENARIO } from "../options.ts";
import { Exit, printJson, printLine, printProblems, printTable, sayProblems } from "../output.ts";

/** The standard tables, or the cash of one side, from the record or the kernel. */
export const statements: Command = {
  takes: "statements FILE [ID] [--by period|year] [--scenario ID] [--perspective ID] [--engine record|kernel]",
  does: { zh: "标准报表与各方现金流量", en: "the standard tables, and the cash of each side" },
  words: [1, 2],
  options: {
    by: BY,
    scenario: SCENARIO,
    perspective: { zh: "某一方的现金流量:参与方代码", en: "cash of one side: the id of a party" },
    engine: ENGINE,
  },
  examples: [
    "statements plan.json --by year",
    "statements plan.json uncounted",
    "statements plan.json open_ends --json",
  ],
  run: async (args) => {
    const by = byOf(args, "year");
    if (!by.ok) return printProblems(by.problems, args.lang);
    const engine = engineOf(args);
    if (!engine.ok) return printProblems(engine.problems, args.lang);
    const opened = await openPrepared(args.words[0] ?? "", args);
    if (!opened.ok) return printProblems(opened.problems, args.lang);
    sayProblems(opened.value.prepared.problems, args.lang);
    const [id, perspective] = [args.words[1], args.option("perspective")];
    const read = engine.value === "record" ? statementsOf : statementsByKernel;
    const answer = read(opened.value.prepared, {
      by: by.value,
      ...(id === undefined ? {} : { id }),
      ...(perspective === undefined ? {} : { perspective }),
    });
    if (!answer.ok) return printProblems(answer.problems, args.lang);
    const tables = answer.value.map((statement) => statementJson(statement, args.lang));
    if (args.json) printJson({ statements: tables });
    else for (const table of tables) print(table, args.lang);
    return Exit.done;
  },
};

function print({ id, title, columns, rows, notes }: ReturnType<typeof statementJson>, lang: "zh" | "en"): void {
  printLine(`${title} (${id})`);
  const head = lang === "zh" ? ["序号", "项目", "单位"] : ["no", "item", "unit"];
  printTable([
    [...head, ...columns],
    ...rows.map((row) => [
      row.no,
      `${"  ".repeat(row.level)}${row.label}`,
      row.unit,
      ...row.values.map((value) => value ?? "–"),
    ]),
  ]);
  for (const note of notes) printLine(`※ ${note}`);
  printLine();
}
