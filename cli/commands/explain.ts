import { inForecast, isForecastCell, withoutForecast } from "../../app/actuals/view.ts";
import type { ExplainTerm, Lang } from "../../app/contract.ts";
import { explainOnce } from "../../app/model/explain.ts";
import type { Command } from "../arguments.ts";
import { openLines } from "../open.ts";
import { SCENARIO } from "../options.ts";
import { citedText, Exit, printJson, printLine, printProblems, printTable, sayProblems } from "../output.ts";

const ANSWERS = { zh: ["否", "是"], en: ["no", "yes"] } as const;

/** A figure as the book has it, or yes or no; a dash where there is none. */
function answered({ value, yesNo }: Pick<ExplainTerm, "value" | "yesNo">, lang: Lang): string {
  return yesNo === true ? ANSWERS[lang][value === "1" ? 1 : 0] : (value ?? "–");
}

/** Why a number is what it is: formula, values put in, precedents, clause, evidence. */
export const explain: Command = {
  takes: "explain FILE LINE[@PERIOD|@YEAR|@total] [--scenario ID]",
  does: { zh: "解释一个数:公式、取值、来源、条款、依据", en: "formula, values put in, precedents, clause, evidence" },
  words: [2, 2],
  options: {
    scenario: SCENARIO,
  },
  examples: [
    "explain plan.json flats.receipt@2028-Q2",
    "explain plan.json verdict.B5",
    "explain plan.json forecast:investment.total",
  ],
  run: async (args) => {
    const opened = await openLines(args.words[0] ?? "", args, args.words[1]);
    if (!opened.ok) return printProblems(opened.problems, args.lang);
    sayProblems(opened.value.prepared.problems, args.lang);
    const explained = explainOnce(opened.value.prepared, withoutForecast(args.words[1] ?? ""));
    if (!explained.ok) return printProblems(explained.problems, args.lang);
    const explanation = isForecastCell(args.words[1] ?? "") ? inForecast(explained.value) : explained.value;
    if (args.json) {
      printJson({ ...explanation, formula: explanation.formula[args.lang], evidence: explanation.evidence ?? null });
      return Exit.done;
    }
    const { line, label, period, unit } = explanation;
    printLine(
      `${period === "" ? line : `${line}@${period}`} ${label[args.lang]} = ${answered(explanation, args.lang)} ${unit}`,
    );
    if (explanation.note !== undefined) printLine(`! ${explanation.note[args.lang]}`);
    printLine(`= ${explanation.formula[args.lang]}`);
    printTable(
      explanation.terms.map((term) => ["  ", term.ref, term.label[args.lang], answered(term, args.lang), term.unit]),
    );
    for (const clause of explanation.clauses)
      printLine(
        `§ ${citedText(clause, args.lang)} ${clause.title[args.lang]}${clause.draft ? " (征求意见稿 / draft)" : ""}: ${clause.text[args.lang]}`,
      );
    if (explanation.convention !== undefined) printLine(`※ ${explanation.convention[args.lang]}`);
    if (explanation.evidence !== undefined) printLine(`⊞ ${Object.values(explanation.evidence).join(" · ")}`);
    return Exit.done;
  },
};
