import { prepareOnce } from "../../app/model/prepare.ts";
import { bookOf } from "../../app/rules/book.ts";
import { writeRulePage } from "../../app/rules/write.ts";
import type { RuleBook } from "../../models/checks/rulebook/book.ts";
import { fail, type Result, succeed } from "../../models/wording/problem.ts";
import type { Arguments, Command } from "../arguments.ts";
import { Exit, printJson, printLine, printProblems, printTable } from "../output.ts";
import { overwriting, sayWritten } from "../save.ts";

/** What the rule packs say, and what rests on it, to be signed by a lawyer. */
export const rules: Command = {
  takes: "rules [FILE] [--pack ID] [-o BOOK.html] [--force]",
  does: {
    zh: "规则手册:法规、条款、参数、依据它的行与审查要点及算例;-o 写成可打印签字的网页",
    en: "the rule book: laws, clauses, parameters, what rests on them and its cases; -o writes a page to print and sign",
  },
  words: [0, 1],
  options: { pack: { zh: "只要这个政策参数包", en: "only this pack" } },
  flags: { force: { zh: "覆盖已有文件", en: "replaces a file that is there" } },
  examples: ["rules --pack national-law", "rules plan.pingheng -o rules.html"],
  run: async (args) => {
    const book = await bookFor(args);
    if (!book.ok) return printProblems(book.problems, args.lang);
    const out = args.option("o");
    if (out !== undefined) {
      const there = overwriting(out, args);
      if (there !== undefined) return printProblems([there], args.lang);
      const written = await writeRulePage(out, book.value, args.lang, !args.flag("force"));
      if (!written.ok) return printProblems(written.problems, args.lang);
      if (args.json) printJson({ file: out, packs: book.value.packs.map(({ id, version }) => ({ id, version })) });
      else sayWritten(out, args);
    } else if (args.json) printJson(book.value);
    else show(book.value, args.lang);
    return Exit.done;
  },
};

async function bookFor(args: Arguments): Promise<Result<RuleBook>> {
  const [[file], pack] = [args.words, args.option("pack")];
  const whole = file === undefined ? succeed(bookOf()) : await bookOfFile(file, args);
  if (!whole.ok || pack === undefined) return whole;
  const packs = whole.value.packs.filter(({ id }) => id === pack);
  if (packs.length > 0) return succeed({ packs });
  const known = whole.value.packs.map(({ id }) => id).join(", ");
  return fail({
    code: "rules.pack",
    message: { zh: `没有政策参数包 ${pack}`, en: `there is no rule pack ${pack}` },
    path: "--pack",
    hint: { zh: `可选:${known}`, en: `there are: ${known}` },
  });
}

async function bookOfFile(file: string, { open, shelf }: Arguments): Promise<Result<RuleBook>> {
  const opened = await open(file);
  if (!opened.ok) return opened;
  const prepared = prepareOnce(opened.value.document, undefined, shelf);
  return succeed(bookOf(opened.value.document, prepared.ok ? prepared.value : undefined));
}

function show({ packs }: RuleBook, lang: "zh" | "en"): void {
  for (const { id, version, title, laws } of packs) {
    printLine(`${title[lang]} ${id} ${version}`);
    for (const law of laws) {
      printLine(`  ${law.title[lang]} ${law.number}`);
      printTable(
        law.clauses.map(({ article = "", title: name, checks, unused }) => [
          `    ${article}`,
          name[lang],
          unused ? "–" : checks.map((check) => check.id).join(" "),
        ]),
      );
    }
  }
}
