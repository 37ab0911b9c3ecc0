import type { ModelDocument } from "../../../models/document/schema.ts";
import type { ColumnSpec, InputSpec } from "../../../models/terms/inputs.ts";
import type { Text } from "../../../models/wording/text.ts";
import type { MoneyUnit } from "../../exports/tables/money.ts";
import { knownComponents, nameOf } from "../../exports/template/facts.ts";
import { kindOf } from "../../exports/template/kindOf.ts";
import type { EntryKind } from "../../exports/template/kinds.ts";
import { typedAs, unitOf } from "../../exports/template/units.ts";

/** A column of an input that a column of the file can be mapped to. */
export interface TargetField {
  readonly code: string;
  readonly label: Text;
  readonly unit: string;
  readonly kind: EntryKind;
  readonly isNeeded: boolean;
}

/** A table or a series of the document that rows of a file can go to. */
export interface Target {
  /** `components/flats/inputs/collection` */
  readonly path: string;
  /** The same input of whichever component: `sale.collection`. */
  readonly key: string;
  readonly label: Text;
  readonly type: "table" | "series";
  readonly fields: readonly TargetField[];
}

/** Columns a series is read from. */
export const PERIOD = "period";
export const VALUE = "value";
/** Code of a row of a table: with it a row that is there is changed, not added. */
export const ROW = "#row";

/** Every table and series of the components of a document, in its order. */
export function targetsOf(document: ModelDocument, money: MoneyUnit): readonly Target[] {
  return knownComponents(document).flatMap((known) => {
    const [{ id }, { id: mechanism, inputs }] = known;
    const owner = nameOf(document, known);
    return Object.entries(inputs as Readonly<Record<string, InputSpec>>).flatMap(([name, spec]): readonly Target[] => {
      if (spec.type !== "table" && spec.type !== "profile") return [];
      const label = { zh: `${owner.zh} · ${spec.label.zh}`, en: `${owner.en} · ${spec.label.en}` };
      const own = { path: `components/${id}/inputs/${name}`, key: `${mechanism}.${name}`, label };
      return spec.type === "table"
        ? [{ ...own, type: "table", fields: tableFields(spec.columns, document, money) }]
        : [{ ...own, type: "series", fields: seriesFields(spec, money) }];
    });
  });
}

function tableFields(
  columns: Readonly<Record<string, ColumnSpec>>,
  document: ModelDocument,
  money: MoneyUnit,
): readonly TargetField[] {
  const fields = Object.entries(columns).map(
    ([code, spec]): TargetField => ({
      code,
      label: spec.label,
      unit: unitOf(spec, money),
      kind: kindOf(spec, document, money),
      isNeeded: spec.optional !== true && spec.unless === undefined,
    }),
  );
  const row: TargetField = {
    code: ROW,
    label: { zh: "行代码", en: "row code" },
    unit: "",
    kind: { type: "text" },
    isNeeded: false,
  };
  return [...fields, row];
}

function seriesFields(spec: Extract<InputSpec, { type: "profile" }>, money: MoneyUnit): readonly TargetField[] {
  const { places, format, unit } = typedAs(spec, money);
  return [
    {
      code: PERIOD,
      label: { zh: "月份或期间", en: "month or period" },
      unit: "",
      kind: { type: "month", mayFollow: false, reach: "horizon" },
      isNeeded: false,
    },
    { code: VALUE, label: spec.label, unit, kind: { type: "number", places, format }, isNeeded: true },
  ];
}
