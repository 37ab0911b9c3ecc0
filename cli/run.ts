import type { Lang } from "../app/contract.ts";
import { appProblem, isStopped } from "../app/problems.ts";
import { suggestion } from "../models/wording/document.ts";
import type { Problem } from "../models/wording/problem.ts";
import { type Arguments, type Command, readArguments } from "./arguments.ts";
import { actuals } from "./commands/actuals.ts";
import { advise } from "./commands/advise.ts";
import { attach } from "./commands/attach.ts";
import { audit } from "./commands/audit.ts";
import { batch } from "./commands/batch.ts";
import { bids } from "./commands/bids.ts";
import { check } from "./commands/check.ts";
import { compare } from "./commands/compare.ts";
import { diff } from "./commands/diff.ts";
import { evaluate } from "./commands/evaluate.ts";
import { explain } from "./commands/explain.ts";
import { exportFile } from "./commands/export.ts";
import { frontier } from "./commands/frontier.ts";
import { importFile } from "./commands/import.ts";
import { key } from "./commands/key.ts";
import { lines } from "./commands/lines.ts";
import { lock, passphrase, unlock } from "./commands/lock.ts";
import { log } from "./commands/log.ts";
import { merge } from "./commands/merge.ts";
import { create } from "./commands/new.ts";
import { opinion } from "./commands/opinion.ts";
import { portfolio } from "./commands/portfolio.ts";
import { remarks } from "./commands/remarks.ts";
import { rename } from "./commands/rename.ts";
import { rules } from "./commands/rules.ts";
import { scenarios } from "./commands/scenarios.ts";
import { seal } from "./commands/seal.ts";
import { sensitivity } from "./commands/sensitivity.ts";
import { serve } from "./commands/serve.ts";
import { simulate } from "./commands/simulate.ts";
import { solve } from "./commands/solve.ts";
import { statements } from "./commands/statements.ts";
import { verify } from "./commands/verify.ts";
import { Exit, printJson, printLine, printProblems } from "./output.ts";
import { helpOf, usage } from "./usage.ts";
import { programBuild, programVersion, versionLine } from "./version.ts";

export const commands: Readonly<Record<string, Command>> = {
  new: create,
  evaluate,
  lines,
  explain,
  check,
  rules,
  statements,
  solve,
  scenarios,
  compare,
  bids,
  sensitivity,
  frontier,
  attach,
  lock,
  passphrase,
  unlock,
  key,
  log,
  diff,
  seal,
  merge,
  remarks,
  rename,
  audit,
  actuals,
  opinion,
  export: exportFile,
  import: importFile,
  advise,
  portfolio,
  simulate,
  verify,
  batch,
  serve,
};

const HELP: ReadonlySet<string> = new Set(["help", "--help", "-h"]);

/** Runs one command; the words after the program's name. Gives the exit status. */
export async function run(words: readonly string[]): Promise<number> {
  const [name, ...rest] = words;
  if (name === undefined) return help([], Exit.badCall);
  if (HELP.has(name)) return help(rest, Exit.done);
  if (name === "--version") return version(rest.includes("--json"));
  const command = commandOf(name);
  if (command === undefined) return unknown(name, langOf(rest));
  if (rest.some((word) => word === "--help" || word === "-h")) return help([name, ...rest], Exit.done);
  const args = readArguments(command, rest);
  return args.ok ? perform(name, command, args.value) : printProblems(args.problems, langOf(rest));
}

/** A command at work; one that is stopped at its limit says so. */
export async function perform(name: string, command: Command, args: Arguments): Promise<number> {
  try {
    return await command.run(args);
  } catch (error) {
    if (!isStopped(error)) throw error;
    return printProblems([appProblem("limit.time", name)], args.lang);
  }
}

/** Which program this is, for a report of a fault. */
function version(json: boolean): number {
  if (json) printJson({ version: programVersion(), ...programBuild() });
  else printLine(versionLine());
  return Exit.done;
}

export const commandOf = (name: string): Command | undefined =>
  Object.hasOwn(commands, name) ? commands[name] : undefined;

/** The language asked for, where the rest of a call is not looked at. */
const langOf = (words: readonly string[]): Lang =>
  words.includes("--lang=en") || words[words.indexOf("--lang") + 1] === "en" ? "en" : "zh";

/** Help on all commands, or on the one named. */
function help(words: readonly string[], status: number): number {
  const [name] = words;
  if (name === undefined || name.startsWith("-")) {
    process.stdout.write(usage(commands));
    return status;
  }
  const command = commandOf(name);
  if (command === undefined) return unknown(name, langOf(words));
  process.stdout.write(helpOf(command, langOf(words)));
  return status;
}

const unknown = (name: string, lang: Lang): number => printProblems([unknownCommand(name)], lang);

export function unknownCommand(name: string): Problem {
  return {
    code: "call.command_unknown",
    message: { zh: "没有此命令", en: "no such command" },
    path: name,
    hint: suggestion(name, Object.keys(commands)),
  };
}
