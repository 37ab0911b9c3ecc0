import { importBid, noticeDocument } from "../../app/bids/import.ts";
import { sheetAmiss, stamped } from "../../app/bids/locks.ts";
import { prepareBidsOnce } from "../../app/bids/prepare.ts";
import { sheetFigures } from "../../app/bids/view.ts";
import { readModelBytes, readModelPath } from "../../app/files/read.ts";
import { writeModel } from "../../app/files/write.ts";
import { lockOf, recordAct } from "../../app/revisions/acts.ts";
import { problemViews } from "../../app/wording.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import type { SheetName } from "../../models/document/tender/sheets.ts";
import { bidsProblem } from "../../models/wording/bids.ts";
import type { Problem } from "../../models/wording/problem.ts";
import type { Arguments, Command } from "../arguments.ts";
import { Exit, printJson, printLine, printProblems, sayProblems } from "../output.ts";
import { overwriting, saveBack, sayWritten, toSave } from "../save.ts";
import { openSealedFiles, sealBidFile, showKey } from "../sealedBids.ts";
import { chainLine, hashLine } from "../seals.ts";

/** Files of bids: what bidders are given, and what comes back. */
export const bids: Command = {
  takes:
    "bids notice FILE -o OUT | key [-o OUT] | seal BID --to KEY -o OUT | import FILE BID… | lock FILE --by NAME | award FILE --by NAME",
  does: {
    zh: "比选:notice 生成发给投标人填写的报价文件(不含任何保密内容);import 导入投标人填好的报价,应答其他招标或旧版招标文件的拒收并说明原因;lock 锁定评标表,award 锁定定标表,摘要记入版本链",
    en: "bids: notice writes the file bidders fill in, with nothing secret in it; import takes filled-in bids and refuses, with the reason, those on another tender or an earlier notice; lock locks the evaluation, award the award, each with its hash in the chain",
  },
  words: [1, 42],
  job: "never",
  options: {
    by: { zh: "由谁锁定、由谁开启密封报价", en: "who locks it, or opens sealed bids" },
    to: { zh: "招标方的公钥文件", en: "file of the tenderer's public key" },
  },
  flags: { force: { zh: "覆盖已有文件", en: "replaces a file that is there" } },
  examples: [
    "bids notice plan.json -o bid.json",
    "bids import plan.pingheng bid-a.json bid-b.json",
    "bids key -o tender-key.json",
    "bids seal bid-a.json --to tender-key.json -o a.bid",
    "bids import plan.pingheng a.bid b.bid --by 张三",
    "bids lock plan.pingheng --by 张三",
  ],
  run: async (args) => {
    const [action = "", path = "", ...files] = args.words;
    if (action === "key" && path === "") return showKey(args);
    if (path === "") return printProblems([bidsProblem("action", action)], args.lang);
    if (action === "seal" && files.length === 0) return sealBidFile(path, args);
    if (action === "notice" && files.length === 0) return writeNotice(path, args);
    if (action === "import" && files.length > 0) return takeBids(path, files, args);
    if (action === "lock" && files.length === 0) return lock(path, "evaluation", args);
    if (action === "award" && files.length === 0) return lock(path, "award", args);
    return printProblems([bidsProblem("action", action)], args.lang);
  },
};

async function writeNotice(path: string, args: Arguments): Promise<number> {
  const out = args.option("o");
  if (out === undefined) return printProblems([bidsProblem("out", "-o")], args.lang);
  const there = overwriting(out, args);
  if (there !== undefined) return printProblems([there], args.lang);
  const opened = await args.open(path);
  if (!opened.ok) return printProblems(opened.problems, args.lang);
  const document = noticeDocument(opened.value.document);
  if (!document.ok) return printProblems(document.problems, args.lang);
  const saved = await writeModel(out, toSave(document.value), { fresh: !args.flag("force") });
  if (!saved.ok) return printProblems(saved.problems, args.lang);
  if (args.json) printJson({ file: out, notice: document.value.bids[0]?.answers });
  else sayWritten(out, args);
  return Exit.done;
}

/** All or none: a file that is refused leaves the others out too, so that nothing is half done. */
async function takeBids(path: string, files: readonly string[], args: Arguments): Promise<number> {
  const opened = await readModelPath(path, { unlock: args.passphrases?.unlock });
  if (!opened.ok) return printProblems(opened.problems, args.lang);
  const sealed = await openSealedFiles(opened.value, files, args.option("by") ?? "", args.passphrases?.unlock);
  if (!sealed.ok) return printProblems(sealed.problems, args.lang);
  let document: ModelDocument = opened.value.document;
  const taken: { readonly id: string; readonly bidder: string; readonly file: string }[] = [];
  const refused: Problem[] = [];
  for (const file of files) {
    const read = await readBid(file, sealed.value.plain.get(file), args);
    const next = read.ok ? importBid(document, read.value.document, file) : read;
    if (next.ok) {
      document = next.value.document;
      taken.push({ id: next.value.bid.id, bidder: next.value.bid.bidder, file });
    } else refused.push(...next.problems);
  }
  if (refused.length > 0) return printProblems(refused, args.lang);
  const { revision } = opened.value;
  const saved = await saveBack(path, { file: sealed.value.file, revision }, document);
  if (!saved.ok) return printProblems(saved.problems, args.lang);
  if (args.json) printJson({ file: path, bids: taken });
  else for (const { id, bidder, file: from } of taken) printLine(`${id} ${bidder} ← ${from}`);
  return Exit.done;
}

const readBid = (file: string, plain: Uint8Array | undefined, { passphrases }: Arguments) =>
  plain === undefined ? readModelPath(file, { unlock: passphrases?.unlock }) : readModelBytes(`${file}.json`, plain);

/** Locks a sheet of a model file: the revision that holds it is saved, and its hash entered into the chain beside it. */
async function lock(path: string, sheet: SheetName, args: Arguments): Promise<number> {
  const opened = await readModelPath(path, { unlock: args.passphrases?.unlock });
  if (!opened.ok) return printProblems(opened.problems, args.lang);
  const { file, document } = opened.value;
  if (file === undefined) return printProblems([bidsProblem("needs_file", `tender/${sheet}`)], args.lang);
  const compared = prepareBidsOnce(document, { shouldStop: args.shouldStop });
  if (!compared.ok) return printProblems(compared.problems, args.lang);
  const figures = sheet === "evaluation" ? sheetFigures(compared.value) : [];
  const now = new Date();
  const by = args.option("by") ?? "";
  const locked = stamped(document, sheet, file.entries, { at: now.toISOString(), by, figures });
  if (!locked.ok) return printProblems(locked.problems, args.lang);
  const saved = await writeModel(path, toSave(locked.value), { stored: file });
  if (!saved.ok) return printProblems(saved.problems, args.lang);
  const hash = locked.value.tender?.[sheet].locked?.hash ?? "";
  if (saved.value.file === undefined) throw new Error(`${path} was saved as no model file`);
  const entered = await recordAct(saved.value.file, lockOf(sheet), hash, { by, now });
  if (!entered.ok) return printProblems(entered.problems, args.lang);
  const { head: revision, entries } = entered.value;
  const chain = entries.at(-1)?.hash ?? "";
  const amiss = sheetAmiss(locked.value, sheet);
  if (!args.json) sayProblems(amiss, args.lang);
  if (args.json) printJson({ sheet, hash, revision, chain, amiss: problemViews(amiss, args.lang) });
  else {
    printLine(hashLine(hash, args.lang));
    printLine(chainLine(chain, args.lang));
  }
  return Exit.done;
}
