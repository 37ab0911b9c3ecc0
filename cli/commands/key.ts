import { readFileBytes } from "../../app/files/read.ts";
import { exportedKey, importKey, relockKey, writeKey } from "../../app/keys/keeping.ts";
import { KEY_KINDS, type KeyKind, type KnownKey } from "../../app/keys/keyFile.ts";
import { keyView, keyViews } from "../../app/keys/views.ts";
import { fingerprintWords } from "../../app/keys/words.ts";
import { bidsProblem } from "../../models/wording/bids.ts";
import type { Problem } from "../../models/wording/problem.ts";
import type { Text } from "../../models/wording/text.ts";
import type { Arguments, Command } from "../arguments.ts";
import { Exit, printJson, printLine, printProblems } from "../output.ts";
import { fingerprintLine } from "../seals.ts";
import { dataFolder } from "../serve/folders.ts";

const NAMES: Readonly<Record<KeyKind, Text>> = {
  signing: { zh: "签名密钥", en: "signing key" },
  tender: { zh: "密封报价的密钥", en: "key of tenders" },
};

const WORDS = {
  none: { zh: "还没有", en: "none yet" },
  locked: { zh: "有口令", en: "behind a passphrase" },
  plain: { zh: "没有口令", en: "no passphrase" },
  lock: {
    zh: "已加口令。口令遗失则密钥永远打不开,没有后门,也不能找回",
    en: "behind a passphrase now. Once that is lost the key can never be used again: there is no other way in",
  },
  change: {
    zh: "口令已更换;以前导出的副本仍用导出时的口令",
    en: "the passphrase was changed; copies exported before have the one they were given",
  },
  unlock: {
    zh: "已去掉口令,能读此文件的人都能用它",
    en: "the passphrase is off: whoever reads the file can use the key",
  },
  exported: {
    zh: "已导出,请与口令分开妥善保管。密钥及其副本都遗失,就永远不能找回",
    en: "exported: keep it apart from its passphrase. Once the key and all copies are lost, nothing brings it back",
  },
  bare: { zh: "此副本没有口令,得到它的人都能用它", en: "this copy has no passphrase: whoever gets it can use it" },
  imported: { zh: "已导入", en: "imported" },
  former: { zh: "原有的密钥改名为", en: "the key that was here is now" },
} as const satisfies Record<string, Text>;

const isKind = (word: string | undefined): word is KeyKind => KEY_KINDS.some((kind) => kind === word);

/** The user's own keys: their fingerprints, their passphrases, copies of them. */
export const key: Command = {
  takes: "key [lock | change | unlock | export -o OUT | import FILE] [signing | tender]",
  does: {
    zh: "本机的签名密钥(signing)与密封报价的密钥(tender):列出指纹;lock 加口令,change 换口令,unlock 去掉口令;export 导出副本(另设口令,--same 照原样),import 导入。密钥或口令遗失都不能找回",
    en: "this user's signing key and key of tenders: fingerprints; lock, change and unlock set, change and remove a passphrase; export writes a copy under a passphrase of its own (--same: as it is), import takes one. A lost key or passphrase is final",
  },
  words: [0, 3],
  job: "never",
  options: { o: { zh: "导出到此文件(仅本人可读)", en: "the file to export to, readable by its owner alone" } },
  flags: {
    same: { zh: "副本与密钥文件相同,不另设口令", en: "the copy is as the key is kept" },
    replace: {
      zh: "替换现有的密钥,原有的改名留存",
      en: "replaces the key that is here, which is kept under another name",
    },
  },
  examples: [
    "key",
    "key lock signing",
    "key export signing -o signing-key.backup",
    "key import signing signing-key.backup",
  ],
  run: async (args) => {
    const [action = "show", kind, file] = args.words.toSorted((a, b) => rank(a) - rank(b));
    const folder = dataFolder(process.env, process.platform);
    if (action === "show" && kind === undefined) return show(folder, args);
    if (!isKind(kind)) return printProblems([missing("signing | tender", "signing | tender")], args.lang);
    if (action === "export" && file === undefined) return exportTo(folder, kind, args);
    if (action === "import") return importFrom(folder, kind, file, args);
    if (file === undefined && (action === "lock" || action === "change" || action === "unlock"))
      return relock(folder, kind, action, args);
    return printProblems(
      [missing("lock | change | unlock | export | import", "lock | change | unlock | export | import")],
      args.lang,
    );
  },
};

