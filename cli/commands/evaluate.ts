import type { Lang } from "../../app/contract.ts";
import { answerText } from "../../app/model/answer.ts";
import { evaluateJson } from "../../app/model/evaluateJson.ts";
import { type Results, recordResultsOf, resultsOf } from "../../app/model/results.ts";
import { shown } from "../../app/model/shown.ts";
import { conditionsOf, reviewIn, trustIn } from "../../app/model/trust.ts";
import { appProblem } from "../../app/problems.ts";
import type { Trust } from "../../models/checks/trust/index.ts";
import type { Arguments, Command } from "../arguments.ts";
import { engineOf } from "../engine.ts";
import { openPrepared } from "../open.ts";
import { ENGINE, SCENARIO } from "../options.ts";
import {
  Exit,
  printError,
  printJson,
  printLine,
  printProblems,
  printTable,
  sayProblems,
  VERDICT_MARK,
} from "../output.ts";
import { printTrust } from "../trust.ts";

/** Verdicts, indicators, the trust statement and problems of one scenario. */
export const evaluate: Command = {
  takes: "evaluate FILE [--scenario ID] [--engine record|kernel] [--require B2,B5?,…] [--accept-conditions]",
  does: { zh: "结论、指标、可信说明与问题", en: "verdicts, indicators, trust statement, problems" },
  words: [1, 1],
  options: {
    scenario: SCENARIO,
    engine: ENGINE,
    require: {
      zh: "须达标的结论,逗号分隔;B5? 表示不适用亦可",
      en: "verdicts that must be met, with commas; B5? may also not apply",
    },
  },
  flags: {
    "accept-conditions": { zh: "附条件的达标也算达标", en: "a verdict met with conditions counts as met" },
  },
  examples: ["evaluate plan.json --json", "evaluate plan.json --scenario high --require B2,B5?"],
  exits: {
    1: { zh: "--require 所列结论未达标", en: "a verdict of --require is not met" },
  },
  run: async (args) => {
    const engine = engineOf(args);
    if (!engine.ok) return printProblems(engine.problems, args.lang);
    const opened = await openPrepared(args.words[0] ?? "", args);
    if (!opened.ok) return printProblems(opened.problems, args.lang);
    const { prepared, revision } = opened.value;
    const record = recordResultsOf(prepared);
    const unknown = requiredIn(args).find((word) => !record.verdicts.some(({ id }) => asVerdict(word) === id));
    if (unknown !== undefined)
      return printProblems([appProblem("evaluate.verdict_unknown", "--require", unknown)], args.lang);
    // The review reads the book of record; the kernel only where it is asked for.
    const results = engine.value === "record" ? record : resultsOf(prepared, engine.value);
    const trust = trustIn(results, reviewIn(record));
    const json = evaluateJson(results, trust, args.lang, revision);
    sayProblems(results.problems, args.lang);
    if (args.json) printJson(json);
    else print(results, trust, json.indicators, args.lang);
    return requirementsMet(results, trust, args) ? Exit.done : Exit.unmet;
  },
};

const requiredIn = (args: Arguments): readonly string[] =>
  (args.option("require") ?? "")
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");

const asVerdict = (word: string): string => word.replace(/\?$/, "");

/** `B5` asks for a ✓ without conditions, unless they are accepted; `B5?` is content where it does not apply. */
function requirementsMet({ verdicts }: Results, trust: Trust, args: Arguments): boolean {
  const unmet = requiredIn(args).filter((word) => {
    const verdict = verdicts.find(({ id }) => id === asVerdict(word));
    if (verdict === undefined) return true;
    if (word.endsWith("?") && verdict.reason === "inapplicable") return false;
    return verdict.pass !== true || (conditionsOf(trust, verdict.id).length > 0 && !args.flag("accept-conditions"));
  });
  for (const id of unmet) printError(`evaluate.unmet ${id}`);
  return unmet.length === 0;
}

const CONDITIONAL = { zh: "附条件", en: "with conditions" } as const;

function print(
  { prepared, verdicts, indicators }: Results,
  trust: Trust,
  values: ReturnType<typeof evaluateJson>["indicators"],
  lang: Lang,
): void {
  printLine(`${prepared.document.project.name} · ${prepared.scenario}`);
  const answer = answerText({ verdicts }, lang);
  if (answer !== undefined) printLine(answer);
  printTable(
    verdicts.map(({ id, pass, title, message }) => [
      VERDICT_MARK[`${pass}`],
      id,
      shown(lang)(title),
      conditionsOf(trust, id).length > 0 ? CONDITIONAL[lang] : "",
      shown(lang)(message),
    ]),
  );
  printTrust(trust, prepared.document, lang);
  printLine();
  printTable(
    indicators.map(({ id, label, unit, note }) => [
      id,
      shown(lang)(label),
      values[id]?.value ?? "–",
      unit,
      note === undefined ? "" : shown(lang)(note),
    ]),
  );
}
