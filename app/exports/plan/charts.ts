import type { Decimal } from "decimal.js";
import { CASH_LINES } from "../cashLines.ts";
import type { MoneyUnit } from "../tables/money.ts";
import { moneyWords } from "../tables/money.ts";
import type { Block } from "../word/blocks.ts";
import { type PlanFacts, sayIn } from "./facts.ts";

const WAN = 10_000;
const inUnit = (value: Decimal | undefined, money: MoneyUnit): number | null =>
  value === undefined
    ? null
    : value
        .div(money === "wan" ? WAN : 1)
        .toDecimalPlaces(2)
        .toNumber();

/** 各年资金流入、流出与年末可动用资金, as the board draws them. */
export function cashChart({ results, prepared, money, lang }: PlanFacts): readonly Block[] {
  const { values } = results;
  const { years } = prepared.frame;
  const series = CASH_LINES.filter(({ id }) => values.has(id)).map(({ id, ...name }) => ({
    name: name[lang],
    values: years.map((_, position) => inUnit(values.year(id, position), money)),
  }));
  const line = values.has(CASH_LINES[2].id) ? series.at(-1) : undefined;
  const bars = series.filter((one) => one !== line);
  if (bars.length === 0) return [];
  return [
    {
      kind: "chart",
      caption: sayIn(lang)(
        "各年资金流入、流出与年末可动用资金",
        "Cash in and out by year, and unrestricted cash at year's end",
      ),
      unit: moneyWords[money][lang],
      categories: years.map(({ name }) => name[lang]),
      bars,
      ...(line === undefined ? {} : { line }),
    },
  ];
}
