import type { Lang } from "../app/contract.ts";
import type { Text } from "../models/wording/text.ts";
import type { Command } from "./arguments.ts";
import { EVERYWHERE } from "./options.ts";
import { Exit } from "./output.ts";

type Commands = Readonly<Record<string, Command>>;

/** The help text: one line a command, in both languages. */
export function usage(commands: Commands): string {
  const lines = Object.values(commands).flatMap((command) => [
    `  ${command.takes}`,
    `      ${command.does.zh} / ${command.does.en}`,
  ]);
  return [
    "平衡 Pingheng: npm run -s pingheng -- COMMAND …",
    "FILE: .pingheng 模型文件或同一文档的 .json / a .pingheng model file or the same document as .json",
    "每个命令: --json 输出 JSON, --lang zh|en / every command: --json prints JSON, --lang zh|en",
    "某个命令的详细说明: help COMMAND / more on one command: help COMMAND --lang en",
    "版本与构建: --version / version and build: --version",
    "",
    ...lines,
    "",
  ].join("\n");
}

const HEADS = {
  usage: { zh: "用法", en: "Usage" },
  options: { zh: "选项", en: "Options" },
  examples: { zh: "示例", en: "Examples" },
  exits: { zh: "退出码", en: "Exit status" },
} satisfies Record<string, Text>;

/** What other programs may read off the exit status of any command. */
const EXITS: Readonly<Record<number, Text>> = {
  [Exit.done]: { zh: "完成", en: "done" },
  [Exit.badCall]: { zh: "输入或命令有误", en: "the input or the call is wrong" },
  [Exit.damaged]: { zh: "文件损坏或被改动", en: "the file is damaged or was tampered with" },
  [Exit.limit]: { zh: "超过时限或计算量上限", en: "beyond the time limit, or more work than is done at all" },
  [Exit.ourBug]: { zh: "程序缺陷", en: "a fault of the program" },
};

/** Everything about one command: how it is called, its options, calls to copy, what its exit status says. */
export function helpOf(
  { takes, does, options, repeated = {}, flags = {}, examples, exits = {} }: Command,
  lang: Lang,
): string {
  const valued = { ...options, ...repeated, lang: EVERYWHERE.lang };
  const everywhere = { "passphrase-fd": EVERYWHERE["passphrase-fd"], "time-limit": EVERYWHERE["time-limit"] };
  const rows = [
    ...Object.entries({ ...valued, ...everywhere }).map(([name, text]) => [`--${name} …`, text] as const),
    ...Object.entries({ ...flags, json: EVERYWHERE.json }).map(([name, text]) => [`--${name}`, text] as const),
  ];
  const statuses = Object.entries({ ...EXITS, ...exits });
  return [
    `${HEADS.usage[lang]}: pingheng ${takes}`,
    `  ${does[lang]}`,
    "",
    HEADS.options[lang],
    ...aligned(rows, lang),
    "",
    HEADS.examples[lang],
    ...examples.map((example) => `  npm run -s pingheng -- ${example}`),
    "",
    HEADS.exits[lang],
    ...aligned(statuses, lang),
    "",
  ].join("\n");
}

function aligned(rows: readonly (readonly [string, Text])[], lang: Lang): readonly string[] {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, text]) => `  ${name.padEnd(width)}  ${text[lang]}`);
}
