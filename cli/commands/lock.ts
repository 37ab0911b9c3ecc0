import { relockFile } from "../../app/files/passphrase.ts";
import type { Text } from "../../models/wording/text.ts";
import { vaultProblem } from "../../models/wording/vault.ts";
import type { Command } from "../arguments.ts";
import { Exit, printJson, printLine, printProblems } from "../output.ts";

type What = "lock" | "change" | "unlock";

const DONE: Readonly<Record<What, Text>> = {
  lock: {
    zh: "已用口令加密。口令遗失则文件永远打不开，没有后门，也不能找回；原来的明文可能仍残留在磁盘上",
    en: "locked. Once the passphrase is lost the file can never be opened again: there is no other way in. Traces of the plain file may remain on the drive",
  },
  change: {
    zh: "口令已更换。新口令遗失则文件永远打不开；用旧口令加密的副本仍用旧口令",
    en: "the passphrase was changed. Once it is lost the file can never be opened again; copies made before still have the old one",
  },
  unlock: { zh: "已解除加密，文件现为明文", en: "unlocked: the file is plain now" },
};

const command = (what: What, takes: string, does: Text, examples: readonly string[]): Command => ({
  takes,
  does,
  words: [1, 1],
  job: "never",
  options: {},
  examples,
  run: async ({ words: [path = ""], passphrases, json, lang }) => {
    if (passphrases === undefined) return printProblems([vaultProblem("no_terminal", path)], lang);
    const done = await relockFile(path, what, {
      unlock: passphrases.unlock,
      next: (file) => passphrases.next(file),
    });
    if (!done.ok) return printProblems(done.problems, lang);
    if (json) printJson({ file: path, locked: what !== "unlock" });
    else printLine(DONE[what][lang]);
    return Exit.done;
  },
});

/** Locks a model file by a passphrase. */
export const lock = command(
  "lock",
  "lock FILE",
  {
    zh: "用口令加密整个模型文件,草稿与临时文件一并加密;口令在终端输入,遗失后无法找回",
    en: "locks a whole model file by a passphrase, with its drafts and temporary files; asked for on the terminal. Once lost it cannot be had back",
  },
  ["lock plan.pingheng", "lock plan.pingheng --passphrase-fd 0 < passphrase.txt"],
);

/** Changes the passphrase of a locked file. */
export const passphrase = command(
  "change",
  "passphrase FILE",
  {
    zh: "更换加密文件的口令:先输原口令,再输新口令",
    en: "changes the passphrase of a locked file: first the old one, then the new one",
  },
  ["passphrase plan.pingheng"],
);

/** Makes a locked file plain again. */
export const unlock = command(
  "unlock",
  "unlock FILE",
  { zh: "解除口令加密,文件成为明文", en: "takes the passphrase off a locked file, which is plain from then on" },
  ["unlock plan.pingheng"],
);
