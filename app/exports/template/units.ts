import type { ColumnSpec, InputSpec, NumberInput, ProfileInput } from "../../../models/terms/inputs.ts";
import { type MoneyUnit, moneyWords } from "../tables/money.ts";
import { formatOf } from "../workbook/styles.ts";

/** Parts of units in Chinese and English; any other is shown as it is written. */
const SYMBOLS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  CNY: ["元", "CNY"],
  m2: ["㎡", "㎡"],
  household: ["户", "households"],
  person: ["人", "persons"],
  mo: ["月", "months"],
  a: ["年", "years"],
  d: ["天", "days"],
  space: ["个", "spaces"],
  unit: ["套", "units"],
  kWh: ["千瓦时", "kWh"],
  period: ["期", "periods"],
};

/** Points of 元 that amounts in 万元 are moved by. */
const WAN_PLACES = 4;
const PERCENT = "0.00####%";

type Numbered = NumberInput | ProfileInput;

/** How numbers of an input are typed: their unit in both languages (元 CNY), how far the point moves, and the number format. */
export interface Typed {
  readonly unit: string;
  readonly places: number;
  readonly format: string;
}

export function typedAs(spec: Numbered, money: MoneyUnit): Typed {
  if (isPercent(spec)) return { unit: spec.unit === "1/a" ? "%/年 per year" : "%", places: 0, format: PERCENT };
  if (spec.unit === "CNY" && !(spec.type === "number" && spec.perUnit === true)) {
    const { zh, en } = moneyWords[money];
    return money === "wan"
      ? { unit: `${zh} ${en}`, places: WAN_PLACES, format: "#,##0.00####" }
      : { unit: `${zh} ${en}`, places: 0, format: formatOf("CNY") };
  }
  return { unit: unitText(spec.unit), places: 0, format: formatOf(spec.unit) };
}

/** The unit of any input; nothing for what has none. */
export const unitOf = (spec: InputSpec | ColumnSpec, money: MoneyUnit): string =>
  spec.type === "number" || spec.type === "profile" ? typedAs(spec, money).unit : "";

/** `CNY/(m2*mo)` as 元/㎡·月 CNY/㎡·months. */
export function unitText(unit: string): string {
  if (unit === "1") return "";
  const words = unit.split(/([*/()])/).filter((word) => word !== "" && word !== "(" && word !== ")");
  const [zh, en] = ([0, 1] as const).map((at) =>
    words.map((word) => (word === "*" ? "·" : (SYMBOLS[word]?.[at] ?? word))).join(""),
  );
  return zh === en ? (zh ?? "") : `${zh} ${en}`;
}

/** Shares, growth and interest are typed in per cent; counts and multiples as they are. */
function isPercent(spec: Numbered): boolean {
  if (spec.unit === "1/a" || (spec.type === "profile" && spec.meaning === "share")) return true;
  if (spec.unit !== "1" || (spec.type === "number" && (spec.integer === true || spec.counted !== undefined)))
    return false;
  if (spec.to !== undefined) return spec.to <= 1;
  return spec.usual !== undefined && spec.usual[1] <= 1;
}
