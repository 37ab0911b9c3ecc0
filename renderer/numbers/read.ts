import { readNumeral } from "../language/written/numerals.ts";
import { TIMES, unitWritten } from "../language/written/units.ts";
import { readSum } from "./arithmetic.ts";
import { normalise, shiftPoint } from "./decimal.ts";

/** Why what was typed is not taken; `unit` is what was written behind the number. */
export type Refused =
  | { readonly why: "comma" | "percentOfAmount" | "sum" | "unread" }
  | { readonly why: "otherUnit"; readonly unit: string };

/** The decimal in the stored unit ("" for an empty field), or why there is none. */
export type Typed = { readonly meant: string } | { readonly meant: null; readonly refused: Refused };

const fullWidth = /[０-９．，－＋（）％＝／＊]/gu;

function halfWidth(text: string): string {
  return text.replace(fullWidth, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0));
}

/** Places of what is shown in per cent. */
const PERCENT = -2;
const GROUPED = /^[^\d,]*\d{1,3}(?:,\d{3})+(?![\d,])/u;
const NUMERAL = /^[-+负]?(?:[\d.]|[零〇一二两三四五六七八九十百千万亿億萬壹贰叁肆伍陆柒捌玖拾佰仟点])+/u;

const no = (refused: Refused): Typed => ({ meant: null, refused });

/** Apart: a number at the beginning and the words behind it. */
function apart(text: string): readonly [string, string] {
  // The 千 of 千瓦时 belongs to the unit.
  const plain = text.replace(/千瓦时/u, "kWh");
  const number = NUMERAL.exec(plain)?.[0] ?? "";
  return [number, plain.slice(number.length)];
}

const tidy = (number: string): string => number.replace(/^([+-]?)\./, "$10.").replace(/(\d)\.(?=\D|$)/, "$1");

function readPercent(number: string, behind: string, places: number, unit: string | undefined): Typed {
  const isRate = unit === "1/a" && /^(?:\/|每)?(?:年|a|yr|year)?$/iu.test(behind);
  const isPure = places === PERCENT || unit === undefined || unit === "1";
  if (!isPure) return no({ why: "percentOfAmount" });
  const read = behind === "" || isRate ? readNumeral(tidy(number)) : null;
  return read === null ? no({ why: "unread" }) : { meant: normalise(shiftPoint(read.value, PERCENT)) };
}

/** Whether the words behind the number are those of the field's unit; without a unit given, 元 alone is known. */
function refusedUnit(words: string, unit: string | undefined, places: number): Refused | null {
  if (words === "" || (words === TIMES && unit === "1" && places === 0)) return null;
  // A rate a year is typed in per cent: 4.5/年 does not say which.
  const own = places === PERCENT ? "1" : (unit ?? "CNY");
  const written = unitWritten(words, own);
  if (written === "same") return null;
  return written === "other" ? { why: "otherUnit", unit: words } : { why: "unread" };
}

function readPlain(written: string, places: number, unit: string | undefined): Typed {
  const whole = /^\((.+)\)$/u.exec(written)?.[1];
  if (whole?.startsWith("-")) return no({ why: "unread" });
  const text = whole === undefined ? written : `-${whole}`;
  const share = /^(-?)百分之(.+)$/u.exec(text);
  const percent = /^([^%]+)%(.*)$/u.exec(share ? `${share[1]}${share[2]}%` : text);
  if (percent) return readPercent(percent[1] ?? "", percent[2] ?? "", places, unit);
  const bracketed = /^\((.+)\)(.+)$/u.exec(text);
  const [number, words] = apart(bracketed ? `-${bracketed[1]}${bracketed[2]}` : text);
  const read = readNumeral(tidy(number));
  if (read === null) return no({ why: "unread" });
  const refused = refusedUnit(words, unit, places);
  if (refused !== null) return no(refused);
  // 2.5万 and 500元 are of 元, whatever unit of money is shown.
  const shift = read.isScaled || words !== "" ? 0 : places;
  return { meant: normalise(shiftPoint(read.value, shift)) };
}

/**
 * Reads what a person typed or pasted into a number field: separators, full-width digits, parentheses for negatives,
 * Chinese numerals with 万 and 亿, the field's own unit, a percent sign, arithmetic with numbers after `=`.
 * @param places decimal places between the unit shown and the unit stored (4 where 万元 is shown and 元 stored, -2 for %)
 * @param unit of the field, in the symbols of the model; per cent of an amount or an area is nothing that can be stored
 */
export function readTyped(typed: string, places: number, unit?: string): Typed {
  const written = halfWidth(typed)
    .replace(/[\s'’_]/gu, "")
    .replaceAll("−", "-");
  if (written.startsWith("=")) {
    const sum = readSum(written.slice(1));
    return sum === null ? no({ why: "sum" }) : { meant: normalise(shiftPoint(sum, places)) };
  }
  // A comma that groups nothing may be meant as a point.
  if (written.includes(",") && !GROUPED.test(written)) return no({ why: "comma" });
  const text = written.replaceAll(",", "").replace(/^[¥￥]/u, "");
  return text === "" ? { meant: "" } : readPlain(text, places, unit);
}

/** As {@link readTyped}: the decimal, "" for an empty field, null for what is no number. */
export function readNumber(typed: string, places: number, unit?: string): string | null {
  return readTyped(typed, places, unit).meant;
}
