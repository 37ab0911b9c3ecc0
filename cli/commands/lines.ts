import { FORECAST } from "../../app/actuals/view.ts";
import { linesOf } from "../../app/model/lines.ts";
import type { Command } from "../arguments.ts";
import { byOf } from "../by.ts";
import { csvRow } from "../csv.ts";
import { engineOf } from "../engine.ts";
import { openLines } from "../open.ts";
import { BY, ENGINE, SCENARIO } from "../options.ts";
import { Exit, printJson, printLine, printProblems, printTable, sayProblems } from "../output.ts";

/** Values of lines by period or by year, from the record or the kernel. */
export const lines: Command = {
  takes: "lines FILE [--scenario ID] [--match GLOB] [--by period|year] [--engine record|kernel] [--csv] [--forecast]",
  does: { zh: "各行数值", en: "line values" },
  words: [1, 1],
  options: {
    scenario: SCENARIO,
    match: { zh: "行的代码,* 代表任意字", en: "ids of lines; * stands for anything" },
    by: BY,
    engine: ENGINE,
  },
  flags: {
    csv: { zh: "输出 CSV", en: "writes CSV" },
    forecast: { zh: "预测(实际数加余下各期)的各行", en: "lines of the forecast: actuals, and what follows them" },
  },
  examples: [`lines plan.json --match 'flats.*' --by year`, "lines plan.json --csv --by year"],
  run: async (args) => {
    const by = byOf(args, "period");
    if (!by.ok) return printProblems(by.problems, args.lang);
    const engine = engineOf(args);
    if (!engine.ok) return printProblems(engine.problems, args.lang);
    const opened = await openLines(args.words[0] ?? "", args, args.flag("forecast") ? FORECAST : "");
    if (!opened.ok) return printProblems(opened.problems, args.lang);
    sayProblems(opened.value.prepared.problems, args.lang);
    const result = linesOf(opened.value.prepared, { by: by.value, match: args.option("match") ?? "*" }, engine.value);
    if (args.json) {
      const { document } = opened.value.prepared;
      printJson({
        timeline: {
          start: document.timeline.start,
          step: document.timeline.step,
          periods: document.timeline.periods,
          columns: result.columns,
        },
        lines: result.lines.map((line) => ({
          id: line.id,
          label: line.label[args.lang],
          unit: line.unit,
          kind: line.kind,
          values: line.values,
        })),
      });
      return Exit.done;
    }
    const table = [
      ["id", "label", "unit", ...result.columns],
      ...result.lines.map((line) => [
        line.id,
        line.label[args.lang],
        line.unit,
        ...line.values.map((value) => value ?? ""),
      ]),
    ];
    if (args.flag("csv")) for (const row of table) printLine(csvRow(row));
    else printTable(table);
    return Exit.done;
  },
};
