import { opinionOf } from "../../app/review/opinion/text.ts";
import type { Command } from "../arguments.ts";
import { openProject } from "../open.ts";
import { SCENARIO } from "../options.ts";
import { Exit, printJson, printLine, printProblems } from "../output.ts";

/** 审核意见 as text. */
export const opinion: Command = {
  takes: "opinion FILE [--scenario ID]",
  does: {
    zh: "审核意见:由审查要点、批注、审定与申报数写成,可直接粘贴;须由审核人决定的留空",
    en: "the opinion, composed from findings, remarks, audited and declared figures; what the reviewer must decide is left blank",
  },
  words: [1, 1],
  job: "file",
  options: { scenario: SCENARIO },
  examples: ["opinion plan.pingheng"],
  run: async (args) => {
    const opened = await openProject(args.words[0] ?? "", args);
    if (!opened.ok) return printProblems(opened.problems, args.lang);
    const question = { scenario: args.option("scenario"), of: [], lang: args.lang, shouldStop: args.shouldStop };
    const text = opinionOf(opened.value.document, question, opened.value.shelf);
    if (!text.ok) return printProblems(text.problems, args.lang);
    if (args.json) printJson({ text: text.value });
    else for (const line of text.value.split("\n")) printLine(line);
    return Exit.done;
  },
};
