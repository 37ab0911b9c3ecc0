import type { InputSpec } from "../../../models/terms/inputs.ts";
import { placeLabel } from "../../scenarios/labels.ts";
import type { BookCell } from "../workbook/book.ts";
import { knownComponents, nameOf, type TemplateFacts } from "./facts.ts";
import type { Grid, GridColumn, GridHeading, GridRow } from "./grid.ts";
import { kindOf } from "./kindOf.ts";
import { besideInput, sourceEntry } from "./single.ts";
import { TEMPLATE_HEADS as HEADS, TEMPLATE_SHEETS } from "./words.ts";

const COLUMNS: readonly GridColumn[] = [
  { code: "label", head: HEADS.component, width: 20, role: "shown" },
  { code: "component", head: HEADS.componentId, width: 14, role: "key" },
  { code: "name", head: HEADS.input, width: 56, role: "shown" },
  { code: "input", head: HEADS.name, width: 16, role: "key" },
  { code: "unit", head: HEADS.unit, width: 20, role: "shown" },
  { code: "kind", head: HEADS.kind, width: 10, role: "shown" },
  { code: "range", head: HEADS.range, width: 14, role: "shown" },
  { code: "value", head: HEADS.value, width: 20, role: "entry" },
  { code: "status", head: HEADS.status, width: 12, role: "status" },
  { code: "source", head: HEADS.source, width: 28, role: "entry" },
  { code: "note", head: HEADS.note, width: 60, role: "shown" },
];

/** Every input that is one value, a row each, under the component it belongs to. */
export function inputsGrid(facts: TemplateFacts): Grid {
  const { document, lang } = facts;
  const zh = lang === "zh";
  const rows = knownComponents(document).flatMap((known): readonly (GridRow | GridHeading)[] => {
    const [{ id }, { inputs, title }] = known;
    const own = Object.entries(inputs as Readonly<Record<string, InputSpec>>).flatMap(([name, spec]) =>
      spec.type === "table" || spec.type === "profile" ? [] : [inputRow(known, name, facts)],
    );
    const name = nameOf(document, known)[lang];
    return own.length === 0
      ? []
      : [{ heading: name === title[lang] ? `${name} ${id}` : `${name} ${id} · ${title[lang]}` }, ...own];
  });
  return {
    name: TEMPLATE_SHEETS.inputs[lang],
    title: TEMPLATE_SHEETS.inputs[lang],
    hint: zh
      ? "黄底为填写处;空着即缺项,不按 0 计。单位按“单位”列,不要把单位写进格里;不要写公式。"
      : "Fill in what is yellow; an empty cell is missing and not 0. Units are in their column and not typed into the cell; no formulas.",
    columns: COLUMNS,
    rows,
  };
}

function inputRow(known: ReturnType<typeof knownComponents>[number], name: string, facts: TemplateFacts): GridRow {
  const [component, mechanism] = known;
  const { document, lang, money } = facts;
  const specs: Readonly<Record<string, InputSpec>> = mechanism.inputs;
  const spec = specs[name] as Exclude<InputSpec, { type: "table" | "profile" }>;
  const { shown, isRequired } = besideInput(component, name, specs, facts);
  const place = `components/${component.id}/inputs/${name}`;
  const label = placeLabel(document, place);
  return {
    keys: [component.id, name],
    shown: { ...shown, label: named(nameOf(document, known)[lang]), name: shown["input"] as BookCell },
    entries: {
      value: { place, label, kind: kindOf(spec, document, money), value: component.inputs[name] },
      source: sourceEntry(component, name, label, facts),
    },
    required: isRequired ? ["value"] : [],
  };
}

const named = (text: string): BookCell => ({ text, style: "wrapped" });
