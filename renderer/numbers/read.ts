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

/** Places of what is shown in per cent. */
const PERCENT = -2;
const GROUPED = /^[^\d,]*\d{1,3}(?:,\d{3})+(?![\d,])/u;

/**
 * Reads what a person typed or pasted into a number field: separators, full-width digits, parentheses for negatives,
 * a trailing 万 or 亿, a percent sign.
 * @param places decimal places between the unit shown and the unit stored (4 where 万元 is shown and 元 stored, -2 for %)
 * @param unit of the field: per cent of an amount or an area is nothing that can be stored
 * @returns the decimal in the stored unit, "" for an empty field, null for what is no number
 */
export function readNumber(typed: string, places: number, unit = "1"): string | null {
  const written = halfWidth(typed).replace(/[\s'’_]/gu, "");
  // A comma that groups nothing may be meant as a point.
  if (written.includes(",") && !GROUPED.test(written)) return null;
  let text = written
    .replaceAll(",", "")
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
    if (places !== PERCENT && unit !== "1") return null;
    text = text.slice(0, -1);
    shift = PERCENT;
  }
  if (/^[+-]?\.\d/.test(text)) text = text.replace(".", "0.");
  if (/\d\.$/.test(text)) text = text.slice(0, -1);
  if (!isDecimal(text)) return null;
  return normalise(shiftPoint(text, shift));
}
