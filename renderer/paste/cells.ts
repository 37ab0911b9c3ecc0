import type { FieldView, Json } from "../../app/contract.ts";
import { followText } from "../forms/follow.ts";
import type { PasteContext } from "../forms/table.ts";
import { formatExact } from "../numbers/format.ts";
import { displayOfField } from "../numbers/units.ts";
import { labelOf, textOf } from "../session/json.ts";

/** A value of a cell as its control shows it; "" where there is none. */
export function shownValue(value: Json | undefined, column: FieldView, context: PasteContext): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "boolean") return context.t(value ? "field.yes" : "field.no");
  if (typeof value === "object")
    return (
      followText(value, { ...context, lastMonth: false }) ?? (labelOf(value, context.lang) || JSON.stringify(value))
    );
  if (column.type === "number") {
    const { places, unit } = displayOfField(column, context.money, context.t);
    return `${formatExact(textOf(value), places)} ${unit}`.trim();
  }
  const option = context.words(column).find(({ word }) => word === value);
  return option?.labels.find((label) => label !== "") ?? textOf(value);
}
