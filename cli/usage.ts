import type { Command } from "./arguments.ts";

/** The help text: one line a command, in both languages. */
export function usage(commands: Readonly<Record<string, Command>>): string {
  const lines = Object.values(commands).flatMap((command) => [
    `  ${command.takes}`,
    `      ${command.does.zh} / ${command.does.en}`,
  ]);
  return [
    "平衡 Pingheng: npm run -s pingheng -- COMMAND …",
    "FILE: .pingheng 模型文件或同一文档的 .json / a .pingheng model file or the same document as .json",
    "每个命令: --json 输出 JSON, --lang zh|en / every command: --json prints JSON, --lang zh|en",
    "",
    ...lines,
    "",
  ].join("\n");
}
