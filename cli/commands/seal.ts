import { grouped } from "../../app/keys/fingerprint.ts";
import { type SigningKey, signingKey } from "../../app/keys/signingKey.ts";
import { appProblem } from "../../app/problems.ts";
import { sealsTold } from "../../app/revisions/log.ts";
import { openModelFile, sealHead } from "../../db/model-file.ts";
import { succeed } from "../../models/wording/problem.ts";
import type { Command } from "../arguments.ts";
import { Exit, printJson, printLine, printProblems } from "../output.ts";
import { sealLine } from "../seals.ts";
import { dataFolder } from "../serve/folders.ts";

/** Seals the newest revision for submission. */
export const seal: Command = {
  takes: "seal FILE --by NAME [--note TEXT] [--sign]",
  does: {
    zh: "封存最新版本以供报送,记入版本链;--sign 用本机密钥签名。报送的文本上应印出所示的链末尾",
    en: "seals the newest revision for submission, as an entry of the chain; --sign signs it with this user's key. Print the end of the chain on what is submitted",
  },
  words: [1, 1],
  options: {
    by: { zh: "由谁封存", en: "who seals it" },
    note: { zh: "说明", en: "what for" },
  },
  flags: { sign: { zh: "签名;首次使用时生成密钥", en: "signs it; a key is made the first time" } },
  examples: ["seal plan.pingheng --by 张三 --note 送审稿 --sign"],
  run: async (args) => {
    const author = args.option("by")?.trim() ?? "";
    if (author === "") return printProblems([appProblem("seal.author", "--by")], args.lang);
    const file = await openModelFile(args.words[0] ?? "");
    if (!file.ok) return printProblems(file.problems, args.lang);
    const key = args.flag("sign")
      ? await signingKey(dataFolder(process.env, process.platform))
      : succeed<SigningKey | undefined>(undefined);
    if (!key.ok) return printProblems(key.problems, args.lang);
    const draft = { at: new Date().toISOString(), author, note: args.option("note") ?? "", signer: key.value };
    const sealed = await sealHead(file.value, draft);
    if (!sealed.ok) return printProblems(sealed.problems, args.lang);
    const chain = sealed.value.entries.at(-1)?.hash ?? "";
    const [told] = sealsTold(sealed.value).slice(-1);
    if (args.json) printJson({ revision: sealed.value.head, chain, seal: told, key: keyTold(key.value) });
    else {
      if (told !== undefined) printLine(`${sealed.value.head} ${sealLine(told, args.lang)}`);
      printLine(`${args.lang === "zh" ? "版本链末尾" : "end of the chain"}: ${grouped(chain)}`);
      if (key.value?.isNew === true) printLine(NEW_KEY[args.lang](key.value.path));
    }
    return Exit.done;
  },
};

const keyTold = (key: SigningKey | undefined) =>
  key === undefined ? null : { fingerprint: key.fingerprint, path: key.path, isNew: key.isNew };

const NEW_KEY = {
  zh: (path: string) => `已生成签名密钥 ${path}:请备份并妥善保管,丢失后不能找回。`,
  en: (path: string) =>
    `A signing key was made: ${path}. Back it up and keep it safe; once lost it cannot be had back.`,
} as const;
