import { isSealedBid } from "../app/bids/envelope.ts";
import { decipheredBids, recordOpening, sealedBidOf, writePublicKey, writeSealedBid } from "../app/bids/sealed.ts";
import { type ReadDocument, readFileBytes } from "../app/files/read.ts";
import { tenderKey } from "../app/keys/tenderKey.ts";
import { fingerprintWords } from "../app/keys/words.ts";
import type { Unlock } from "../db/vault/vault.ts";
import { bidsProblem } from "../models/wording/bids.ts";
import { type Result, succeed } from "../models/wording/problem.ts";
import type { Arguments } from "./arguments.ts";
import { Exit, printJson, printLine, printProblems } from "./output.ts";
import { overwriting } from "./save.ts";
import { fingerprintLine, hashLine } from "./seals.ts";
import { dataFolder } from "./serve/folders.ts";

const WORDS = {
  made: {
    zh: "已生成密钥,请备份并妥善保管:遗失后,密封的报价永远打不开",
    en: "a key was made: back it up and keep it safe. Once lost, bids sealed to it can never be opened",
  },
  sealed: {
    zh: "已密封,没有招标方的私钥谁也打不开,包括您自己;请另存原件,并核对公钥指纹",
    en: "sealed: nobody opens it without the private key, you neither. Keep the original, and compare the fingerprint",
  },
} as const;

/** Shows the key bids are sealed to, making one the first time, and writes its public half. */
export async function showKey(args: Arguments): Promise<number> {
  const out = args.option("o");
  const there = out === undefined ? undefined : overwriting(out, args);
  if (there !== undefined) return printProblems([there], args.lang);
  const key = await tenderKey(dataFolder(process.env, process.platform));
  if (!key.ok) return printProblems(key.problems, args.lang);
  const { fingerprint, path, isNew } = key.value;
  if (out !== undefined) {
    const written = await writePublicKey(out, key.value, !args.flag("force"));
    if (!written.ok) return printProblems(written.problems, args.lang);
  }
  if (args.json) printJson({ fingerprint, words: fingerprintWords(fingerprint), path, isNew, file: out ?? null });
  else {
    printLine(fingerprintLine(fingerprint, args.lang));
    printLine(path);
    if (isNew) printLine(WORDS.made[args.lang]);
  }
  return Exit.done;
}

/** Seals a filled-in bid to the public key of whoever calls for tenders. */
export async function sealBidFile(path: string, args: Arguments): Promise<number> {
  const [to, out] = [args.option("to"), args.option("o")];
  if (to === undefined) return printProblems([bidsProblem("to", "--to")], args.lang);
  if (out === undefined) return printProblems([bidsProblem("out", "-o")], args.lang);
  const there = overwriting(out, args);
  if (there !== undefined) return printProblems([there], args.lang);
  const opened = await args.open(path);
  if (!opened.ok) return printProblems(opened.problems, args.lang);
  const key = await readFileBytes(to);
  if (!key.ok) return printProblems(key.problems, args.lang);
  const sealed = sealedBidOf(opened.value.document, key.value, { bid: path, key: to });
  if (!sealed.ok) return printProblems(sealed.problems, args.lang);
  const written = await writeSealedBid(out, sealed.value, !args.flag("force"));
  if (!written.ok) return printProblems(written.problems, args.lang);
  const { fingerprint, hash } = sealed.value;
  if (args.json) printJson({ file: out, fingerprint, words: fingerprintWords(fingerprint), hash });
  else {
    printLine(fingerprintLine(fingerprint, args.lang));
    printLine(out);
    printLine(hashLine(hash, args.lang));
    printLine(WORDS.sealed[args.lang]);
  }
  return Exit.done;
}

interface OpenedFiles {
  /** What the sealed ones among the files hold, by path. */
  readonly plain: ReadonlyMap<string, Uint8Array>;
  /** The tender's file, with every opening in its chain. */
  readonly file: ReadDocument["file"];
}

/** Opens those of the files that are sealed: all, or none; every opening is in the chain before anything of the bids is shown. */
export async function openSealedFiles(
  { document, file }: ReadDocument,
  files: readonly string[],
  by: string,
  unlock: Unlock | undefined,
): Promise<Result<OpenedFiles>> {
  const sealed: { readonly name: string; readonly bytes: Uint8Array }[] = [];
  for (const name of files) {
    const read = await readFileBytes(name);
    if (read.ok && isSealedBid(read.value)) sealed.push({ name, bytes: read.value });
  }
  if (sealed.length === 0) return succeed({ plain: new Map(), file });
  const keys = { folder: dataFolder(process.env, process.platform), unlock };
  const opened = await decipheredBids(sealed, { document, file, by, keys });
  if (!opened.ok) return opened;
  let recorded = file;
  for (const { bytes } of sealed) {
    if (recorded === undefined) throw new Error("bids were opened for no file");
    const next = await recordOpening(recorded, bytes, { by, now: new Date() });
    if (!next.ok) return next;
    recorded = next.value;
  }
  const plain = new Map(sealed.map(({ name }, index) => [name, opened.value[index] ?? new Uint8Array()]));
  return succeed({ plain, file: recorded });
}
