import type { ColumnSpec, InputSpec } from "../../terms/inputs.ts";
import type { Json } from "../location.ts";
import { type Renaming, renamedFormula } from "./formula.ts";

type Specs = Readonly<Record<string, InputSpec | ColumnSpec>>;
type Plain = { readonly [key: string]: Json };

export const isPlain = (value: Json | undefined): value is Plain =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The type of an input whose value is the id of an item. */
const TYPES: Readonly<Partial<Record<Renaming["list"], string>>> = {
  parties: "party",
  plots: "plot",
  records: "record",
};

/** The value of an input with the ids, the phases it follows and the formulas in it renamed. */
export function renamedValue(
  value: Json,
  spec: InputSpec | ColumnSpec | undefined,
  renaming: Renaming,
  own: ReadonlySet<string>,
): Json {
  const again = (inner: Json, of: InputSpec | ColumnSpec | undefined) => renamedValue(inner, of, renaming, own);
  const type = TYPES[renaming.list];
  if (typeof value === "string")
    return value === renaming.from && type !== undefined && spec?.type === type ? renaming.to : value;
  if (Array.isArray(value)) return value.map((item: Json) => again(item, spec));
  if (!isPlain(value)) return value;
  const columns: Specs = spec?.type === "table" ? spec.columns : {};
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (key === "formula" && typeof inner === "string") return [key, renamedFormula(inner, renaming, own)];
      if (key === "phase" && inner === renaming.from && "edge" in value && renaming.list === "timeline/phases")
        return [key, renaming.to];
      if (spec?.type === "table") return [key, again(inner, Object.hasOwn(columns, key) ? columns[key] : undefined)];
      return [key, typeof inner === "string" ? inner : again(inner, undefined)];
    }),
  );
}
