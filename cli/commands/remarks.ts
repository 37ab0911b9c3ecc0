import type { Lang, RemarkView } from "../../app/contract.ts";
import { reviewOf } from "../../app/model/review.ts";
import { remarkViews } from "../../app/review/remarks.ts";
import type { Command } from "../arguments.ts";
import { openPrepared } from "../open.ts";
import { SCENARIO } from "../options.ts";
import { Exit, printJson, printLine, printProblems } from "../output.ts";

const STATES = {
  open: { zh: "未答复", en: "open" },
  answered: { zh: "已答复", en: "answered" },
  accepted: { zh: "已采纳", en: "accepted" },
} as const;
const NONE = { zh: "没有批注", en: "no remarks" } as const;
const GONE = { zh: "(所注位置已不存在)", en: " (the place is no longer there)" } as const;

/** What reviewers remarked, and what was answered. */
export const remarks: Command = {
  takes: "remarks FILE [--scenario ID]",
  does: {
    zh: "列出文件中的批注:严重程度、状态、位置(已不存在的标明)、内容与答复",
    en: "the remarks of a file: severity, state, place (said where it is gone), text and replies",
  },
  words: [1, 1],
  job: "file",
  options: { scenario: SCENARIO },
  examples: ["remarks plan.pingheng"],
  exits: { 1: { zh: "有未答复的批注", en: "a remark is open" } },
  run: async (args) => {
    const opened = await openPrepared(args.words[0] ?? "", args);
    if (!opened.ok) return printProblems(opened.problems, args.lang);
    const { prepared } = opened.value;
    const { findings } = reviewOf(prepared);
    const views = remarkViews(prepared.document, prepared, findings, args.lang);
    if (args.json) printJson({ remarks: views });
    else print(views, args.lang);
    return views.some(({ state }) => state === "open") ? Exit.unmet : Exit.done;
  },
};

function print(views: readonly RemarkView[], lang: Lang): void {
  if (views.length === 0) printLine(NONE[lang]);
  for (const { severity, state, place, there, author, at, text, replies, id } of views) {
    printLine(
      `${severity} [${STATES[state][lang]}] ${place}${there === false ? GONE[lang] : ""} · ${author} ${at} (${id})`,
    );
    for (const line of text.split("\n")) printLine(`    ${line}`);
    for (const reply of replies)
      for (const line of `↳ ${reply.author} ${reply.at} ${reply.text}`.split("\n")) printLine(`    ${line}`);
  }
}
