import type { ComponentSpec } from "../../document/schema.ts";
import { textOf } from "../../document/schemaParts.ts";
import { mechanisms } from "../../mechanisms/index.ts";
import type { ColumnSpec, InputSpec } from "../../terms/inputs.ts";
import type { Text } from "../../wording/text.ts";

/** Inputs of a component in use, or cells of a row of it, as taxes look at them. */
export interface TaxPlace {
  readonly component: string;
  readonly mechanism: string;
  /** `hall`, or of a row `services.meals`: the word under which a record gives a ground. */
  readonly word: string;
  /** Ids of lines of its inputs begin so. */
  readonly line: string;
  readonly path: string;
  readonly name: Text;
  readonly values: Readonly<Record<string, unknown>>;
  readonly specs: Readonly<Record<string, InputSpec | ColumnSpec>>;
}

type Values = Readonly<Record<string, unknown>>;

export function placesOf(components: readonly ComponentSpec[]): readonly TaxPlace[] {
  return components.filter(({ enabled }) => enabled).flatMap(placesIn);
}

function placesIn({ id, mechanism, label, inputs }: ComponentSpec): readonly TaxPlace[] {
  const specs = mechanisms.get(mechanism)?.inputs ?? {};
  const name = textOf(label ?? id);
  const path = `components/${id}/inputs`;
  const own: TaxPlace = { component: id, mechanism, word: id, line: id, path, name, values: inputs, specs };
  const rows = Object.entries(specs).flatMap(([table, spec]): readonly TaxPlace[] => {
    const value = inputs[table];
    if (spec.type !== "table" || !Array.isArray(value)) return [];
    return (value as readonly Values[]).flatMap((row) => {
      const key = row["id"];
      if (typeof key !== "string") return [];
      const said = { zh: `${name.zh} · ${key}`, en: `${name.en} · ${key}` };
      return [
        {
          ...own,
          word: `${id}.${key}`,
          line: `${id}.${table}.${key}`,
          path: `${path}/${table}/${key}`,
          name: said,
          values: row,
          specs: spec.columns,
        },
      ];
    });
  });
  return [own, ...rows];
}

export const wordIn = ({ values }: TaxPlace, name: string): string | undefined => {
  const value = values[name];
  return typeof value === "string" ? value : undefined;
};
