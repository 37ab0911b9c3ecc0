import { sealFile } from "../../app/revisions/seal.ts";
import type { Command } from "../arguments.ts";
import { Exit, printJson, printLine, printProblems } from "../output.ts";
import { chainLine, sealLine } from "../seals.ts";
import { dataFolder } from "../serve/folders.ts";

/** Seals the newest revision for submission. */
export const seal: Command = {
  takes: "seal FILE --by NAME [--note TEXT] [--sign]",
  does: {
    zh: "封存最新版本以供报送,记入版本链;--sign 用本机密钥签名。报送的文本上应印出所示的链末尾",
    en: "seals the newest revision for submission, as an entry of the chain; --sign signs it with this user's key. Print the end of the chain on what is submitted",
  },
  words: [1, 1],
  job: "file",
  options: {
    by: { zh: "由谁封存", en: "who seals it" },
    note: { zh: "说明", en: "what for" },
  },
  flags: { sign: { zh: "签名;首次使用时生成密钥", en: "signs it; a key is made the first time" } },
  examples: ["seal plan.pingheng --by 张三 --note 送审稿 --sign"],
  run: async (args) => {
    const sealed = await sealFile(args.words[0] ?? "", {
      by: args.option("by") ?? "",
      note: args.option("note") ?? "",
      now: new Date(),
      unlock: args.passphrases?.unlock,
      keys: args.flag("sign")
        ? { folder: dataFolder(process.env, process.platform), unlock: args.passphrases?.unlock }
        : undefined,
    });
    if (!sealed.ok) return printProblems(sealed.problems, args.lang);
    const { revision, seal: told, chain, key } = sealed.value;
    if (args.json) printJson({ revision, chain, seal: told, key: key ?? null });
    else {
      if (told !== undefined) printLine(`${revision} ${sealLine(told, args.lang)}`);
      printLine(chainLine(chain, args.lang));
      if (key?.isNew === true) printLine(NEW_KEY[args.lang](key.path));
    }
    return Exit.done;
  },
};

const NEW_KEY = {
  zh: (path: string) => `已生成签名密钥 ${path}:请备份并妥善保管,丢失后不能找回。`,
  en: (path: string) =>
    `A signing key was made: ${path}. Back it up and keep it safe; once lost it cannot be had back.`,
} as const;
