import type { InputValue } from "../../../models/document/inputSchema.ts";
import type { ComponentSpec, ModelDocument } from "../../../models/document/schema.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";
import type { ColumnSpec, InputSpec } from "../../../models/terms/inputs.ts";

const TWIN = "_b";

/** The file with every word said that stands for “all” when left out: its only plot, its builder. So it means the same beside another project. */
export function saidInFull(document: ModelDocument): ModelDocument {
  const [plot, ...others] = document.plots;
  if (plot === undefined || others.length > 0) return document;
  const builder = document.components.find(({ mechanism }) => mechanism === "works")?.inputs["payer"];
  return {
    ...document,
    components: document.components.map((component) => {
      const specs = mechanisms.get(component.mechanism)?.inputs ?? {};
      const said = [
        ...(specs["plot"]?.type === "plot" ? [["plot", plot.id]] : []),
        ...(specs["builder"]?.type === "party" && builder !== undefined ? [["builder", builder]] : []),
      ];
      return { ...component, inputs: { ...Object.fromEntries(said), ...component.inputs } };
    }),
  };
}

/** The project twice in one file, the second with plots, parties, products, records and components of its own that know nothing of the first. */
export function besideItsTwin(document: ModelDocument): ModelDocument {
  const ids = new Set(document.components.map(({ id }) => id));
  const parties = new Set(document.parties.map(({ id }) => id));
  const twin = <T extends { readonly id: string }>(item: T): T => ({ ...item, id: item.id + TWIN });
  return {
    ...document,
    plots: [...document.plots, ...document.plots.map(twin)],
    parties: [...document.parties, ...document.parties.map(twin)],
    records: [...document.records, ...document.records.map((record) => twinRecord(record, parties))],
    components: [...document.components, ...document.components.map((component) => twinComponent(component, ids))],
  };
}

/** What a record names – a product, who owns, holds or pays – is the twin's too. */
function twinRecord<T extends ModelDocument["records"][number]>(record: T, parties: ReadonlySet<string>): T {
  const { values } = record;
  const said = Object.entries(values ?? {}).map(([name, value]) => {
    const isNamed = typeof value === "string" && (name === "product" || parties.has(value));
    return [name, isNamed ? value + TWIN : value];
  });
  return { ...record, id: record.id + TWIN, ...(values === undefined ? {} : { values: Object.fromEntries(said) }) };
}

function twinComponent(component: ComponentSpec, ids: ReadonlySet<string>): ComponentSpec {
  const specs = mechanisms.get(component.mechanism)?.inputs ?? {};
  const inputs = Object.entries(component.inputs).map(([name, value]) => [name, twinValue(specs[name], value, ids)]);
  return { ...component, id: component.id + TWIN, inputs: Object.fromEntries(inputs) };
}

function twinValue(spec: InputSpec | ColumnSpec | undefined, value: InputValue, ids: ReadonlySet<string>): InputValue {
  if (spec?.type === "table" && Array.isArray(value))
    return value.map((row) => ({
      ...row,
      ...Object.fromEntries(
        Object.entries(row)
          // Rows are called the same in both.
          .filter(([name]) => name !== "id" && name !== "worksRow")
          .map(([name, cell]) => [name, twinValue(spec.columns[name], cell as InputValue, ids)]),
      ),
    })) as InputValue;
  if (typeof value === "string" && spec !== undefined && NAMES.has(spec.type)) return value + TWIN;
  if (typeof value === "object" && "formula" in value && typeof value.formula === "string")
    return {
      formula: value.formula.replace(/\b([\p{L}_][\p{L}\p{N}_]*)(?=\.)/gu, (id) => (ids.has(id) ? id + TWIN : id)),
    };
  return value;
}

/** Types of inputs whose words name something of the project. */
const NAMES: ReadonlySet<string> = new Set(["party", "plot", "word", "record"]);

/** The file without a component. */
export function without(document: ModelDocument, id: string): ModelDocument {
  return { ...document, components: document.components.filter((component) => component.id !== id) };
}

/** The file with a component switched off. */
export function switchedOff(document: ModelDocument, id: string): ModelDocument {
  return changed(document, id, (component) => ({ ...component, enabled: false }));
}

/** The file with other inputs of a component. */
export function withInputs(document: ModelDocument, id: string, inputs: ComponentSpec["inputs"]): ModelDocument {
  return changed(document, id, (component) => ({ ...component, inputs: { ...component.inputs, ...inputs } }));
}

function changed(
  document: ModelDocument,
  id: string,
  change: (component: ComponentSpec) => ComponentSpec,
): ModelDocument {
  return {
    ...document,
    components: document.components.map((component) => (component.id === id ? change(component) : component)),
  };
}

/** A retention of three per cent of the works, paid 24 months late. */
export function withRetention(document: ModelDocument): ModelDocument {
  return document.components
    .filter(({ mechanism }) => mechanism === "works")
    .reduce((all, { id }) => withInputs(all, id, { deferredShare: "0.03", deferredMonths: "24" }), document);
}

/** Every component of works cut in two that do half of everything at the same time. */
export function inHalves(document: ModelDocument): ModelDocument {
  const components = document.components.flatMap((component) => {
    const { items } = component.inputs;
    if (component.mechanism !== "works" || !Array.isArray(items)) return [component];
    // Half of a sum is for half of the floor area it states.
    const halved = items.map((row) => ({
      ...row,
      price: half(row["price"]),
      ...(row["coveredArea"] === undefined ? {} : { coveredArea: half(row["coveredArea"]) }),
    }));
    const inputs = { ...component.inputs, items: halved };
    return [
      { ...component, inputs },
      { ...component, id: `${component.id}_half`, inputs },
    ];
  });
  return { ...document, components };
}

function half(value: unknown): string {
  if (typeof value !== "string") throw new Error("a value that is no number cannot be halved");
  return String(Number(value) / 2);
}
