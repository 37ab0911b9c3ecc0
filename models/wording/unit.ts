import type { Text } from "./text.ts";

/** Units as sentences write them after a number; nothing after a plain one. */
export const UNIT_WORDS: Readonly<Record<string, Text>> = {
  CNY: { zh: "元", en: "CNY" },
  m2: { zh: "㎡", en: "㎡" },
  "CNY/m2": { zh: "元/㎡", en: "CNY/㎡" },
  "m2/mo": { zh: "㎡/月", en: "㎡ a month" },
  household: { zh: "户", en: "households" },
  mo: { zh: "个月", en: "months" },
  a: { zh: "年", en: "years" },
  item: { zh: "项", en: "items" },
  "1": { zh: "", en: "" },
};

/** A number that was written for people already, with its unit. */
export function withUnit(number: string, unit: string): Text {
  const name = UNIT_WORDS[unit] ?? { zh: unit, en: unit };
  return { zh: `${number} ${name.zh}`.trimEnd(), en: `${number} ${name.en}`.trimEnd() };
}
