import { parseArgs } from "node:util";
import type { Lang } from "../app/contract.ts";
import type { GraphShelf } from "../models/compile/shelf.ts";
import { fail, type Result, succeed } from "../models/wording/problem.ts";
import type { Text } from "../models/wording/text.ts";
import { type Opened, openDocument } from "./open.ts";

/** One command: what it takes, what it is for, and its work. */
export interface Command {
  readonly takes: string;
  readonly does: Text;
  /** Number of words (files, lines …) it needs and allows. */
  readonly words: readonly [min: number, max: number];
  /** Options with a value, beside `--json`, `--lang` and `--time-limit` that every command has. */
  readonly options: Readonly<Record<string, Text>>;
  /** Options with a value that may be given several times. */
  readonly repeated?: Readonly<Record<string, Text>>;
  readonly flags?: Readonly<Record<string, Text>>;
  /** Calls to copy, without the program's name. */
  readonly examples: readonly string[];
  /** Exit statuses of its own; those of every command are not repeated. */
  readonly exits?: Readonly<Record<number, Text>>;
  /** As a line of `batch`: `file` where a document cannot come with the line, `never` where it is no job at all. */
  readonly job?: "file" | "never";
  readonly run: (args: Arguments) => Promise<number>;
}

export interface Arguments {
  readonly words: readonly string[];
  readonly json: boolean;
  readonly lang: Lang;
  /** Opens the document that a word names. */
  readonly open: (path: string) => Promise<Result<Opened>>;
  /** Graphs known from calls before; absent for a call on its own. */
  readonly shelf?: GraphShelf;
  /** Seconds it may compute. */
  readonly limitS: number;
  /** Whether the time limit is over. */
  readonly shouldStop: () => boolean;
  option(name: string): string | undefined;
  /** Every value of an option that may be given several times. */
  list(name: string): readonly string[];
  flag(name: string): boolean;
}

/** What a call finds around it: nothing but files on its own, more where it is one of many. */
export interface Surroundings {
  readonly open: Arguments["open"];
  readonly shelf?: GraphShelf;
  /** Seconds a call may compute at most. */
  readonly limitMaxS: number;
}

/** How long a command may compute where it does not say. */
const TIME_LIMIT_S = 60;
const MS_IN_S = 1000;
const ALONE: Surroundings = { open: openDocument, limitMaxS: Number.POSITIVE_INFINITY };

/** Reads the words after the command; an option it does not have, or a missing word, is the caller's mistake. */
export function readArguments(
  command: Command,
  words: readonly string[],
  { limitMaxS, ...around }: Surroundings = ALONE,
): Result<Arguments> {
  const options = Object.fromEntries([
    ...[...Object.keys(command.options), "lang", "time-limit"].map((name) => [name, { type: "string" as const }]),
    ...Object.keys(command.repeated ?? {}).map((name) => [name, { type: "string" as const, multiple: true }]),
    ...["json", ...Object.keys(command.flags ?? {})].map((name) => [name, { type: "boolean" as const }]),
    ["o", { type: "string" as const, short: "o" }],
  ]);
  try {
    const parsed = parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
    const values = parsed.values as Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
    const lang = values.lang ?? "zh";
    if (lang !== "zh" && lang !== "en")
      return callProblem("call.lang", "--lang", "语言只有 zh 或 en", "the language is zh or en", command);
    const [min, max] = command.words;
    if (parsed.positionals.length < min || parsed.positionals.length > max)
      return callProblem("call.words", command.takes, "参数个数不对", "wrong number of arguments", command);
    const seconds = Number(values["time-limit"] ?? TIME_LIMIT_S);
    if (!(seconds > 0))
      return callProblem(
        "call.time_limit",
        "--time-limit",
        "时限为大于 0 的秒数",
        "the limit is a number of seconds above 0",
        command,
      );
    const limitS = Math.min(seconds, limitMaxS);
    const until = performance.now() + limitS * MS_IN_S;
    return succeed({
      ...around,
      limitS,
      words: parsed.positionals,
      shouldStop: () => performance.now() > until,
      json: values.json === true,
      lang,
      option: (name) => (typeof values[name] === "string" ? values[name] : undefined),
      list: (name) => (Array.isArray(values[name]) ? (values[name] as readonly string[]) : []),
      flag: (name) => values[name] === true,
    });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return callProblem("call.option", command.takes, `选项无法识别:${error.message}`, error.message, command);
  }
}

function usageHint({ takes }: Command): Text {
  const [name] = takes.split(" ");
  return {
    zh: `用法:pingheng ${takes};详见 pingheng help ${name}`,
    en: `usage: pingheng ${takes}; more: pingheng help ${name} --lang en`,
  };
}

function callProblem(code: string, path: string, zh: string, en: string, command: Command): Result<never> {
  return fail({
    code,
    message: { zh, en },
    path,
    hint: usageHint(command),
  });
}
