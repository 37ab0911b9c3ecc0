import { frontierOnce } from "../../app/model/levers.ts";
import { toldView } from "../../app/model/solve.ts";
import { appProblem } from "../../app/problems.ts";
import type { Frontier } from "../../models/analysis/frontier/frontier.ts";
import { fail } from "../../models/wording/problem.ts";
import type { Text } from "../../models/wording/text.ts";
import { printAnswer } from "../answers.ts";
import type { Arguments, Command } from "../arguments.ts";
import { openProject } from "../open.ts";
import { SCENARIO } from "../options.ts";
import { Exit, printJson, printLine, printProblems, printTable, progressBar } from "../output.ts";

/** Where two inputs together just meet a target. */
export const frontier: Command = {
  takes:
    "frontier FILE --x PATH --y PATH --of 'LINE[@PERIOD]>=VALUE'|B5 [--scenario ID] [--min-x V --max-x V --min-y V --max-y V]",
  does: {
    zh: "两因素盈亏平衡前沿:两项输入怎样搭配恰好达到目标",
    en: "the break-even line of two inputs: which pairs of values just meet the target",
  },
  words: [1, 1],
  options: {
    scenario: SCENARIO,
    x: { zh: "横轴的输入:文件中的路径", en: "the input across: its path in the document" },
    y: { zh: "纵轴的输入:文件中的路径", en: "the input upwards: its path in the document" },
    of: { zh: "要达到的目标:行@期间>=值,或结论代码", en: "the target: LINE@PERIOD>=VALUE, or a verdict" },
    "min-x": { zh: "横轴最小值", en: "least value across" },
    "max-x": { zh: "横轴最大值", en: "largest value across" },
    "min-y": { zh: "纵轴最小值", en: "least value upwards" },
    "max-y": { zh: "纵轴最大值", en: "largest value upwards" },
  },
  examples: [
    "frontier plan.json --x components/flats/inputs/price --y components/works/inputs/items/above/price --of B2",
  ],
  exits: { 1: { zh: "所取范围内没有前沿", en: "no line runs through the range" } },
  run: async (args) => {
    const [x, y, of] = [args.option("x"), args.option("y"), args.option("of")];
    if (x === undefined || y === undefined || of === undefined) return printProblems(missing().problems, args.lang);
    const opened = await openProject(args.words[0] ?? "", args);
    if (!opened.ok) return printProblems(opened.problems, args.lang);
    const bar = progressBar();
    const question = {
      of,
      scenario: args.option("scenario"),
      x: { path: x, ...ends(args, "x") },
      y: { path: y, ...ends(args, "y") },
      onProgress: bar.show,
      shouldStop: args.shouldStop,
    };
    const answer = frontierOnce(opened.value.document, question, opened.value.shelf);
    bar.end();
    if (!answer.ok) return printProblems(answer.problems, args.lang);
    if (answer.value === undefined) return printProblems([appProblem("limit.time", "frontier")], args.lang);
    if (args.json)
      printJson({
        ...answer.value,
        x: axis(answer.value.x, args),
        y: axis(answer.value.y, args),
        looks: answer.value.looks.map((look) => toldView(look, args.lang)),
      });
    else show(answer.value, args);
    return answer.value.curves.length > 0 ? Exit.done : Exit.unmet;
  },
};

function ends(args: Arguments, side: "x" | "y"): { readonly min?: string; readonly max?: string } {
  const [min, max] = [args.option(`min-${side}`), args.option(`max-${side}`)];
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

const axis = ({ label, ...rest }: Frontier["x"], { lang }: Arguments) => ({ ...rest, label: label[lang] });

/** What the range is like where no line runs through it. */
function nothingIn({ grid, still, x, y }: Pick<Frontier, "grid" | "still" | "x" | "y">): Text {
  const states = new Set(grid.flat());
  const range = {
    zh: `${x.label.zh} ${x.from}—${x.to}、${y.label.zh} ${y.from}—${y.to}`,
    en: `${x.label.en} ${x.from} to ${x.to}, ${y.label.en} ${y.from} to ${y.to}`,
  };
  if (still) {
    const is = states.has(true) ? { zh: "达到", en: "met" } : { zh: "未达到", en: "missed" };
    return {
      zh: `范围内没有前沿:两项输入都不影响该目标,处处${is.zh}:${range.zh}`,
      en: `no line runs through the range: neither input moves the target, which is ${is.en} everywhere: ${range.en}`,
    };
  }
  if (states.has(true) && !states.has(false))
    return {
      zh: `范围内没有前沿,处处达到目标:${range.zh}`,
      en: `no line runs through the range, it is met everywhere: ${range.en}`,
    };
  if (states.has(false) && !states.has(true))
    return {
      zh: `范围内没有前沿,处处未达到目标:${range.zh}`,
      en: `no line runs through the range, it is missed everywhere: ${range.en}`,
    };
  return { zh: `范围内没有前沿:${range.zh}`, en: `no line runs through the range: ${range.en}` };
}

function show({ of, x, y, metNow, still, curves, grid, looks }: Frontier, { lang }: Arguments): void {
  const [yes, no] = [
    { zh: "现值达到目标", en: "met as it is" },
    { zh: "现值未达到目标", en: "not met as it is" },
  ];
  printLine(`${of}: ${(metNow ? yes : no)[lang]}`);
  if (curves.length === 0) {
    printLine(nothingIn({ grid, still, x, y })[lang]);
  } else
    printTable([
      [x.label[lang], y.label[lang], ""],
      ...curves.flatMap((curve) =>
        curve.map((point) => [point.x, point.y, point.jump ? { zh: "跳变", en: "jump" }[lang] : ""]),
      ),
    ]);
  if (looks.length > 0) printLine(BY_NUMBER[lang]);
  for (const look of looks) printAnswer(`(${look.x}, ${look.y})`, toldView(look, lang), lang);
}

const BY_NUMBER: Text = {
  zh: "前沿只看数值。以下各点已按账本复核,附条件、违反规则或无法判定的不作答案:",
  en: "The line is by the number alone. At these points the book of record was asked; what is on a condition, breaks a rule or is undecided is no answer:",
};

function missing() {
  return fail({
    code: "call.missing",
    message: { zh: "需要 --x、--y 和 --of", en: "--x, --y and --of are needed" },
    path: "frontier",
    hint: {
      zh: "如 --x components/flats/inputs/price --y components/works/inputs/items/above/price --of B2",
      en: "for example --x components/flats/inputs/price --y components/works/inputs/items/above/price --of B2",
    },
  });
}
