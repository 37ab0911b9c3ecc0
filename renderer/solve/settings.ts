import type { FieldView, JsonObject, Lang } from "../../app/contract.ts";
import { isDecimal } from "../numbers/decimal.ts";
import { isObject, labelOf, objectsOf, textOf, valueAt } from "../session/json.ts";
import { conventionSettings, partyColumns, phaseColumns, projectSettings } from "../settings/fields.ts";
import type { SolvableInput } from "./inputs.ts";

/** Names a year, and what papers prove: nothing to seek. */
const LEFT: ReadonlySet<string> = new Set(["normalYear", "openingCashProven"]);

interface Place {
  readonly path: string;
  readonly owner?: string;
  readonly fields: readonly FieldView[];
}

/** Numbers beside the components that are filled in: households, conventions, months of phases, opening cash. */
export function solvableSettings(document: JsonObject, lang: Lang): readonly SolvableInput[] {
  const itemsOf = (list: string, fields: readonly FieldView[]): readonly Place[] =>
    objectsOf(valueAt(document, list)).map((item) => {
      const id = textOf(item["id"]);
      return { path: `${list}/${id}`, owner: labelOf(item["label"], lang) || id, fields };
    });
  const places: readonly Place[] = [
    { path: "project", fields: projectSettings() },
    { path: "conventions", fields: conventionSettings() },
    ...itemsOf("timeline/phases", phaseColumns([])),
    ...itemsOf("parties", partyColumns([])),
  ];
  return places.flatMap(({ path, owner, fields }) => {
    const held = valueAt(document, path);
    return fields.flatMap((field): readonly SolvableInput[] => {
      const value = isObject(held) ? textOf(held[field.name]) : "";
      if (field.type !== "number" || LEFT.has(field.name) || !isDecimal(value)) return [];
      const own = field.label[lang];
      return [{ path: `${path}/${field.name}`, label: owner === undefined ? own : `${owner} · ${own}`, field, value }];
    });
  });
}
