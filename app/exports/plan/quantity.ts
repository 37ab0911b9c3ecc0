import type { Decimal } from "decimal.js";
import { amountText, grouped, SHOWN_PLACES } from "../../../models/wording/grouped.ts";
import type { Lang } from "../../contract.ts";
import { type MoneyUnit, moneyWords, unitWords } from "../tables/money.ts";

const WAN = 10_000;
/** What is read in per cent, as a multiple, or as a year, among what has no unit. */
const PERCENT = /^((firr|roi|roe|bep|loar)\b|B8$)/;
const MULTIPLE = /^((dscr|icr|coverage)\b|B5$)/;
const YEAR = /_year$/;
const WHOLE: ReadonlySet<string> = new Set(["household", "period", "space"]);
const YEARS = { zh: "年", en: "years" } as const;

export const isInPercent = (id: string): boolean => PERCENT.test(id);

interface Shown {
  readonly money: MoneyUnit;
  readonly lang: Lang;
}

/** A result as people write it, its unit behind it. `id` tells a rate from a multiple. */
export function quantity(value: Decimal, unit: string, id: string, shown: Shown): string {
  const words = unitText(unit, id, shown);
  return `${figure(value, unit, id, shown)}${words === "" || words === "%" ? words : ` ${words}`}`;
}

/** The same without its unit. */
export function figure(value: Decimal, unit: string, id: string, { money }: Pick<Shown, "money">): string {
  return unsigned(digits(value, unit, id, money));
}

/** The unit alone; nothing for what has none. */
export function unitText(unit: string, id: string, { money, lang }: Shown): string {
  if (unit === "CNY") return moneyWords[money][lang];
  if (unit === "1") return isInPercent(id) ? "%" : "";
  if (unit === "a") return YEARS[lang];
  return unit === "period" ? "" : (unitWords(unit, money)?.[lang] ?? "");
}

function digits(value: Decimal, unit: string, id: string, money: MoneyUnit): string {
  if (unit === "CNY") return amountText(money === "wan" ? value.div(WAN) : value);
  if (unit !== "1") return WHOLE.has(unit) ? grouped(value.toFixed(0)) : amountText(value);
  if (isInPercent(id)) return value.times(100).toFixed(2);
  if (YEAR.test(id)) return value.toFixed(0);
  return MULTIPLE.test(id) ? value.toFixed(2) : grouped(value.toDecimalPlaces(SHOWN_PLACES).toFixed());
}

/** Rounding leaves a sign on what rounds to nothing. */
const unsigned = (text: string): string => (/^-0(\.0*)?$/.test(text) ? text.slice(1) : text);
