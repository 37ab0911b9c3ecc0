import { type Command, readArguments } from "./arguments.ts";
import { check } from "./commands/check.ts";
import { evaluate } from "./commands/evaluate.ts";
import { explain } from "./commands/explain.ts";
import { lines } from "./commands/lines.ts";
import { create } from "./commands/new.ts";
import { serve } from "./commands/serve.ts";
import { solve } from "./commands/solve.ts";
import { statements } from "./commands/statements.ts";
import { Exit, printProblems } from "./output.ts";
import { usage } from "./usage.ts";

const commands: Readonly<Record<string, Command>> = {
  new: create,
  evaluate,
  lines,
  explain,
  check,
  statements,
  solve,
  serve,
};

async function run(words: readonly string[]): Promise<number> {
  const [name, ...rest] = words;
  if (name === undefined || name === "help" || name === "--help") {
    process.stdout.write(usage(commands));
    return name === undefined ? Exit.badCall : Exit.done;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    process.stderr.write(
      `call.command_unknown ${name}: 没有此命令 / no such command (${Object.keys(commands).join(", ")})\n`,
    );
    return Exit.badCall;
  }
  const args = readArguments(command, rest);
  if (!args.ok) return printProblems(args.problems, "zh");
  return command.run(args.value);
}

// Whoever reads our output may stop early (`| head`); that is no fault of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

run(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    process.stderr.write(
      `internal: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n这是程序缺陷,请报告。 / This is our bug; please report it.\n`,
    );
    process.exitCode = Exit.ourBug;
  },
);
