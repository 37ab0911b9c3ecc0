import type { Lang } from "../../app/contract.ts";
import { parseJsonLine, parseValue } from "../../app/files/parse.ts";
import { logText } from "../../app/log.ts";
import { newShelf } from "../../app/model/prepare.ts";
import { appProblem } from "../../app/problems.ts";
import type { GraphShelf } from "../../models/compile/shelf.ts";
import { type Problem, succeed } from "../../models/wording/problem.ts";
import { type Arguments, type Command, readArguments } from "../arguments.ts";
import { openDocument, openedAs } from "../open.ts";
import { Exit, exitOf, overheard } from "../output.ts";
import { commandOf, perform, unknownCommand } from "../run.ts";
import { type Answer, answerOf, errorAnswer } from "./answer.ts";
import { idOf, type Job, type JobId, jobProblem, readJob } from "./job.ts";

/** What holds for every job of a run. */
export interface BatchTerms {
  readonly lang: Lang;
  /** Seconds one job may compute. */
  readonly limitS: number;
}

/** The word that stands for the document of the line where a command wants a FILE. */
const BROUGHT = "document";

/** Answers jobs one after the other; documents of one structure share their graph and its compiled code. */
export class BatchDesk {
  readonly #terms: BatchTerms;
  readonly #shelf: GraphShelf = newShelf();

  constructor(terms: BatchTerms) {
    this.#terms = terms;
  }

  /** The answer to a line; never throws for what the line says. */
  async answer(number: number, bytes: Uint8Array): Promise<Answer> {
    const { lang } = this.#terms;
    const refuse = (id: JobId | null, problems: readonly Problem[]): Answer =>
      errorAnswer({ id, line: number }, exitOf(problems), problems, lang);
    const value = parseJsonLine(bytes, number);
    if (!value.ok) return refuse(null, value.problems);
    const job = readJob(value.value);
    if (!job.ok) return refuse(idOf(value.value), job.problems);
    return this.#run(job.value);
  }

  async #run(job: Job): Promise<Answer> {
    const { lang } = this.#terms;
    const refuse = (...problems: readonly Problem[]): Answer =>
      errorAnswer({ id: job.id }, exitOf(problems), problems, lang);
    const command = commandOf(job.command);
    if (command === undefined) return refuse(unknownCommand(job.command));
    const forbidden = forbiddenIn(job, command);
    if (forbidden !== undefined) return refuse(forbidden);
    const args = this.#arguments(job, command);
    if (!args.ok) return refuse(...args.problems);
    try {
      const { exit, ...said } = await overheard(() => perform(job.command, command, args.value));
      return answerOf(job.id, exit, { ...said, problems: said.problems.map(asked) }, args.value.lang);
    } catch (error) {
      // A fault of the program in one job: logged as elsewhere, and the others go on.
      process.stderr.write(`${logText(error)}\n`);
      return errorAnswer({ id: job.id }, Exit.ourBug, [appProblem("internal", job.command)], lang);
    }
  }

  #arguments({ file, document, args }: Job, command: Command) {
    const { lang, limitS } = this.#terms;
    const brought = document !== undefined;
    const open: Arguments["open"] = async (path) => {
      if (!brought || path !== BROUGHT) return openDocument(path);
      const parsed = parseValue(document);
      return parsed.ok ? succeed(openedAs(BROUGHT, parsed.value)) : parsed;
    };
    const subject = brought ? [BROUGHT] : file === undefined ? [] : [asWord(file)];
    const words = ["--json", "--lang", lang, "--time-limit", `${limitS}`, ...subject, ...args];
    return readArguments(command, words, { open, shelf: this.#shelf, limitMaxS: limitS });
  }
}

/** A locked file asks for its passphrase, and a job has nobody who could give it. */
const asked = (problem: Problem): Problem =>
  problem.code === "vault.needed" ? { ...jobProblem("locked", problem.path), code: problem.code } : problem;

/** A file whose name begins like an option is a file all the same. */
const asWord = (file: string): string => (file.startsWith("-") ? `./${file}` : file);

/** What a command does elsewhere and a job may not: run on, ask for what cannot come with the line, replace a file. */
function forbiddenIn({ document, args }: Job, { job, flags = {}, options = {} }: Command): Problem | undefined {
  if (job === "never") return jobProblem("never", "command");
  if (job === "file" && document !== undefined) return jobProblem("needs_file", "document");
  const asks = (name: string) => args.some((word) => word === `--${name}` || word.startsWith(`--${name}=`));
  if (Object.hasOwn(flags, "force") && asks("force")) return jobProblem("force", "args");
  return Object.hasOwn(options, "workers") && asks("workers") ? jobProblem("workers", "args") : undefined;
}
