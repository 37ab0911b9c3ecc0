import type { Text } from "../../../models/wording/text.ts";
import { wordsOfUnit } from "../../../models/wording/unit.ts";

/** What amounts of a printed table are told in. */
export type MoneyUnit = "yuan" | "wan";

export const MONEY_UNITS: readonly MoneyUnit[] = ["yuan", "wan"];

export const moneyWords: Readonly<Record<MoneyUnit, Text>> = {
  yuan: { zh: "元", en: "CNY" },
  wan: { zh: "万元", en: "CNY 10,000" },
};

/** Printed places of amounts and areas, and what one of the last place is worth. */
const PLACES = 100;
const WAN = 10_000;

/** What a unit of the last printed place is worth in the unit a line has; undefined for what is not rounded. */
export function stepOf(unit: string, money: MoneyUnit): number | undefined {
  if (unit === "CNY") return money === "wan" ? WAN / PLACES : 1 / PLACES;
  return unit === "m2" ? 1 / PLACES : undefined;
}

/** So many of the last place as the number that is printed. */
export const printedOf = (steps: number): number => steps / PLACES;

/** A unit in words; nothing for ratios. */
export function unitWords(unit: string, money: MoneyUnit): Text | undefined {
  if (unit === "CNY") return moneyWords[money];
  return unit === "1" ? undefined : wordsOfUnit(unit);
}
