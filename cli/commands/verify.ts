import type { Lang } from "../../app/contract.ts";
import { type Verification, type VerifiedScenario, verifyModel } from "../../app/files/verify.ts";
import type { Command } from "../arguments.ts";
import { Exit, printJson, printLine, printProblems, printTable, sayProblems } from "../output.ts";

const SHOWN_MAX = 20;

/** A revision computed from what its file holds, beside what today's mechanisms give. */
export const verify: Command = {
  takes: "verify FILE [--revision ID]",
  does: {
    zh: "用文件自带的公式行核算一个版本,并与现行算法比较",
    en: "recompute a revision from its own lines, compare with today's mechanisms",
  },
  words: [1, 1],
  job: "file",
  options: {
    revision: { zh: "版本的代码,不写为最新版本", en: "id of a revision; the newest when left out" },
  },
  examples: ["verify plan.pingheng"],
  exits: {
    1: { zh: "与存储的结果不一致", en: "the results differ from what was stored" },
  },
  run: async (args) => {
    const verified = await verifyModel(args.words[0] ?? "", args.option("revision"));
    if (!verified.ok) return printProblems(verified.problems, args.lang);
    if (args.json) printJson(verifyJson(verified.value, args.lang));
    else print(verified.value, args.lang);
    return verified.value.cannot === undefined && verified.value.scenarios.every(isSame) ? Exit.done : Exit.unmet;
  },
};

const isSame = ({ differences, problems }: VerifiedScenario): boolean =>
  differences.length === 0 && problems.length === 0;

function verifyJson({ revision, createdAt, cannot, scenarios }: Verification, lang: Lang) {
  return {
    revision,
    createdAt,
    cannot: cannot === undefined ? null : { code: cannot.code, message: cannot.message[lang] },
    scenarios: scenarios.map(({ id, lines, differences, problems }) => ({
      id,
      lines,
      differences: differences.map(({ label, ...difference }) => ({ ...difference, label: label[lang] })),
      problems: problems.map(({ code, path, message }) => ({ code, path, message: message[lang] })),
    })),
  };
}

const WORDS = {
  own: {
    zh: (lines: number) => `用文件自带的 ${lines} 行公式核算,现行算法结果一致`,
    en: (lines: number) => `recomputed from the ${lines} lines of the file; today's mechanisms agree`,
  },
  differ: {
    zh: (lines: number, count: number) => `用文件自带的 ${lines} 行公式核算,现行算法有 ${count} 行不同(原值 → 现值)`,
    en: (lines: number, count: number) =>
      `recomputed from the ${lines} lines of the file; today's mechanisms differ in ${count} (stored → today)`,
  },
} as const;

function print({ revision, createdAt, cannot, scenarios }: Verification, lang: Lang): void {
  printLine(`${revision} · ${createdAt}`);
  if (cannot !== undefined) printLine(`${cannot.message[lang]}${cannot.hint?.[lang] ?? ""}`);
  for (const { id, lines, differences, problems } of scenarios) {
    const said = differences.length === 0 ? WORDS.own[lang](lines) : WORDS.differ[lang](lines, differences.length);
    printLine(`${id}: ${said}`);
    printTable(
      differences
        .slice(0, SHOWN_MAX)
        .map(({ line, label, period, before, after, only }) => [
          "",
          line,
          label[lang],
          period,
          only === "after" ? "–" : (before ?? "–"),
          only === "before" ? "–" : (after ?? "–"),
        ]),
    );
    sayProblems(problems, lang);
  }
}
