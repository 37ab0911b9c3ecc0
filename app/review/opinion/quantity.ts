import { grouped, ratioText } from "../../../models/wording/grouped.ts";
import type { Json, Lang } from "../../contract.ts";
import { WORDS } from "./words.ts";

/** A figure with its unit, as an opinion prints it. */
export function quantity(value: string, unit: string, lang: Lang): string {
  const told = unit === "1" ? ratioText(value) : value;
  const [sign, digits] = told.startsWith("-") ? ["-", told.slice(1)] : ["", told];
  return `${sign}${grouped(digits)}${WORDS.units[lang][unit] ?? (unit === "1" ? "" : ` ${unit}`)}`;
}

/** A value of the document as it was typed. */
export function shown(value: Json, lang: Lang): string {
  if (value === null) return WORDS.nothing[lang];
  return typeof value === "string" || typeof value === "number" ? String(value) : JSON.stringify(value);
}

export const oneLine = (text: string): string => text.trim().replaceAll(/\s*\n\s*/g, " ");
