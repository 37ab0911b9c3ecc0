import { appProblem } from "../app/problems.ts";
import { EvaluationStopped } from "../models/engines/index.ts";
import { type Command, readArguments } from "./arguments.ts";
import { check } from "./commands/check.ts";
import { evaluate } from "./commands/evaluate.ts";
import { explain } from "./commands/explain.ts";
import { lines } from "./commands/lines.ts";
import { create } from "./commands/new.ts";
import { serve } from "./commands/serve.ts";
import { solve } from "./commands/solve.ts";
import { statements } from "./commands/statements.ts";
import { verify } from "./commands/verify.ts";
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
  verify,
  serve,
};

/** Runs one command; the words after the program's name. Gives the exit status. */
export async function run(words: readonly string[]): Promise<number> {
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
  try {
    return await command.run(args.value);
  } catch (error) {
    if (!(error instanceof EvaluationStopped)) throw error;
    return printProblems([appProblem("limit.time", name)], args.value.lang);
  }
}
