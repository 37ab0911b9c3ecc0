import { adviseOnce } from "../../app/model/advise.ts";
import { appProblem } from "../../app/problems.ts";
import { adviceJson, printAdvice } from "../advice.ts";
import type { Arguments, Command } from "../arguments.ts";
import { openProject } from "../open.ts";
import { SCENARIO } from "../options.ts";
import { Exit, printJson, printProblems, progressBar } from "../output.ts";
import { readWeights, readWithin } from "../weights.ts";

/** The least painful changes that meet one or several targets, or the cheapest mix of money. */
export const advise: Command = {
  takes:
    "advise FILE --until 'INDICATOR>=VALUE'|B5 [--until …] [--weights FILE|SIDE=W|PATH=W|PATH=no …] [--within PATH=MIN..MAX …] [--alternatives 3] [--funding [--minimise LINE]] [--scenario ID]",
  does: {
    zh: "顾问:在上下限和规则之内,使各目标同时达到的代价最小的调整,并列出各方承担多少;--funding 求最省的资金组合",
    en: "advice: the least painful changes within bounds and rules that meet all targets, and what each side bears; --funding: the cheapest mix of money",
  },
  words: [1, 1],
  options: {
    scenario: SCENARIO,
    alternatives: { zh: "要几个不同的方案,默认 3", en: "how many different plans, 3 when left out" },
    minimise: {
      zh: "资金组合要压低的行或指标,默认建设期利息与利息支出",
      en: "of a mix of money the line or indicator to make small; interest in construction and after when left out",
    },
  },
  repeated: {
    until: { zh: "目标:行@期间>=值,或结论代码;可多个", en: "a target: LINE@PERIOD>=VALUE, or a verdict; several" },
    weights: {
      zh: "权重:JSON 文件,或 承担方=数、输入路径=数、输入路径=no(不动)",
      en: "weights: a JSON file, or SIDE=W, PATH=W, PATH=no to leave it alone",
    },
    within: { zh: "某项输入的上下限:路径=最小..最大", en: "ends of one input: PATH=MIN..MAX" },
  },
  flags: { funding: { zh: "只调资金的金额与期限", en: "only amounts and terms of the money" } },
  examples: [
    "advise plan.json --until B2 --until B5 --weights residents=5 --weights components/area/inputs/far=no",
    "advise plan.json --funding --minimise policy_loan.interest@total",
  ],
  exits: { 1: { zh: "没有可行的方案", en: "there is no plan" } },
  run: async (args) => {
    const [weights, within] = [await readWeights(args.list("weights")), readWithin(args.list("within"))];
    if (!weights.ok) return printProblems(weights.problems, args.lang);
    if (!within.ok) return printProblems(within.problems, args.lang);
    const opened = await openProject(args.words[0] ?? "", args);
    if (!opened.ok) return printProblems(opened.problems, args.lang);
    const bar = progressBar();
    const question = {
      until: args.list("until"),
      weights: weights.value,
      within: within.value,
      funding: args.flag("funding"),
      ...givenIn(args),
      onProgress: bar.show,
      shouldStop: args.shouldStop,
    };
    const answer = await adviseOnce(opened.value.document, question, opened.value.shelf);
    bar.end();
    if (!answer.ok) return printProblems(answer.problems, args.lang);
    if (answer.value === undefined) return printProblems([appProblem("limit.time", "advise")], args.lang);
    if (args.json) printJson(adviceJson(answer.value, args.lang));
    else printAdvice(answer.value, args.lang);
    return answer.value.plans.length > 0 ? Exit.done : Exit.unmet;
  },
};

function givenIn(args: Arguments) {
  const [scenario, minimise, alternatives] = ["scenario", "minimise", "alternatives"].map((name) => args.option(name));
  return {
    scenario,
    ...(minimise === undefined ? {} : { minimise }),
    ...(alternatives === undefined ? {} : { alternatives: Number(alternatives) }),
  };
}
