import { addDecimals, isDecimal, shiftPoint } from "../../numbers/decimal.ts";

/** A number in words, digits or both (两万五, 2.5万, 1亿2000万). */
export interface Numeral {
  readonly value: string;
  /** 万 or 亿 stands in it: of money it is then one of 元, whatever unit is shown. */
  readonly isScaled: boolean;
}

const ONES = "一壹|二贰两|三叁|四肆|五伍|六陆|七柒|八捌|九玖".split("|");
const NOUGHT = "[零〇]";
const ONE = `[1-9${ONES.join("")}]`;
const SECTION = new RegExp(
  `^(?:(?:(${ONE})[千仟])?(?:${NOUGHT}?(${ONE})[百佰])?(?:${NOUGHT}?(${ONE})?[十拾])?(?:${NOUGHT}?(${ONE}))?)$`,
  "u",
);
const SIZES: Readonly<Record<string, number>> = { 十: 1, 拾: 1, 百: 2, 佰: 2, 千: 3, 仟: 3 };
/** 亿 before 万: the larger holds the smaller. */
const SCALES: readonly (readonly [RegExp, number])[] = [
  [/[亿億]/u, 8],
  [/[万萬]/u, 4],
];

function digitOf(letter: string): number {
  return /\d/.test(letter) ? Number(letter) : ONES.findIndex((group) => group.includes(letter)) + 1;
}

/** Up to 9999 in words: 二百零三, 十五, and 三千二 for 3200. */
function inWords(text: string): string | null {
  const bare = /^[千仟百佰十拾]$/u.exec(text);
  if (bare) return shiftPoint("1", SIZES[text] ?? 0);
  const found = SECTION.exec(text);
  if (!found) return null;
  const [thousands, hundreds, tens, ones] = found.slice(1).map((letter) => (letter ? digitOf(letter) : 0));
  const ten = /[十拾]/u.test(text) ? tens || 1 : 0;
  // 三千二: a last digit right behind 千 or 百 counts the next size down.
  const behind = /([千仟百佰]).$/u.exec(text)?.[1];
  const last = (ones ?? 0) * 10 ** (behind && ones ? (SIZES[behind] ?? 1) - 1 : 0);
  return String((thousands ?? 0) * 1000 + (hundreds ?? 0) * 100 + ten * 10 + last);
}

/** Without 万 and 亿: digits (also before 千 or 百), words, 一点五. */
function section(text: string): string | null {
  if (isDecimal(text)) return text;
  const [whole = "", fraction, ...more] = text.split("点");
  if (fraction !== undefined) {
    const head = new RegExp(`^${NOUGHT}$`, "u").test(whole) ? "0" : inWords(whole);
    const digits = Array.from(fraction, (letter) => (/[零〇0]/u.test(letter) ? "0" : String(digitOf(letter))));
    const isRead = head !== null && more.length === 0 && new RegExp(`^(?:${NOUGHT}|${ONE}|0)+$`, "u").test(fraction);
    return isRead ? `${head}.${digits.join("")}` : null;
  }
  const sized = /^(\d+(?:\.\d+)?)([千仟百佰十拾])$/u.exec(text);
  if (sized) return shiftPoint(sized[1] ?? "", SIZES[sized[2] ?? ""] ?? 0);
  if (new RegExp(`^${NOUGHT}$`, "u").test(text)) return "0";
  return text === "" ? null : inWords(text);
}

/** What stands behind 万 or 亿: 两万五 is 25,000; digits must fill all places, or it is not said what they count. */
function rest(text: string, size: number): string | null {
  if (text === "") return "0";
  if (new RegExp(`^${ONE}$`, "u").test(text)) return shiftPoint(String(digitOf(text)), size - 1);
  if (/^\d/u.test(text) && /^\d+$/u.test(text)) return text.length === size ? text : null;
  const plain = new RegExp(`^${NOUGHT}+`, "u");
  return unsigned(text.replace(plain, ""), size)?.value ?? null;
}

/** @param below places of the scale around it, which it must not reach */
function unsigned(text: string, below: number): Numeral | null {
  for (const [sign, size] of SCALES) {
    const at = text.search(sign);
    if (at < 0) continue;
    if (size >= below) return null;
    const head = unsigned(text.slice(0, at), size === 8 ? 8 : 4)?.value;
    const tail = rest(text.slice(at + 1), size);
    if (head === undefined || tail === null) return null;
    const value = addDecimals([shiftPoint(head, size), tail]);
    return value === null ? null : { value, isScaled: true };
  }
  const value = section(text);
  return value === null ? null : { value, isScaled: false };
}

/** Reads a number in digits and Chinese numerals, with its sign; null for what is none. */
export function readNumeral(text: string): Numeral | null {
  const negative = /^[-负]/u.test(text);
  const read = unsigned(text.replace(/^[-+负]/u, ""), Number.POSITIVE_INFINITY);
  if (read === null || !negative) return read;
  return { ...read, value: read.value === "0" ? "0" : `-${read.value}` };
}
