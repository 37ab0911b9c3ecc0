import { isDecimal, normalise, shiftPoint } from "./decimal.ts";

/** Places the point moves for words people write after an amount. */
const scaleWords: readonly (readonly [RegExp, number])[] = [
  [/(亿元?)$/u, 8],
  [/(万元?)$/u, 4],
  [/(元)$/u, 0],
];

const fullWidth = /[０-９．，－＋（）％]/gu;

function halfWidth(text: string): string {
  return text.replace(fullWidth, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0));
}

/**
 * Reads what a person typed or pasted into a number field: separators, full-width digits, parentheses for negatives,
 * a trailing 万 or 亿, a percent sign.
 * @param places decimal places between the unit shown and the unit stored (4 where 万元 is shown and 元 stored, -2 for %)
 * @returns the decimal in the stored unit, "" for an empty field, null for what is no number
 */
export function readNumber(typed: string, places: number): string | null {
  let text = halfWidth(typed)
    .replace(/[\s,'’_]/gu, "")
    .replaceAll("−", "-")
    .replace(/^[¥￥]/u, "");
  if (text === "" || text === "-") return text === "" ? "" : null;
  const enclosed = /^\((.+)\)$/.exec(text);
  if (enclosed?.[1]) text = `-${enclosed[1]}`;
  let shift = places;
  for (const [word, size] of scaleWords) {
    if (!word.test(text)) continue;
    text = text.replace(word, "");
    shift = size;
    break;
  }
  if (text.endsWith("%")) {
    text = text.slice(0, -1);
    shift = -2;
  }
  if (/^[+-]?\.\d/.test(text)) text = text.replace(".", "0.");
  if (/\d\.$/.test(text)) text = text.slice(0, -1);
  if (!isDecimal(text)) return null;
  return normalise(shiftPoint(text, shift));
}
