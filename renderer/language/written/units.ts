/**
 * Units as people write them behind a number, each known by the symbols of the model (`CNY/m2`). Words that stand for
 * more than one unit (个 of spaces, of units) name each.
 */
const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  CNY: ["元整", "圆整", "人民币", "元", "圆", "块", "yuan", "rmb", "cny"],
  m2: ["平方米", "平米", "平方", "㎡", "m2", "m²", "sqm", "平"],
  household: ["住户", "户", "households", "household", "hh"],
  person: ["人", "位", "persons", "person", "people"],
  mo: ["个月", "月", "months", "month", "mo"],
  a: ["年", "years", "year", "yr", "a"],
  d: ["天", "日", "days", "day", "d"],
  space: ["个车位", "车位", "spaces", "space", "个"],
  kWh: ["千瓦时", "度", "kwh"],
  unit: ["计量单位", "units", "unit", "个", "台", "套", "件"],
  item: ["项", "items", "item", "个"],
  period: ["个计算期", "期", "periods", "period"],
  mu: ["亩", "mu"],
  ha: ["公顷", "ha"],
};

/** Behind a multiple, such as a coverage. */
export const TIMES = "倍";

const SPELLINGS = Object.entries(WRITTEN)
  .flatMap(([symbol, spellings]) => spellings.map((spelling) => ({ symbol, spelling })))
  .sort((one, other) => other.spelling.length - one.spelling.length);
const DIVIDES = /^(?:\/|每|per)/u;
const JOINS = /^[·*()]/u;

/** Every reading of a text as a product of units over others, in one order: `CNY/m2*mo`. */
function readings(text: string, above: readonly string[], below: readonly string[], isBelow: boolean): Set<string> {
  if (text === "") return new Set([`${[...above].sort().join("*") || "1"}/${[...below].sort().join("*")}`]);
  const divides = DIVIDES.exec(text)?.[0];
  if (divides !== undefined) return readings(text.slice(divides.length), above, below, true);
  if (JOINS.test(text)) return readings(text.slice(1), above, below, isBelow);
  const [first] = SPELLINGS.filter(({ spelling }) => text.startsWith(spelling));
  if (first === undefined) return new Set();
  const same = SPELLINGS.filter(({ spelling }) => spelling === first.spelling);
  const tail = text.slice(first.spelling.length);
  return new Set(
    same.flatMap(({ symbol }) => [
      ...readings(tail, isBelow ? above : [...above, symbol], isBelow ? [...below, symbol] : below, isBelow),
    ]),
  );
}

const allOf = (text: string): Set<string> => readings(text.toLowerCase().replaceAll(/\s/gu, ""), [], [], false);

/**
 * What words behind a number say of its unit.
 * @param written such as `元/㎡·月`
 * @param unit symbols of the model, such as `CNY/(m2*mo)`
 * @returns `same`, another `other`, or `none` where they name no unit that is known
 */
export function unitWritten(written: string, unit: string): "same" | "other" | "none" {
  const found = allOf(written);
  if (found.size === 0) return "none";
  const own = allOf(unit.replace(/^1(?=\/)/, ""));
  return [...found].some((reading) => own.has(reading)) ? "same" : "other";
}
