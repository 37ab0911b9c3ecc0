import { attachFile, copyAttachment, type FiledModel } from "../../app/files/attach.ts";
import { readModelPath } from "../../app/files/read.ts";
import { writeModel } from "../../app/files/write.ts";
import { appProblem } from "../../app/problems.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import type { Arguments, Command } from "../arguments.ts";
import { Exit, printJson, printLine, printProblems, printTable } from "../output.ts";
import { overwriting, toSave } from "../save.ts";

/** The attachments of a model file: lists them, adds one, saves a copy of one. */
export const attach: Command = {
  takes: "attach FILE [SCAN --to PLACE] [--save HASH -o OUT [--force]]",
  does: {
    zh: "列出附件;加入一个文件作为某条记录或某项输入的依据,存为新版本;另存一个附件的副本",
    en: "lists attachments; adds a file to a record or to the evidence of an input, as a new revision; saves a copy of one",
  },
  words: [1, 2],
  job: "never",
  options: {
    to: { zh: "records/代码 或 components/代码/inputs/输入", en: "records/ID or components/ID/inputs/NAME" },
    save: { zh: "附件的摘要(SHA-256)或其开头", en: "hash (SHA-256) of the attachment, or how it begins" },
  },
  flags: { force: { zh: "覆盖已有文件", en: "replaces a file that is there" } },
  examples: [
    "attach plan.pingheng 表决结果.pdf --to records/rebuild_vote",
    "attach plan.pingheng --save 3fa9 -o copy.pdf",
  ],
  run: async (args) => {
    const [path = "", scan] = args.words;
    const read = await readModelPath(path, { unlock: args.passphrases?.unlock });
    if (!read.ok) return printProblems(read.problems, args.lang);
    const { file, document } = read.value;
    if (file === undefined) return printProblems([appProblem("revision.json", path)], args.lang);
    if (scan !== undefined) return add({ file, document }, scan, args);
    return args.option("save") === undefined ? list(document, args) : save({ file, document }, args);
  },
};

function list({ attachments = [] }: ModelDocument, { json }: Arguments): number {
  if (json) printJson({ attachments });
  else printTable(attachments.map(({ sha256, name, mediaType, bytes }) => [sha256, `${bytes}`, mediaType, name]));
  return Exit.done;
}

async function add(read: FiledModel, scan: string, args: Arguments): Promise<number> {
  const attached = await attachFile(read, scan, args.option("to") ?? "");
  if (!attached.ok) return printProblems(attached.problems, args.lang);
  const { document, attachments, sha256 } = attached.value;
  const saved = await writeModel(read.file.path, { ...toSave(document), attachments }, { stored: read.file });
  if (!saved.ok) return printProblems(saved.problems, args.lang);
  if (args.json) printJson({ sha256, revision: saved.value.file?.head ?? null });
  else printLine(sha256);
  return Exit.done;
}

async function save(read: FiledModel, args: Arguments): Promise<number> {
  const out = args.option("o");
  if (out === undefined) return printProblems([appProblem("attach.out", "-o")], args.lang);
  const there = overwriting(out, args);
  if (there !== undefined) return printProblems([there], args.lang);
  const sha256 = await copyAttachment(read, args.option("save") ?? "", out);
  if (!sha256.ok) return printProblems(sha256.problems, args.lang);
  if (args.json) printJson({ sha256: sha256.value, path: out });
  else printLine(out);
  return Exit.done;
}
