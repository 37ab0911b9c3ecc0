import type { ModelDocument } from "../../../models/document/schema.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";
import type { MonthInput } from "../../../models/terms/inputs.ts";

/** A month that a component was given, and the document with another one in its place. */
export interface GivenMonth {
  readonly path: string;
  readonly spec: MonthInput;
  readonly value: string;
  readonly changed: (document: ModelDocument, month: string) => ModelDocument;
}

/** Every month typed into a component that is on, those in rows of tables included. */
export function monthsOf(document: ModelDocument): readonly GivenMonth[] {
  return document.components.flatMap(({ id, mechanism, enabled, inputs }) => {
    const specs = mechanisms.get(mechanism)?.inputs ?? {};
    if (!enabled) return [];
    return Object.entries(inputs).flatMap(([name, value]): readonly GivenMonth[] => {
      const spec = specs[name];
      const path = `components/${id}/inputs/${name}`;
      if (spec?.type === "month" && typeof value === "string")
        return [{ path, spec, value, changed: (whole, month) => withInput(whole, id, { [name]: month }) }];
      if (spec?.type !== "table" || !Array.isArray(value)) return [];
      return value.flatMap((row) =>
        Object.entries(row).flatMap(([column, cell]): readonly GivenMonth[] => {
          const cellSpec = spec.columns[column];
          if (cellSpec?.type !== "month" || typeof cell !== "string") return [];
          return [
            {
              path: `${path}/${row.id}/${column}`,
              spec: cellSpec,
              value: cell,
              changed: (whole, month) => {
                const rows = value.map((one) => (one === row ? { ...one, [column]: month } : one));
                return withInput(whole, id, { [name]: rows });
              },
            },
          ];
        }),
      );
    });
  });
}

function withInput(document: ModelDocument, id: string, changes: Readonly<Record<string, unknown>>): ModelDocument {
  return {
    ...document,
    components: document.components.map((one) =>
      one.id === id ? { ...one, inputs: { ...one.inputs, ...(changes as typeof one.inputs) } } : one,
    ),
  };
}
