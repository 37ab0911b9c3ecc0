import type { Lang } from "../../app/contract.ts";
import { evaluateJson, type Results, resultsOf } from "../../app/model/results.ts";
import type { Arguments, Command } from "../arguments.ts";
import { engineOf } from "../engine.ts";
import { openPrepared } from "../open.ts";
import { Exit, printJson, printLine, printProblems, printTable } from "../output.ts";

/** Verdicts, indicators and problems of one scenario. */
export const evaluate: Command = {
  takes: "evaluate FILE [--scenario ID] [--engine record|kernel] [--require B2,…]",
  does: { zh: "结论、指标与问题", en: "verdicts, indicators, problems" },
  words: [1, 1],
  options: ["scenario", "engine", "require"],
  run: async (args) => {
    const engine = engineOf(args);
    if (!engine.ok) return printProblems(engine.problems, args.lang);
    const opened = await openPrepared(args.words[0] ?? "", args.option("scenario"));
    if (!opened.ok) return printProblems(opened.problems, args.lang);
    const results = resultsOf(opened.value.prepared, engine.value);
    if (args.json) printJson(evaluateJson(results, args.lang, opened.value.revision));
    else print(results, args.lang);
    return requirementsMet(results, args) ? Exit.done : Exit.unmet;
  },
};

function requirementsMet({ verdicts }: Results, args: Arguments): boolean {
  const required = (args.option("require") ?? "").split(",").filter((id) => id !== "");
  const unmet = required.filter((id) => verdicts.find((verdict) => verdict.id === id)?.pass !== true);
  for (const id of unmet) process.stderr.write(`evaluate.unmet ${id}\n`);
  return unmet.length === 0;
}

const MARK = { true: "✓", false: "✗", null: "–" } as const;

function print(results: Results, lang: Lang): void {
  const { prepared, verdicts, indicators, problems } = results;
  printLine(`${prepared.document.project.name} · ${prepared.scenario}`);
  printTable(
    verdicts.map((verdict) => [MARK[`${verdict.pass}`], verdict.id, verdict.title[lang], verdict.message[lang]]),
  );
  printLine();
  const json = evaluateJson(results, lang, "");
  printTable(
    indicators.map(({ id, label, unit, note }) => [
      id,
      label[lang],
      json.indicators[id]?.value ?? "–",
      unit,
      note?.[lang] ?? "",
    ]),
  );
  for (const problem of problems) process.stderr.write(`${problem.code} ${problem.path}: ${problem.message[lang]}\n`);
}
