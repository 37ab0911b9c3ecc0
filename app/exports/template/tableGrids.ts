import type { RowValue } from "../../../models/document/inputSchema.ts";
import type { ColumnSpec, InputSpec, TableInput } from "../../../models/terms/inputs.ts";
import type { Text } from "../../../models/wording/text.ts";
import { placeLabel } from "../../scenarios/labels.ts";
import { bilingual, knownComponents, nameOf, type TemplateFacts } from "./facts.ts";
import type { Entry, Grid, GridColumn, GridRow } from "./grid.ts";
import { kindOf } from "./kindOf.ts";
import type { EntryKind } from "./kinds.ts";
import { rangeOf } from "./single.ts";
import { unitOf } from "./units.ts";
import { TEMPLATE_HEADS as HEADS, KIND_WORDS } from "./words.ts";

/** A sheet of all tables of one kind: which mechanism and input they are of, and the components that have them. */
export interface TableGrid extends Grid {
  readonly mechanism: string;
  readonly input: string;
  readonly components: readonly string[];
}

/** Codes of columns a table has beside its own, which no column of a mechanism can have. */
export const OWN = { label: "#label", component: "#component", row: "#row", status: "#status" } as const;

const SHEET_NAME_MAX = 31;
const UNFIT = /[[\]:*?/\\'!]/g;

/** Tables: a sheet for each kind, with the rows of all components that have it. `taken`: names of other sheets. */
export function tableGrids(facts: TemplateFacts, taken: readonly string[]): readonly TableGrid[] {
  const used = new Set(taken);
  const kinds = new Map<
    string,
    { readonly spec: TableInput; readonly known: ReturnType<typeof knownComponents>[number][] }
  >();
  for (const known of knownComponents(facts.document))
    for (const [name, spec] of Object.entries(known[1].inputs as Readonly<Record<string, InputSpec>>)) {
      if (spec.type !== "table") continue;
      const key = `${known[1].id}.${name}`;
      const found = kinds.get(key) ?? { spec, known: [] };
      found.known.push(known);
      kinds.set(key, found);
    }
  return [...kinds].map(([key, { spec, known }]) => {
    const [mechanism = "", input = ""] = key.split(".");
    const title = known[0]?.[1].title as Text;
    const { lang } = facts;
    const name = freeName(`${short(title[lang])}·${short(spec.label[lang])}`, used);
    return tableGrid(
      { mechanism, input, name, title: `${bilingual(title)} · ${bilingual(spec.label)}` },
      spec,
      known,
      facts,
    );
  });
}

/** Without what is said of it in brackets or after a comma. */
const short = (label: string): string => label.replace(/[(（,，;].*$/, "").trim();

function freeName(wanted: string, used: Set<string>): string {
  const base = wanted.replace(UNFIT, " ").trim().slice(0, SHEET_NAME_MAX);
  for (let number = 1; ; number += 1) {
    const tail = number === 1 ? "" : ` ${number}`;
    const name = `${base.slice(0, SHEET_NAME_MAX - tail.length)}${tail}`;
    if (used.has(name.toLowerCase())) continue;
    used.add(name.toLowerCase());
    return name;
  }
}

function tableGrid(
  named: Pick<TableGrid, "mechanism" | "input" | "name" | "title">,
  spec: TableInput,
  known: readonly ReturnType<typeof knownComponents>[number][],
  facts: TemplateFacts,
): TableGrid {
  const { document, money, lang } = facts;
  const kinds = Object.fromEntries(
    Object.entries(spec.columns).map(([code, column]) => [code, kindOf(column, document, money)]),
  );
  const rows = known.flatMap((one): readonly GridRow[] => {
    const value = one[0].inputs[named.input];
    const table = Array.isArray(value) ? (value as readonly RowValue[]) : [];
    return table.map((row) => tableRow(one, named.input, row, spec, kinds, facts));
  });
  const components: EntryKind = {
    type: "choice",
    options: known.map(([{ id }]) => ({ word: id, label: { zh: id, en: id } })),
  };
  return {
    ...named,
    hint:
      lang === "zh"
        ? "可增行、删行;“代码”为所属组成部分,只有一个时可不填;“行代码”空着自动给出。空格即缺项,不按 0 计。"
        : "Rows may be added and removed. The id is that of the component, not needed where there is one; a row without a code gets one. An empty cell is missing and not 0.",
    columns: [
      { code: OWN.label, head: HEADS.component, width: 18, role: "shown" },
      { code: OWN.component, head: HEADS.componentId, width: 14, role: "key" },
      { code: OWN.row, head: HEADS.row, width: 12, role: "key" },
      ...Object.entries(spec.columns).map(([code, column]) => columnOf(code, column, facts)),
      { code: OWN.status, head: HEADS.status, width: 10, role: "status" },
    ],
    rows,
    fresh: { [OWN.component]: components, ...kinds },
    components: known.map(([{ id }]) => id),
  };
}

function columnOf(code: string, spec: ColumnSpec, { money, lang }: TemplateFacts): GridColumn {
  const about = [unitOf(spec, money), rangeOf(spec, money)].filter((text) => text !== "");
  const kind = about.length === 0 ? [KIND_WORDS[spec.type]?.[lang] ?? spec.type] : about;
  return { code, head: bilingual(spec.label), about: kind.join("; "), width: 20, role: "entry" };
}

function tableRow(
  known: ReturnType<typeof knownComponents>[number],
  input: string,
  row: RowValue,
  spec: TableInput,
  kinds: Readonly<Record<string, EntryKind>>,
  { document, lang, fields }: TemplateFacts,
): GridRow {
  const [{ id }] = known;
  const rowId = String(row["id"] ?? "");
  const entry = (code: string): Entry => {
    const place = `components/${id}/inputs/${input}/${rowId}/${code}`;
    return {
      place,
      label: placeLabel(document, place),
      kind: kinds[code] as EntryKind,
      value: row[code],
    };
  };
  const columns = Object.keys(spec.columns);
  return {
    keys: [id, rowId],
    shown: { [OWN.label]: { text: nameOf(document, known)[lang], style: "wrapped" } },
    entries: Object.fromEntries(columns.map((code) => [code, entry(code)])),
    required: columns.filter((code) => {
      const column = spec.columns[code] as ColumnSpec;
      return column.type !== "record" && !fields.field(code, column, spec.columns).optional;
    }),
  };
}
