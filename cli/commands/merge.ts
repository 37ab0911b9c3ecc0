import type { Lang } from "../../app/contract.ts";
import { readModelPath } from "../../app/files/read.ts";
import { writeModel } from "../../app/files/write.ts";
import { appProblem } from "../../app/problems.ts";
import { type Base, baseOf } from "../../app/revisions/ancestry.ts";
import { type MergedCopies, mergeCopies } from "../../app/revisions/merge.ts";
import { placeLabel } from "../../app/scenarios/labels.ts";
import type { MergeChoice } from "../../models/document/merge.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { succeed } from "../../models/wording/problem.ts";
import type { Command } from "../arguments.ts";
import { shownValue } from "../differences.ts";
import { Exit, printJson, printLine, printProblems, printTable } from "../output.ts";
import { toSave } from "../save.ts";

/** Two copies of one file edited apart. */
export const merge: Command = {
  takes: "merge FILE OTHER [--by NAME] [--choose PATH=mine|theirs,…]",
  does: {
    zh: "合并分头修改的两份文件:与共同版本比较,双方都改且不同之处逐一列出,以 --choose 逐项选定后存为 FILE 的新版本;两份的历史都保留",
    en: "merges two copies edited apart against their common revision; conflicts are named and chosen one by one with --choose, then saved as a new revision of FILE that keeps both histories",
  },
  words: [2, 2],
  job: "file",
  options: {
    by: { zh: "由谁合并", en: "who merges" },
    choose: {
      zh: "逐项选定,如 components/flats/inputs/price=theirs,逗号分隔",
      en: "one choice after the other, as components/flats/inputs/price=theirs, with commas",
    },
  },
  examples: [
    "merge ours.pingheng theirs.pingheng",
    "merge ours.pingheng theirs.pingheng --choose components/flats/inputs/price=mine",
  ],
  exits: { 1: { zh: "有尚未选定的冲突,文件没有改动", en: "conflicts are not chosen yet; the file was not touched" } },
  run: async (args) => {
    const [path = "", otherPath = ""] = args.words;
    const unlock = args.passphrases?.unlock;
    const [mine, theirs] = [await readModelPath(path, { unlock }), await readModelPath(otherPath, { unlock })];
    if (!mine.ok) return printProblems(mine.problems, args.lang);
    if (!theirs.ok) return printProblems(theirs.problems, args.lang);
    const [own, other] = [mine.value.file, theirs.value.file];
    if (own === undefined || other === undefined)
      return printProblems([appProblem("revision.json", own === undefined ? path : otherPath)], args.lang);
    const copies = [
      { stored: own, document: mine.value.document },
      { stored: other, document: theirs.value.document },
    ] as const;
    const base = await baseOf(...copies, async ({ heldBy, revision }) => {
      const held = await readModelPath(heldBy === "mine" ? path : otherPath, { unlock, revision });
      return held.ok ? succeed(held.value.document) : held;
    });
    if (!base.ok) return printProblems(base.problems, args.lang);
    if (base.value === undefined) return printProblems([appProblem("merge.unrelated", otherPath)], args.lang);
    const choices = choicesIn(args.option("choose") ?? "");
    if (choices === undefined) return printProblems([appProblem("merge.choice", "--choose")], args.lang);
    const by = args.option("by") ?? "";
    const merged = mergeCopies(base.value, ...copies, { choices, by, now: new Date() });
    if (!merged.ok) return printProblems(merged.problems, args.lang);
    const { open, document, conflicts, taken, left } = merged.value;
    const { revision: common, whole } = base.value;
    const draft = other.draft && { author: other.draft.author, at: other.draft.at };
    const saved = open.length === 0 && document.ok;
    if (args.json) printJson({ common, whole, conflicts, taken, left, draft, saved });
    else print({ ...merged.value, whole }, mine.value.document, args.lang);
    if (draft !== null && !args.json) printLine(WORDS.draft[args.lang](draft.author, draft.at));
    if (open.length > 0) return Exit.unmet;
    if (!document.ok) return printProblems(document.problems, args.lang);
    const note = `${NOTE[args.lang]} ${other.head}`;
    const written = await writeModel(path, { ...toSave(document.value), author: by, note }, { stored: own });
    return written.ok ? Exit.done : printProblems(written.problems, args.lang);
  },
};

const NOTE = { zh: "合并", en: "merged" } as const;

function choicesIn(text: string): ReadonlyMap<string, MergeChoice> | undefined {
  const choices = new Map<string, MergeChoice>();
  for (const word of text.split(",").filter((one) => one !== "")) {
    const [, path, side] = /^(.+)=(mine|theirs)$/.exec(word) ?? [];
    if (path === undefined) return undefined;
    choices.set(path, side as MergeChoice);
  }
  return choices;
}

const WORDS = {
  draft: {
    zh: (author: string, at: string) => `另一份里有 ${author} 于 ${at} 的未保存草稿,没有合并`,
    en: (author: string, at: string) =>
      `the other file holds an unsaved draft by ${author} of ${at}, which is not merged`,
  },
  taken: { zh: (count: number) => `取自另一份:${count} 处`, en: (count: number) => `taken from the other: ${count}` },
  apart: {
    zh: "两份文件互相合并过,或各自并入过同一份:看不出谁改在后,凡不同之处都作为冲突",
    en: "the copies were merged with one another, or each with the same third: who changed a place last cannot be told, and every difference is a conflict",
  },
  left: {
    zh: (places: string) => `评标表或定标表在其中一份已锁定,以下各处保持本文件的内容:${places}`,
    en: (places: string) => `a sheet of the tender is locked in one of them; these stay as mine has them: ${places}`,
  },
  conflicts: {
    zh: (count: number, open: number) => `冲突 ${count} 处,尚未选定 ${open} 处`,
    en: (count: number, open: number) => `${count} conflicts, ${open} not chosen yet`,
  },
  heads: {
    zh: ["位置", "共同版本", "本文件", "另一份", "选定", "路径"],
    en: ["place", "common", "mine", "theirs", "chosen", "path"],
  },
} as const;

function print(
  { conflicts, taken, left, open, whole }: MergedCopies & Pick<Base, "whole">,
  document: ModelDocument,
  lang: Lang,
): void {
  if (!whole) printLine(WORDS.apart[lang]);
  printLine(WORDS.taken[lang](taken.length));
  if (left.length > 0) printLine(WORDS.left[lang](left.map((path) => placeLabel(document, path)[lang]).join(", ")));
  printLine(WORDS.conflicts[lang](conflicts.length, open.length));
  if (conflicts.length === 0) return;
  printTable([
    WORDS.heads[lang],
    ...conflicts.map(({ path, base, mine, theirs, choice }) => [
      placeLabel(document, path)[lang],
      shownValue(base),
      shownValue(mine),
      shownValue(theirs),
      choice ?? "",
      path,
    ]),
  ]);
}
