import type { FieldView } from "../../app/contract.ts";
import type { Translate } from "../language/i18n.ts";

/** How money is shown; the file always holds 元. */
export type MoneyScale = "yuan" | "wan" | "yi";

/** Decimal places between 元 and the unit shown. */
export const moneyPlaces: Readonly<Record<MoneyScale, number>> = { yuan: 0, wan: 4, yi: 8 };
const moneyDigits: Readonly<Record<MoneyScale, number>> = { yuan: 2, wan: 2, yi: 4 };

/** How a number of some unit is shown. */
export interface Display {
  /** Places the point moves left on its way to the screen; -2 turns a share into per cent. */
  readonly places: number;
  /** Decimals shown. */
  readonly digits: number;
  /** Unit as words. */
  readonly unit: string;
  /** How to write what is no plain amount: years without separators, absolute months as dates, counts without needless zeros. */
  readonly form?: "year" | "month" | "short";
}

const symbols = ["CNY", "m2", "household", "person", "mo", "a", "d", "space", "kWh", "unit", "period"] as const;
type Symbol = (typeof symbols)[number];

function isSymbol(word: string): word is Symbol {
  return (symbols as readonly string[]).includes(word);
}

/** `CNY/(m2*mo)` in the words of the language: 元/㎡·月. */
export function unitWords(unit: string, t: Translate): string {
  if (unit === "1") return "";
  return unit
    .split(/([*/()])/)
    .filter((word) => word !== "" && word !== "(" && word !== ")")
    .map((word) => (word === "*" ? "·" : isSymbol(word) ? t(`unit.${word}`) : word))
    .join("");
}

const whole = new Set(["household", "person", "space", "period"]);
/** Indicators, lines and verdicts (B5 debt service, B8 break-even point) whose unit 1 is a multiple or a rate. */
const multiples = /^((project\.)?(dscr|icr|coverage)|B5$)/;
const percentIndicators = /^((firr|roi|roe|bep|loar|mirr|irr)\b|B8$)/;

/** How a line, indicator or margin of this unit is shown; `id` tells rates of return from multiples, both of unit 1. */
export function displayOf(unit: string, scale: MoneyScale, t: Translate, id = ""): Display {
  if (unit === "CNY") return { places: moneyPlaces[scale], digits: moneyDigits[scale], unit: t(`unit.money.${scale}`) };
  if (unit === "1/a" || (unit === "1" && percentIndicators.test(id))) return { places: -2, digits: 2, unit: "%" };
  if (/_year$/.test(id) || id === "year") return { places: 0, digits: 0, unit: "", form: "year" };
  if (unit === "mo") return { places: 0, digits: 0, unit: unitWords(unit, t), form: "month" };
  if (unit === "1" && multiples.test(id)) return { places: 0, digits: 2, unit: "" };
  if (unit === "1") return { places: 0, digits: 4, unit: "", form: "short" };
  if (whole.has(unit)) return { places: 0, digits: 0, unit: unitWords(unit, t) };
  return { places: 0, digits: 2, unit: unitWords(unit, t) };
}

type NumberLike = Pick<FieldView, "unit" | "from" | "to" | "usual" | "integer" | "meaning" | "perUnit">;

/** Shares, growth and interest are typed in per cent; counts and multiples as they are. */
function isPercent(field: NumberLike): boolean {
  if (field.unit === "1/a" || field.meaning === "share") return true;
  if (field.unit !== "1" || field.integer) return false;
  if (field.to !== undefined) return field.to <= 1;
  return field.usual !== undefined && field.usual[1] <= 1;
}

/** How the number of a form field is shown and typed. */
export function displayOfField(field: NumberLike, scale: MoneyScale, t: Translate): Display {
  const unit = field.unit ?? "1";
  if (isPercent(field)) return { places: -2, digits: 2, unit: unit === "1/a" ? t("unit.percentPerYear") : "%" };
  if (unit === "1") return { places: 0, digits: 4, unit: "" };
  // A field of months is a duration, never a date.
  if (unit === "mo") return { places: 0, digits: 0, unit: unitWords(unit, t) };
  return displayOf(unit, field.perUnit ? "yuan" : scale, t);
}
