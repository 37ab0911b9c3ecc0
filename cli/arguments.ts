import { parseArgs } from "node:util";
import type { Lang } from "../app/contract.ts";
import { appProblem } from "../app/problems.ts";
import type { GraphShelf } from "../models/compile/shelf.ts";
import { fail, type Result, succeed } from "../models/wording/problem.ts";
import type { Text } from "../models/wording/text.ts";
import { type Opened, openDocument } from "./open.ts";
import { sayProblems } from "./output.ts";
import { Passphrases } from "./passphrases.ts";

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
  /** Where passphrases come from; absent for a call that can ask nobody. */
  readonly passphrases?: Passphrases;
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
  /** How documents are opened; as files, with the passphrases of the call, when absent. */
  readonly open?: Arguments["open"];
  readonly shelf?: GraphShelf;
  /** Seconds a call may compute at most. */
  readonly limitMaxS: number;
}

/** How long a command may compute where it does not say. */
const TIME_LIMIT_S = 60;
const MS_IN_S = 1000;
const ALONE: Surroundings = { limitMaxS: Number.POSITIVE_INFINITY };

/** Reads the words after the command; an option it does not have, or a missing word, is the caller's mistake. */
export function readArguments(
  command: Command,
  words: readonly string[],
  { limitMaxS, ...around }: Surroundings = ALONE,
): Result<Arguments> {
  const options = Object.fromEntries([
    ...[...Object.keys(command.options), "lang", "passphrase-fd", "time-limit"].map((name) => [
      name,
      { type: "string" as const },
    ]),
    ...Object.keys(command.repeated ?? {}).map((name) => [name, { type: "string" as const, multiple: true }]),
    ...["json", ...Object.keys(command.flags ?? {})].map((name) => [name, { type: "boolean" as const }]),
    ["o", { type: "string" as const, short: "o" }],
  ]);
  const parsed = parseArgs({ args: [...words], options, allowPositionals: true, strict: false, tokens: true });
  const wrong = parsed.tokens.flatMap((token) =>
    token.kind === "option" ? (wrongOption(token, options) ?? []) : [],
  )[0];
  if (wrong !== undefined) return callProblem("call.option", wrong.path, wrong.message.zh, wrong.message.en, command);
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
  const descriptor = values["passphrase-fd"];
  if (descriptor !== undefined && !/^\d{1,4}$/.test(String(descriptor)))
    return callProblem(
      "call.passphrase_fd",
      "--passphrase-fd",
      "文件描述符为整数,如 0",
      "a file descriptor is a whole number, such as 0",
      command,
    );
  const alone = around.open === undefined;
  const passphrases = new Passphrases(descriptor === undefined ? undefined : Number(descriptor), lang);
  const openWith = around.open ?? ((path: string) => openDocument(path, passphrases.unlock));
  const limitS = Math.min(seconds, limitMaxS);
  const until = performance.now() + limitS * MS_IN_S;
  return succeed({
    ...around,
    ...(alone ? { passphrases } : {}),
    open: async (path) => {
      const opened = await openWith(path);
      if (opened.ok && opened.value.draft !== undefined)
        sayProblems([appProblem("draft.beside", path, opened.value.draft)], lang);
      return opened;
    },
    limitS,
    words: parsed.positionals,
    shouldStop: () => performance.now() > until,
    json: values.json === true,
    lang,
    option: (name) => (typeof values[name] === "string" ? values[name] : undefined),
    list: (name) => (Array.isArray(values[name]) ? (values[name] as readonly string[]) : []),
    flag: (name) => values[name] === true,
  });
}

/** A sign and a number is a value, not an option. */
const NEGATIVE = /^-(?:\d|\.\d)/;

/** What is wrong with an option as it stands in the call; undefined where nothing is. */
function wrongOption(
  { name, rawName, value, inlineValue }: OptionToken,
  options: Readonly<Record<string, { readonly type: "string" | "boolean" }>>,
): { readonly path: string; readonly message: Text } | undefined {
  const said = (zh: string, en: string) => ({ path: rawName, message: { zh, en } });
  const known = Object.hasOwn(options, name) ? options[name] : undefined;
  if (known === undefined) return said(`没有选项 ${rawName}`, `there is no option ${rawName}`);
  if (known.type === "boolean")
    return value === undefined ? undefined : said(`选项 ${rawName} 不带值`, `the option ${rawName} takes no value`);
  if (value === undefined) return said(`选项 ${rawName} 缺少值`, `the option ${rawName} needs a value`);
  // What looks like the next option is not the value of this one.
  if (inlineValue !== true && value.startsWith("-") && value !== "-" && !NEGATIVE.test(value))
    return said(
      `选项 ${rawName} 缺少值,其后是 ${value}`,
      `the option ${rawName} needs a value, and ${value} follows it`,
    );
  return undefined;
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
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
