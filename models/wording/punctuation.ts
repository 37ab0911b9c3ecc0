const HAN = /\p{Script=Han}/u;
const WIDE: Readonly<Record<string, string>> = {
  ",": "，",
  ":": "：",
  ";": "；",
  "?": "？",
  "!": "！",
  "(": "（",
  ")": "）",
};

/** No space stands before a Chinese quotation mark or after a full-width sign. */
const SPACE = /(?<=[\p{Script=Han}）]) (?=“)|(?<=[，：（）；]) /gu;

/** Beside a Chinese character, a full-width sign or a quotation mark a sign is set full width; within numbers, names and times it is left as it is. */
const isWide = (sign: string | undefined): boolean => sign !== undefined && WIDE_SIGN.test(sign);
const WIDE_SIGN = /\p{Script=Han}|[\u3000-\u33ff\uff00-\uffef“”‘’]/u;

/** Chinese text with Chinese punctuation (全角标点), as an official document sets it. */
export function chinesePunctuation(text: string): string {
  if (!HAN.test(text)) return text;
  const signs = [...text];
  const wide = new Set<number>();
  const open: number[] = [];
  signs.forEach((sign, at) => {
    const [before, after] = [signs[at - 1], signs[at + 1]];
    if (sign === "(") open.push(at);
    else if (sign === ")") {
      const from = open.pop();
      if (from === undefined) return;
      if (isWide(signs[from - 1]) || isWide(after) || HAN.test(signs.slice(from, at).join(""))) wide.add(from).add(at);
    } else if (sign in WIDE && (isWide(before) || isWide(after) || before === ")")) wide.add(at);
  });
  const set = signs.map((sign, at) => (wide.has(at) ? (WIDE[sign] ?? sign) : sign)).join("");
  return set.replaceAll(SPACE, "");
}
