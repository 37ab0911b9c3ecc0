import type { BridgeView, Json, Lang } from "../app/contract.ts";
import { printLine, printTable } from "./output.ts";

const WORDS = {
  sum: { zh: "合计差额", en: "difference" },
  unmoved: { zh: "不影响", en: "without effect" },
  together: { zh: "须一并成立,不可拆分", en: "have a value only together" },
  component: { zh: "差异过多,按测算项合并", en: "many differences, told by component" },
  sampled: { zh: "抽样估计,± 为标准误", en: "sampled; ± is the standard error" },
} as const;

const VALUE_LENGTH = 40;

/** A value of a document in a cell of a table. */
export function shownValue(value: Json): string {
  const text = value === null ? "–" : typeof value === "string" ? value : JSON.stringify(value);
  return text.length > VALUE_LENGTH ? `${text.slice(0, VALUE_LENGTH)}…` : text;
}

/** A difference taken apart, a line a change. */
export function bridgeLines(bridge: BridgeView, lang: Lang): void {
  const { from, to, of, label, unit, before, after, difference, steps, without, method } = bridge;
  printLine();
  printLine(`${of} ${label[lang]} (${unit}): ${from} ${before} → ${to} ${after}`);
  if (method === "sampled") printLine(`  ${WORDS.sampled[lang]}`);
  printTable([
    ...steps.map(({ places, share, error, because }) => [
      `  ${share.startsWith("-") ? "" : "+"}${share}${error === undefined ? "" : ` ± ${error}`}`,
      places.map((place) => place.label).join(" + "),
      because === undefined ? "" : WORDS[because][lang],
    ]),
    [`  = ${difference}`, WORDS.sum[lang], ""],
  ]);
  if (without.length > 0) printLine(`  ${WORDS.unmoved[lang]}: ${without.map((place) => place.label).join(", ")}`);
}
