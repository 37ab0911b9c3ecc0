import type { Text } from "./text.ts";

/** What units are made of, as people write it; anything else is shown as formulas write it. */
const PARTS: Readonly<Record<string, Text>> = {
  CNY: { zh: "元", en: "CNY" },
  m2: { zh: "㎡", en: "㎡" },
  household: { zh: "户", en: "households" },
  person: { zh: "人", en: "persons" },
  mo: { zh: "月", en: "months" },
  a: { zh: "年", en: "years" },
  d: { zh: "天", en: "days" },
  space: { zh: "个", en: "spaces" },
  unit: { zh: "套", en: "units" },
  item: { zh: "项", en: "items" },
  kWh: { zh: "千瓦时", en: "kWh" },
  period: { zh: "期", en: "periods" },
};

/** `CNY/(m2*mo)` as 元/㎡·月; nothing for a plain number, a rate a year as %/年. */
export function wordsOfUnit(unit: string): Text {
  if (unit === "1") return { zh: "", en: "" };
  if (unit === "1/a") return { zh: "%/年", en: "% per year" };
  const words = unit.split(/([*/()])/).filter((word) => word !== "" && word !== "(" && word !== ")");
  const per = words.includes("/") ? words.indexOf("/") : words.length;
  const part = (word: string, lang: "zh" | "en") => (word === "*" ? "·" : (PARTS[word]?.[lang] ?? word));
  return {
    zh: words.map((word) => part(word, "zh")).join(""),
    en: words.map((word, i) => (i > per ? part(word, "en").replace(/s$/, "") : part(word, "en"))).join(""),
  };
}

/** Units as sentences write them after a number, where they say it otherwise. */
const SAID: Readonly<Record<string, Text>> = {
  "m2/mo": { zh: "㎡/月", en: "㎡ a month" },
  mo: { zh: "个月", en: "months" },
  "1/a": { zh: "1/a", en: "1/a" },
};

/** A number that was written for people already, with its unit. */
export function withUnit(number: string, unit: string): Text {
  const name = SAID[unit] ?? wordsOfUnit(unit);
  return { zh: `${number} ${name.zh}`.trimEnd(), en: `${number} ${name.en}`.trimEnd() };
}
