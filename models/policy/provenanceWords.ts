import type { Text } from "../wording/text.ts";
import type { Provenance } from "./provenance.ts";
import { valueChange } from "./valueChange.ts";

const SHOWN_MAX = 5;

const NONE: Text = { zh: "无", en: "none" };

export function differencesWords(found: Extract<Provenance, { differences: unknown }>): Text {
  const { parameters, clausesRemoved, clausesAdded } = found.differences;
  const values = parameters.flatMap((parameter) => {
    const change = valueChange(parameter);
    return change === undefined ? [] : [{ label: parameter.label, ...change }];
  });
  const shown = values.slice(0, SHOWN_MAX);
  const [more, others] = [values.length - shown.length, parameters.length - values.length];
  const clauses = new Set([...clausesRemoved, ...clausesAdded].map(({ value }) => value.id)).size;
  const zh = [
    ...shown.map(({ label, before, after }) => `“${label.zh}” ${before ?? NONE.zh} → ${after ?? NONE.zh}`),
    ...(more > 0 ? [`其余 ${more} 项取值`] : []),
    ...(others > 0 ? [`${others} 项取值的出处或说明`] : []),
    ...(clauses > 0 ? [`${clauses} 条条款`] : []),
  ];
  const en = [
    ...shown.map(({ label, before, after }) => `“${label.en}” ${before ?? NONE.en} → ${after ?? NONE.en}`),
    ...(more > 0 ? [`${more} more values`] : []),
    ...(others > 0 ? [`source or words of ${others} values`] : []),
    ...(clauses > 0 ? [`${clauses} clauses`] : []),
  ];
  const words = { zh: "标题或文号", en: "title or number" };
  return { zh: zh.join("、") || words.zh, en: en.join(", ") || words.en };
}

/** Says which text bears a name it has no right to, and what it changes. */
export function alteredWords(
  { id, version }: { readonly id: string; readonly version: string },
  found: Extract<Provenance, { kind: "changed" }>,
): Text {
  const changes = differencesWords(found);
  return found.genuine.version === version
    ? {
        zh: `政策参数包 ${id} ${version} 的内容与发布文本不符:${changes.zh}`,
        en: `rule pack ${id} ${version} is not the text published under that name: ${changes.en}`,
      }
    : {
        zh: `政策参数包 ${id} 没有发布过 ${version} 版,与 ${found.genuine.version} 版相比:${changes.zh}`,
        en: `rule pack ${id} was never published as ${version}; against ${found.genuine.version}: ${changes.en}`,
      };
}
