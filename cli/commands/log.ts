import type { Lang } from "../../app/contract.ts";
import { type FileLog, type LogEntry, readLog } from "../../app/revisions/log.ts";
import type { Command } from "../arguments.ts";
import { Exit, printJson, printLine, printProblems, printTable, VERDICT_MARK } from "../output.ts";
import { actLine, chainLine, sealLine } from "../seals.ts";

/** The saved states of a model file. */
export const log: Command = {
  takes: "log FILE",
  does: {
    zh: "列出文件中的各个版本:时间、编制人、说明、当时的结论、锁定与开启、封存与签名",
    en: "the revisions of a model file: when, by whom, why, what it came to, locks and openings, seals and signatures",
  },
  words: [1, 1],
  job: "file",
  options: {},
  examples: ["log plan.pingheng"],
  run: async (args) => {
    const found = await readLog(args.words[0] ?? "", args.passphrases?.unlock);
    if (!found.ok) return printProblems(found.problems, args.lang);
    if (args.json) printJson(found.value);
    else print(found.value, args.lang);
    return Exit.done;
  },
};

function print({ revisions, chain }: FileLog, lang: Lang): void {
  for (const revision of revisions) {
    const { number, id, at, author, note, program, isHead, seals, acts } = revision;
    const lights = revision.strange ? STRANGE[lang] : verdictsOf(revision);
    printTable([[`${isHead ? "*" : " "} ${number}`, id, at, author, lights, note, program ?? ""]]);
    for (const act of acts) printLine(`      ${actLine(act, lang)}`);
    for (const seal of seals) printLine(`      ${sealLine(seal, lang)}`);
  }
  printLine(chainLine(chain, lang));
}

const STRANGE = { zh: "(所存结果不是本程序所写)", en: "(results not of this program)" } as const;

/** A light that stood under conditions is marked as such. */
function verdictsOf({ headline }: LogEntry): string {
  return (headline?.verdicts ?? [])
    .map(({ id, pass, conditions }) => `${id}${VERDICT_MARK[`${pass}`]}${pass === true && conditions > 0 ? "*" : ""}`)
    .join(" ");
}
