import type { Lang, SolveInterval, SolveRoot, SolveView } from "../../app/contract.ts";
import { solveOnce, solveView } from "../../app/model/solve.ts";
import { appProblem } from "../../app/problems.ts";
import { fail } from "../../models/wording/problem.ts";
import { printAnswer } from "../answers.ts";
import type { Command } from "../arguments.ts";
import { openProject } from "../open.ts";
import { SCENARIO } from "../options.ts";
import { Exit, printJson, printLine, printProblems, progressBar } from "../output.ts";

/** Values of one input at which a line or verdict meets a target. */
export const solve: Command = {
  takes: "solve FILE --vary PATH --until 'LINE[@PERIOD]>=VALUE'|B5 [--scenario ID] [--min X] [--max Y]",
  does: {
    zh: "求使某行或结论达标的输入值:达标区间(无条件或尚待文件)、临界值、约束上限、试算间隔",
    en: "values of one input that meet a target: intervals (without a condition, or still on no paper), the values at their ends, the limit that binds, how finely it was looked",
  },
  words: [1, 1],
  options: {
    scenario: SCENARIO,
    vary: { zh: "可变的输入:文件中的路径", en: "the input that may change: its path in the document" },
    until: { zh: "要达到的目标:行@期间>=值,或结论代码", en: "the target: LINE@PERIOD>=VALUE, or a verdict" },
    min: { zh: "最小试算值", en: "least value tried" },
    max: { zh: "最大试算值", en: "largest value tried" },
  },
  examples: [
    `solve plan.json --vary components/flats/inputs/price --until 'balance.static>=0'`,
    "solve plan.json --vary components/flats/inputs/price --until B2 --min 5000 --max 30000",
  ],
  exits: {
    1: { zh: "在所述试算间隔下未找到", en: "none found at the resolution it states" },
  },
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
    const opened = await openProject(args.words[0] ?? "", args);
    if (!opened.ok) return printProblems(opened.problems, args.lang);
    const bar = progressBar();
    const [min, max] = [args.option("min"), args.option("max")];
    const question = {
      vary,
      until,
      scenario: args.option("scenario"),
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
      onProgress: bar.show,
      shouldStop: args.shouldStop,
    };
    const answer = solveOnce(opened.value.document, question, opened.value.shelf);
    bar.end();
    if (args.shouldStop()) return printProblems([appProblem("limit.time", "solve")], args.lang);
    if (!answer.ok) return printProblems(answer.problems, args.lang);
    const solution = solveView(answer.value, args.lang);
    if (args.json) {
      const bound = <T extends { readonly binding?: string }>(one: T) => ({ ...one, binding: one.binding ?? null });
      printJson({ ...solution, intervals: solution.intervals.map(bound), roots: solution.roots.map(bound) });
    } else show(solution, args.lang);
    return solution.found ? Exit.done : Exit.unmet;
  },
};

/** What ends a row; where the state turns is seen from the rows themselves. */
function bindingOf({ binding }: SolveRoot | SolveInterval, lang: Lang): string {
  if (binding === undefined || binding === "condition") return "";
  return ` · ${binding === "jump" ? { zh: "结果跳过目标", en: "the result leaps over the target" }[lang] : binding}`;
}

function show(solution: SolveView, lang: Lang): void {
  printLine(`${solution.vary}: ${solution.message}`);
  const line = (values: string, one: SolveRoot | SolveInterval): void =>
    printAnswer(values, one, lang, bindingOf(one, lang));
  for (const interval of solution.intervals) line(`[${interval.from}, ${interval.to}]`, interval);
  for (const root of solution.roots) line(root.value, root);
}
