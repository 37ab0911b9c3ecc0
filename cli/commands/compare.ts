import type { CompareView, Lang } from "../../app/contract.ts";
import { compareFilesOnce, compareScenariosOnce } from "../../app/model/compare.ts";
import { newShelf } from "../../app/model/prepare.ts";
import { appProblem } from "../../app/problems.ts";
import type { Arguments, Command } from "../arguments.ts";
import { answerBids, printBids } from "../bids.ts";
import { bridgeLines, shownValue } from "../differences.ts";
import { type Opened, openProject } from "../open.ts";
import {
  Exit,
  printError,
  printJson,
  printLine,
  printProblems,
  printTable,
  progressBar,
  VERDICT_MARK,
} from "../output.ts";

/** What is taken apart where nothing is asked for. */
const OF = "balance.static";

/** Plans side by side, with a bridge from the first to each of the others. */
export const compare: Command = {
  takes:
    "compare FILE [--scenarios A,B[,C…]] | FILE FILE… [--of LINE[@PERIOD|YEAR|total],B2,…] | FILE --bids [--against ID]",
  does: {
    zh: "多情景、多文件或各报价并列比较,并把差额分解到每一项差异(各项之和精确到分)",
    en: "scenarios, files or bids side by side, with a bridge that takes a difference apart, item by item, to the fen",
  },
  words: [1, 12],
  options: {
    scenarios: {
      zh: "情景代码,逗号分隔,第一个为比较基础;不写为全部",
      en: "ids of scenarios with commas, the first is compared with; all when left out",
    },
    of: {
      zh: `要分解的行、指标或结论,逗号分隔;不写为 ${OF}`,
      en: `lines, indicators or verdicts to take apart, with commas; ${OF} when left out`,
    },
    against: { zh: "报价比较的基础,不写为第一份", en: "the bid the others are set against; the first when left out" },
  },
  flags: { bids: { zh: "比选:各报价按同一口径并列", en: "bids on one footing, side by side" } },
  examples: [
    "compare plan.json --bids --against A",
    "compare plan.json --scenarios base,adverse --of npv.project.posttax,B2",
    "compare plan.json revised.json --of balance.static --json",
  ],
  exits: {
    1: {
      zh: "所求的数在某一情景中没有值,或两个文件差别过大,未能分解",
      en: "a figure has no value in one of the plans, or two files differ too much, and it was not taken apart",
    },
  },
  run: async (args) => {
    if (args.flag("bids")) return compareBids(args);
    const listed = (option: string) =>
      args
        .option(option)
        ?.split(",")
        .filter((word) => word !== "");
    const scenarios = listed("scenarios");
    if (scenarios !== undefined && args.words.length > 1)
      return printProblems([appProblem("compare.both", "--scenarios")], args.lang);
    const shelf = args.shelf ?? newShelf();
    const files: Opened[] = [];
    for (const word of args.words) {
      const opened = await openProject(word, { ...args, shelf });
      if (!opened.ok) return printProblems(opened.problems, args.lang);
      files.push(opened.value);
    }
    const bar = progressBar();
    const question = {
      of: listed("of") ?? [OF],
      engine: "record",
      lang: args.lang,
      onProgress: bar.show,
      shouldStop: args.shouldStop,
    } as const;
    const [first] = files;
    const answer =
      files.length > 1 || first === undefined
        ? compareFilesOnce(named(files, args), question, shelf)
        : compareScenariosOnce(first.document, scenarios, question, shelf);
    bar.end();
    if (!answer.ok) return printProblems(answer.problems, args.lang);
    const { problems } = answer.value;
    for (const { code, path, message, hint } of problems)
      printError(`${code} ${path}: ${message}${hint === undefined ? "" : ` (${hint})`}`);
    if (args.json) printJson(answer.value);
    else print(answer.value, args.lang);
    if (problems.some(({ code }) => code.startsWith("solve."))) return Exit.badCall;
    return problems.length > 0 ? Exit.unmet : Exit.done;
  },
};

async function compareBids(args: Arguments): Promise<number> {
  const opened = await args.open(args.words[0] ?? "");
  if (!opened.ok) return printProblems(opened.problems, args.lang);
  const answer = answerBids(opened.value.document, args.option("against"), args);
  if (!answer.ok) return printProblems(answer.problems, args.lang);
  if (args.json) printJson(answer.value);
  else printBids(answer.value, args.lang);
  return Exit.done;
}

/** Files by their names; two of one name by their paths. */
function named(files: readonly Opened[], { words }: Arguments) {
  const isTwice = (name: string) => files.filter((file) => file.name === name).length > 1;
  return files.map(({ name, document }, index) => ({
    name: isTwice(name) ? (words[index] ?? name) : name,
    document,
  }));
}

const WORDS = {
  verdicts: { zh: "结论", en: "verdicts" },
  indicators: { zh: "指标", en: "indicators" },
  changes: { zh: "差异", en: "differences" },
  conditional: { zh: "附条件", en: "with conditions" },
} as const;

function print({ plans, changes, bridges }: CompareView, lang: Lang): void {
  const [first] = plans;
  printTable([
    [WORDS.verdicts[lang], ...plans.map(({ id, label }) => `${id} ${label}`)],
    ...(first?.verdicts ?? []).map(({ id, title }) => [
      `${id} ${title[lang]}`,
      ...plans.map(({ verdicts }) => {
        const verdict = verdicts.find((one) => one.id === id);
        const conditional = (verdict?.conditions ?? 0) > 0 ? ` ${WORDS.conditional[lang]}` : "";
        return `${VERDICT_MARK[`${verdict?.pass ?? null}`]}${conditional} ${verdict?.margin ?? ""}`;
      }),
    ]),
  ]);
  for (const { id, troubles = [] } of plans) for (const text of troubles) printLine(`! ${id}: ${text}`);
  printLine();
  printTable([
    [WORDS.indicators[lang], ...plans.map(({ id }) => id), ""],
    ...(first?.indicators ?? []).map(({ id, unit }) => [
      id,
      ...plans.map(({ indicators }) => indicators.find((one) => one.id === id)?.value ?? "–"),
      unit,
    ]),
  ]);
  printLine();
  printTable([
    [WORDS.changes[lang], ...plans.map(({ id }) => id)],
    ...changes.map(({ path, values }) => [path, ...values.map(shownValue)]),
  ]);
  for (const bridge of bridges) bridgeLines(bridge, lang);
}
