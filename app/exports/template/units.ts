import type { ColumnSpec, InputSpec, NumberInput, ProfileInput } from "../../../models/terms/inputs.ts";
import { wordsOfUnit } from "../../../models/wording/unit.ts";
import { type MoneyUnit, moneyWords } from "../tables/money.ts";
import { formatOf } from "../workbook/styles.ts";

/** Points of 元 that amounts in 万元 are moved by. */
const WAN_PLACES = 4;
export const PERCENT = "0.00####%";

export type Numbered = NumberInput | ProfileInput;

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

/** `CNY/(m2*mo)` as 元/㎡·月 CNY/㎡·month. */
export function unitText(unit: string): string {
  const { zh, en } = wordsOfUnit(unit);
  return zh === en ? zh : `${zh} ${en}`;
}

/** Shares, growth and interest are typed in per cent; counts and multiples as they are. */
export function isPercent(spec: Numbered): boolean {
  if (spec.unit === "1/a" || (spec.type === "profile" && spec.meaning === "share")) return true;
  if (spec.unit !== "1" || (spec.type === "number" && (spec.integer === true || spec.counted !== undefined)))
    return false;
  if (spec.to !== undefined) return spec.to <= 1;
  return spec.usual !== undefined && spec.usual[1] <= 1;
}
