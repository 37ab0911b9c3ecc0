import type { Text } from "../wording/text.ts";
import type { ParameterDifference } from "./differences.ts";
import type { PackParameter } from "./pack.ts";
import type { Provenance } from "./provenance.ts";

const SHOWN_MAX = 5;

/** What differs in a parameter: the first dated value that does, otherwise its source or standing. */
function differenceWords({ label, before, after }: ParameterDifference): Text {
  const [old, now] = [before?.value, after?.value];
  const none = { zh: "无", en: "none" };
  const dated = (of: PackParameter | undefined, other: PackParameter | undefined) => {
    const known = new Set((other?.values ?? []).map(({ from, to, value }) => `${from} ${to} ${value}`));
    return of?.values.find(({ from, to, value }) => !known.has(`${from} ${to} ${value}`))?.value;
  };
  const [was, is] = [dated(old, now), dated(now, old)];
  if (was === undefined && is === undefined)
    return { zh: `“${label.zh}”的说明或出处`, en: `words or source of “${label.en}”` };
  const side = (value: string | undefined, exists: boolean, lang: keyof Text) => value ?? (exists ? "–" : none[lang]);
  const line = (lang: keyof Text) =>
    `“${label[lang]}” ${side(was, old !== undefined, lang)} → ${side(is, now !== undefined, lang)}`;
  return { zh: line("zh"), en: line("en") };
}

export function differencesWords(found: Extract<Provenance, { differences: unknown }>): Text {
  const { parameters, clausesRemoved, clausesAdded } = found.differences;
  const shown = parameters.slice(0, SHOWN_MAX).map(differenceWords);
  const more = parameters.length - shown.length;
  const clauses = new Set([...clausesRemoved, ...clausesAdded].map(({ value }) => value.id)).size;
  const zh = [
    ...shown.map((text) => text.zh),
    ...(more > 0 ? [`其余 ${more} 项取值`] : []),
    ...(clauses > 0 ? [`${clauses} 条条款`] : []),
  ];
  const en = [
    ...shown.map((text) => text.en),
    ...(more > 0 ? [`${more} more values`] : []),
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
        zh: `规则包 ${id} ${version} 的内容与发布文本不符:${changes.zh}`,
        en: `rule pack ${id} ${version} is not the text published under that name: ${changes.en}`,
      }
    : {
        zh: `规则包 ${id} 没有发布过 ${version} 版,与 ${found.genuine.version} 版相比:${changes.zh}`,
        en: `rule pack ${id} was never published as ${version}; against ${found.genuine.version}: ${changes.en}`,
      };
}
