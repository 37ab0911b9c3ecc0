import { solveOnce } from "../../app/model/solve.ts";
import { fail } from "../../models/wording/problem.ts";
import type { Command } from "../arguments.ts";
import { openDocument } from "../open.ts";
import { Exit, printJson, printLine, printProblems, progressBar } from "../output.ts";

/** Values of one input at which an indicator meets a target. */
export const solve: Command = {
  takes: "solve FILE --vary PATH --until 'INDICATOR>=VALUE' [--scenario ID] [--min X] [--max Y]",
  does: {
    zh: "求使指标达标的输入值(全部解与约束上限)",
    en: "value(s) of one input that meet a target; all roots; the limit that binds",
  },
  words: [1, 1],
  options: ["scenario", "vary", "until", "min", "max"],
  run: async (args) => {
    const [vary, until] = [args.option("vary"), args.option("until")];
    if (vary === undefined || until === undefined) {
      return printProblems(
        fail({
          code: "call.missing",
          message: { zh: "需要 --vary 和 --until", en: "--vary and --until are needed" },
          path: "solve",
          hint: {
            zh: "如 --vary components/sale_1/inputs/price --until 'balance.static>=0'",
            en: "for example --vary components/sale_1/inputs/price --until 'balance.static>=0'",
          },
        }).problems,
        args.lang,
      );
    }
    const opened = await openDocument(args.words[0] ?? "");
    if (!opened.ok) return printProblems(opened.problems, args.lang);
    const bar = progressBar();
    const [min, max] = [args.option("min"), args.option("max")];
    const answer = solveOnce(opened.value.document, {
      vary,
      until,
      scenario: args.option("scenario"),
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
      onProgress: bar.show,
    });
    bar.end();
    if (!answer.ok) return printProblems(answer.problems, args.lang);
    const solution = answer.value;
    if (args.json) {
      const roots = solution.roots.map(({ value, confirmed, binding }) => ({
        value,
        confirmed,
        binding: binding ?? null,
      }));
      printJson({ ...solution, roots, message: solution.message[args.lang] });
    } else {
      printLine(`${solution.vary}: ${solution.message[args.lang]}`);
      for (const root of solution.roots)
        printLine(
          `  ${root.value}${root.confirmed ? " ✓" : " ✗"}${root.binding === undefined ? "" : ` · ${root.binding}`}`,
        );
    }
    return solution.roots.some((root) => root.confirmed) ? Exit.done : Exit.unmet;
  },
};
