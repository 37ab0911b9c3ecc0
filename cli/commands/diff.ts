import type { Lang, PlanView } from "../../app/contract.ts";
import { kindLabel } from "../../app/revisions/changes.ts";
import { diffOf, type RevisionDiff } from "../../app/revisions/diff.ts";
import type { Command } from "../arguments.ts";
import { bridgeLines, shownValue } from "../differences.ts";
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

/** What changed between two states of a model, and what it did to the verdicts. */
export const diff: Command = {
  takes: "diff FILE@REV FILE@REV [--of LINE[@PERIOD|YEAR|total],B2,…]",
  does: {
    zh: "两个版本之间改了什么(输入、测算项、记录、情景、政策参数包……),对各结论的影响;--of 把差额分解到每项改动",
    en: "what changed between two revisions (inputs, components, records, scenarios, packs …) and what it did to the verdicts; --of takes a difference apart",
  },
  words: [2, 2],
  job: "file",
  options: {
    of: { zh: "要分解的行、指标或结论,逗号分隔", en: "lines, indicators or verdicts to take apart, with commas" },
  },
  examples: ["diff plan.pingheng@1 plan.pingheng@head --of B2", "diff ours.pingheng theirs.pingheng"],
  exits: { 1: { zh: "所求的数在其中一个版本没有值", en: "a figure has no value in one of them" } },
  run: async (args) => {
    const [own, other] = [await args.open(args.words[0] ?? ""), await args.open(args.words[1] ?? "")];
    if (!own.ok) return printProblems(own.problems, args.lang);
    if (!other.ok) return printProblems(other.problems, args.lang);
    const [from, to] = args.words as readonly [string, string];
    const bar = progressBar();
    const of = (args.option("of") ?? "").split(",").filter((word) => word !== "");
    const question = {
      of,
      engine: "record",
      lang: args.lang,
      onProgress: bar.show,
      shouldStop: args.shouldStop,
    } as const;
    const before = { name: from, document: own.value.document };
    const after = { name: to === from ? `${to} ` : to, document: other.value.document };
    const answer = diffOf(before, after, question);
    bar.end();
    if (!answer.ok) return printProblems(answer.problems, args.lang);
    for (const { code, path, message } of answer.value.problems) printError(`${code} ${path}: ${message}`);
    if (args.json) printJson(diffJson(answer.value, args.lang));
    else print(answer.value, args.lang);
    return answer.value.problems.length > 0 ? Exit.unmet : Exit.done;
  },
};

function diffJson({ changes, before, after, bridges, problems }: RevisionDiff, lang: Lang) {
  const figures = ({ id, verdicts, indicators }: PlanView) => ({ id, verdicts, indicators });
  return {
    changes: changes.map(({ label, ...change }) => ({ ...change, label: label[lang] })),
    before: figures(before),
    after: figures(after),
    bridges,
    problems,
  };
}

const WORDS = {
  none: { zh: "两个版本内容相同", en: "both are the same" },
  verdicts: { zh: "对结论的影响", en: "what it did to the verdicts" },
  unmoved: { zh: "各结论不变", en: "no verdict changed" },
} as const;

function print({ changes, before, after, bridges }: RevisionDiff, lang: Lang): void {
  if (changes.length === 0) printLine(WORDS.none[lang]);
  printTable(
    changes.map(({ kind, path, label, before: own, after: other }) => [
      kindLabel(kind)[lang],
      label[lang],
      `${shownValue(own)} → ${shownValue(other)}`,
      path,
    ]),
  );
  const moved = before.verdicts.flatMap((verdict) => {
    const now = after.verdicts.find(({ id }) => id === verdict.id);
    const [a, b] = [verdict, now].map((one) => `${VERDICT_MARK[`${one?.pass ?? null}`]} ${one?.margin ?? ""}`.trim());
    return a === b ? [] : [[`${verdict.id} ${verdict.title[lang]}`, `${a} → ${b}`, verdict.unit ?? ""]];
  });
  printLine();
  printLine(moved.length === 0 ? WORDS.unmoved[lang] : WORDS.verdicts[lang]);
  printTable(moved);
  for (const bridge of bridges) bridgeLines(bridge, lang);
}
