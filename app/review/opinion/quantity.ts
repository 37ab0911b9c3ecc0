import type { ColumnSpec, InputSpec } from "../../../models/terms/inputs.ts";
import { grouped, ratioText } from "../../../models/wording/grouped.ts";
import { wordsOfUnit } from "../../../models/wording/unit.ts";
import type { Json, Lang } from "../../contract.ts";
import { typedText } from "../../exports/template/kinds.ts";
import { typedAs } from "../../exports/template/units.ts";
import { WORDS } from "./words.ts";

/** A figure with its unit, as an opinion prints it. */
export function quantity(value: string, unit: string, lang: Lang): string {
  const told = unit === "1" ? ratioText(value) : value;
  const [sign, digits] = told.startsWith("-") ? ["-", told.slice(1)] : ["", told];
  const words = wordsOfUnit(unit)[lang];
  return `${sign}${grouped(digits)}${words === "" ? "" : ` ${words}`}`;
}

/** A value of the document as a form shows it: a number with its unit, a rate in per cent; anything else as it was typed. */
export function shown(value: Json, lang: Lang, spec?: InputSpec | ColumnSpec): string {
  if (value === null) return WORDS.nothing[lang];
  const isNumber = spec?.type === "number" || spec?.type === "profile";
  if (isNumber && typeof value === "string") {
    const { format } = typedAs(spec, "yuan");
    const text = typedText(value, { places: 0, format });
    if (text !== undefined && format.endsWith("%")) return spec.unit === "1/a" ? `${text}${PER_YEAR[lang]}` : text;
    if (text !== undefined) return quantity(value, spec.unit, lang);
  }
  return typeof value === "string" || typeof value === "number" ? String(value) : JSON.stringify(value);
}

const PER_YEAR = { zh: "/年", en: " per year" } as const;

export const oneLine = (text: string): string => text.trim().replaceAll(/\s*\n\s*/g, " ");
