import type { Arguments } from "./document.ts";
import type { Problem } from "./problem.ts";
import { type Wording, worded } from "./worded.ts";

/** What can be said of a file locked by a passphrase, or of a bid sealed to a key: message and hint, in both languages. */
const WORDING = {
  needed: [
    "文件已用口令加密",
    "the file is locked by a passphrase",
    "输入口令后打开；口令遗失则内容无法找回",
    "give the passphrase to open it; once that is lost, so is what the file holds",
  ],
  refused: [
    "口令不对，或文件被改动过；未读出任何内容",
    "the passphrase is wrong, or the file has been changed; nothing of it was read",
    "核对口令（大小写、全角半角）；口令无误时请改用备份",
    "check the passphrase, capitals included; where it is right, take a backup of the file",
  ],
  wrong: ["口令不对，文件没有改动", "this is not the passphrase of the file; nothing was changed", "", ""],
  damaged: [
    "加密文件不完整或文件头被改动（{detail}）；未读出任何内容",
    "the locked file is cut short or its header was changed ({detail}); nothing of it was read",
    "请重新取得文件，或改用备份",
    "get the file anew, or take a backup",
  ],
  version: [
    "加密格式 {found} 来自更新的程序",
    "locked in form {found}, by a newer program",
    "请更新程序后再打开",
    "open it with a newer program",
  ],
  short: [
    "口令太短：至少 {least} 个字符，至多 {most} 个",
    "this will not do as a passphrase: {least} characters at least, {most} at most",
    "几个互不相干的词连在一起既好记又难猜",
    "a few words that have nothing to do with each other are easy to remember and hard to guess",
  ],
  json: [
    "模型已用口令加密，.json 是明文，未写入",
    "the model is locked by a passphrase and .json is plain text: nothing was written",
    "存为 .pingheng；确要明文时先解除加密",
    "save it as .pingheng; to have it plain, unlock it first",
  ],
  locked_already: [
    "文件已用口令加密",
    "the file is locked already",
    "要换口令，用更换口令",
    "change its passphrase instead",
  ],
  not_locked: ["文件没有用口令加密", "the file is not locked by a passphrase", "", ""],
  needs_file: [
    "口令加密的是文件，请先存为 .pingheng 模型文件",
    "a passphrase locks a file: save the model as .pingheng first",
    "",
    "",
  ],
  draft_elsewhere: [
    "旁边的加密草稿是另一个程序写的，没有覆盖",
    "the locked draft beside the file is another program's; it was left as it is",
    "另存为新文件",
    "save under another name",
  ],
  no_terminal: [
    "没有终端可以输入口令",
    "there is no terminal to ask for the passphrase on",
    "用 --passphrase-fd 指明从哪个文件描述符读，如 --passphrase-fd 0",
    "say with --passphrase-fd which file descriptor to read it from, such as --passphrase-fd 0",
  ],
  no_line: [
    "所给的文件描述符里没有口令（每个口令一行）",
    "there is no passphrase on that file descriptor (one a line)",
    "",
    "",
  ],
  differ: ["两次输入的口令不同", "the two passphrases differ", "", ""],
} as const satisfies Readonly<Record<string, Wording>>;

export type VaultCode = keyof typeof WORDING;

/** A problem of a locked file; its code is `vault.CODE`. */
export function vaultProblem(code: VaultCode, path: string, args: Arguments = {}): Problem {
  return worded(`vault.${code}`, WORDING[code], path, args);
}
