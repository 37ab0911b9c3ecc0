import type { Lang, SolveRoot } from "../app/contract.ts";

/** How an answer of the book of record is marked: met, met on a paper that is still wanted, undecided, met only on another condition, or not. */
export function markOf(
  { state, conditions, undecided }: Pick<SolveRoot, "state" | "conditions" | "undecided">,
  lang: Lang,
): string {
  if (state === "clean") return "✓";
  if (state === "paper") return { zh: "✓(尚待文件)", en: "✓ (still on no paper)" }[lang];
  if (undecided.length > 0) return { zh: "?(无法判定)", en: "? (undecided)" }[lang];
  return conditions.length === 0 ? "✗" : { zh: "✗(附条件)", en: "✗ (on a condition)" }[lang];
}
