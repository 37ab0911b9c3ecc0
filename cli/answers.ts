import type { Lang, SolveRoot } from "../app/contract.ts";
import { printLine } from "./output.ts";

type Answer = Pick<SolveRoot, "state" | "papers" | "conditions" | "undecided">;

/** A line for an answer, and what it hangs on below it. */
export function printAnswer(values: string, answer: Answer, lang: Lang, end = ""): void {
  printLine(`  ${values} ${markOf(answer, lang)}${end}`);
  for (const text of [...answer.papers, ...answer.conditions, ...answer.undecided]) printLine(`    – ${text}`);
}

/** How an answer of the book of record is marked: met, met on a paper that is still wanted, undecided, met only on another condition, or not. */
function markOf({ state, conditions, undecided }: Answer, lang: Lang): string {
  if (state === "clean") return "✓";
  if (state === "paper") return { zh: "✓(尚待文件)", en: "✓ (still on no paper)" }[lang];
  if (undecided.length > 0) return { zh: "?(无法判定)", en: "? (undecided)" }[lang];
  return conditions.length === 0
    ? "✗"
    : { zh: "✗(附条件或违反规则)", en: "✗ (on a condition or against a rule)" }[lang];
}