/** The action first, then the kind, then a file: people write them in either order. */
const rank = (word: string): number =>
  isKind(word) ? 1 : /^(lock|change|unlock|export|import|show)$/.test(word) ? 0 : 2;

const missing = (zh: string, en: string): Problem => bidsProblem("missing", "key", { what: { zh, en }, path: "key" });

function told(key: KnownKey, kind: KeyKind) {
  const { isLocked, ...rest } = keyView(kind, key);
  return { ...rest, locked: isLocked };
}

type Shown = Pick<KnownKey, "isLocked" | "path" | "fingerprint">;

function printKey(one: Shown, kind: KeyKind, { lang }: Arguments): void {
  printLine(`${NAMES[kind][lang]} · ${WORDS[one.isLocked ? "locked" : "plain"][lang]} · ${one.path}`);
  printLine(fingerprintLine(one.fingerprint, lang));
}

async function show(folder: string, args: Arguments): Promise<number> {
  const keys = await keyViews(folder);
  if (!keys.ok) return printProblems(keys.problems, args.lang);
  const there = keys.value.filter(({ fingerprint }) => fingerprint !== null);
  if (args.json) {
    printJson(there.map(({ isLocked, ...rest }) => ({ ...rest, locked: isLocked })));
    return Exit.done;
  }
  for (const { kind, path, fingerprint, isLocked } of keys.value)
    if (fingerprint !== null) printKey({ path, fingerprint, isLocked }, kind, args);
    else printLine(`${NAMES[kind][args.lang]} · ${WORDS.none[args.lang]} · ${path}`);
  return Exit.done;
}

async function relock(
  folder: string,
  kind: KeyKind,
  what: "lock" | "change" | "unlock",
  args: Arguments,
): Promise<number> {
  const done = await relockKey(folder, kind, what, asking(args));
  if (!done.ok) return printProblems(done.problems, args.lang);
  if (args.json) printJson(told(done.value, kind));
  else {
    printKey(done.value, kind, args);
    printLine(WORDS[what][args.lang]);
  }
  return Exit.done;
}

const asking = ({ passphrases }: Arguments) => ({
  unlock: passphrases?.unlock,
  next: passphrases === undefined ? undefined : (path: string) => passphrases.next(path),
});

async function exportTo(folder: string, kind: KeyKind, args: Arguments): Promise<number> {
  const out = args.option("o");
  if (out === undefined) return printProblems([bidsProblem("out", "-o")], args.lang);
  const { unlock, next } = asking(args);
  const made = await exportedKey(folder, kind, args.flag("same") ? { unlock } : { unlock, next });
  if (!made.ok) return printProblems(made.problems, args.lang);
  const written = await writeKey(out, made.value.bytes);
  if (!written.ok) return printProblems(written.problems, args.lang);
  const { isLocked, fingerprint } = made.value.key;
  if (args.json) printJson({ kind, file: out, fingerprint, words: fingerprintWords(fingerprint), locked: isLocked });
  else {
    printLine(out);
    printLine(fingerprintLine(fingerprint, args.lang));
    printLine(WORDS.exported[args.lang]);
    if (!isLocked) printLine(WORDS.bare[args.lang]);
  }
  return Exit.done;
}

async function importFrom(folder: string, kind: KeyKind, file: string | undefined, args: Arguments): Promise<number> {
  if (file === undefined) return printProblems([missing("文件", "file")], args.lang);
  const bytes = await readFileBytes(file);
  if (!bytes.ok) return printProblems(bytes.problems, args.lang);
  const how = { name: file, unlock: args.passphrases?.unlock, replaces: args.flag("replace") };
  const taken = await importKey(folder, kind, bytes.value, how);
  if (!taken.ok) return printProblems(taken.problems, args.lang);
  const { key: now, former } = taken.value;
  if (args.json) printJson({ ...told(now, kind), former: former ?? null });
  else {
    printLine(WORDS.imported[args.lang]);
    printKey(now, kind, args);
    if (former !== undefined) printLine(`${WORDS.former[args.lang]} ${former}`);
  }
  return Exit.done;
}
