import type { FieldView, Json } from "../../app/contract.ts";
import { followText } from "../forms/follow.ts";
import type { PasteContext } from "../forms/table.ts";
import { formatRaw } from "../numbers/format.ts";
import { displayOfField } from "../numbers/units.ts";
import { isObject, labelOf, textOf } from "../session/json.ts";

/** A value as a spreadsheet takes it, and as it is read again when it is pasted: a figure in the unit shown, a word by its name. */
export function cellText(value: Json | undefined, column: FieldView, context: PasteContext): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "boolean") return context.t(value ? "field.yes" : "field.no");
  if (isObject(value)) return followText(value, { ...context, lastMonth: false }) ?? labelOf(value, context.lang);
  const text = textOf(value);
  if (column.type === "number") return formatRaw(text, displayOfField(column, context.money, context.t).places);
  const option = context.words(column).find(({ word }) => word === text);
  return option?.labels.find((label) => label !== "") ?? text;
}

/** Whether what is in one column can stand in another. */
export function fits(value: Json | undefined, from: FieldView, to: FieldView): boolean {
  if (from.name === to.name) return true;
  if (from.type !== to.type || from.unit !== to.unit || from.integer !== to.integer) return false;
  const words = to.options;
  return value === undefined || words === undefined || words.length === 0 || words.some(({ word }) => word === value);
}
