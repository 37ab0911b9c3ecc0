import type { Forms } from "../../terms/inputs.ts";
import { documentProblem } from "../../wording/document.ts";
import { fail, type Result } from "../../wording/problem.ts";
import { isId } from "../ids.ts";
import type { Json } from "../location.ts";
import { parseStructure } from "../parse.ts";
import type { ModelDocument } from "../schema.ts";
import { type Renamed, type Renaming, renamedFormula, renamedLine } from "./formula.ts";
import { isPlain, renamedValue } from "./values.ts";

/** Something that has an id. */
export interface Item {
  readonly id: string;
}

export const itemsOf = (document: ModelDocument, list: Renamed): readonly Item[] =>
  list === "timeline/phases" ? document.timeline.phases : document[list];

/** Components and custom lines share one space of names: that of lines. */
const besides = (list: Renamed): readonly Renamed[] =>
  list === "components" || list === "customLines" ? ["components", "customLines"] : [list];

/**
 * The document in which an item has another id, and everything that names it follows: formulas, scenarios, inputs, remarks, uncertainties, actuals, reasons.
 * Refuses an id that is none, one that is taken, and an item there is not.
 */
export function renameItem(document: ModelDocument, renaming: Renaming, registry: Forms): Result<ModelDocument> {
  const { list, from, to } = renaming;
  const path = `${list}/${from}`;
  if (!itemsOf(document, list).some(({ id }) => id === from))
    return fail(documentProblem("document.path_unknown", path, { path, suggestion: "" }));
  if (!isId(to)) return fail(documentProblem("document.rename_bad", path, { id: to }));
  const taken = besides(list).some((one) => itemsOf(document, one).some(({ id }) => id === to));
  if (taken) return fail(documentProblem("document.rename_taken", path, { id: to }));
  return parseStructure(new Renamer(document, renaming, registry).whole());
}

/** Words of what is expected are followed by the item they are about. */
const PLACED: Readonly<Partial<Record<Renamed, RegExp>>> = {
  components: /^(operation_span|vat_ground|running_\w+|operation|replacement)$/,
  plots: /^works_\w+$/,
  parties: /^(tax_\w+|running_\w+|operation)$/,
  records: /^document$/,
};

class Renamer {
  readonly #document: ModelDocument;
  readonly #renaming: Renaming;
  readonly #registry: Forms;

  constructor(document: ModelDocument, renaming: Renaming, registry: Forms) {
    this.#document = document;
    this.#renaming = renaming;
    this.#registry = registry;
  }

  /** As JSON, to be read anew. */
  whole(): Json {
    const { list, from, to } = this.#renaming;
    const whole = { ...this.#document } as unknown as Record<string, Json>;
    const each = (key: string, change: (item: Record<string, Json>) => Json) => {
      const items = whole[key];
      if (Array.isArray(items)) whole[key] = items.map((item) => (isPlain(item) ? change({ ...item }) : item));
    };
    each("components", (item) => this.#component(item));
    each("customLines", (item) => this.#line(item));
    each("scenarios", (item) => ({ ...item, set: this.#patches(item["set"]) }));
    for (const key of ["uncertainty", "audit", "stress"])
      each(key, (item) => this.#placed(item, "path", (text) => this.#path(text)));
    each("remarks", (item) => this.#placed(item, "anchor", (text) => this.#anchor(text)));
    each("declared", (item) => this.#placed(item, "line", (text) => renamedLine(text, this.#renaming)));
    each("absences", (item) => this.#placed(item, "id", (text) => this.#absence(text)));
    each("targets", (item) => this.#listed(item, ""));
    for (const key of ["actuals", "tender"]) if (whole[key] !== undefined) whole[key] = this.#listed(whole[key], key);
    const timeline = { ...this.#document.timeline } as unknown as { phases: readonly Json[] };
    const follow = (item: Json) =>
      isPlain(item) && list === "timeline/phases" && item["after"] === from ? { ...item, after: to } : item;
    timeline.phases = timeline.phases.map(follow);
    const named = (items: Json): Json =>
      Array.isArray(items)
        ? items.map((item) => (isPlain(item) && item["id"] === from ? { ...item, id: to } : item))
        : items;
    if (list === "timeline/phases") timeline.phases = named(timeline.phases) as readonly Json[];
    else whole[list] = named(whole[list] ?? []);
    return { ...whole, timeline };
  }

  #placed(item: Record<string, Json>, key: string, change: (text: string) => string): Json {
    const text = item[key];
    const values = ["value", "yes", "no"].filter((name) => Object.hasOwn(item, name));
    const path = typeof item["path"] === "string" ? item["path"] : "";
    const renamed = values.map((name) => [name, this.#valueAt(path, item[name] ?? null)] as const);
    return { ...item, ...Object.fromEntries(renamed), ...(typeof text === "string" ? { [key]: change(text) } : {}) };
  }

  #component(item: Record<string, Json>): Json {
    const id = String(item["id"]);
    const inputs = isPlain(item["inputs"]) ? item["inputs"] : {};
    const renamed = Object.entries(inputs).map(([name, value]) => [
      name,
      this.#valueAt(`components/${id}/inputs/${name}`, value),
    ]);
    return { ...item, inputs: Object.fromEntries(renamed) };
  }

  #line(item: Record<string, Json>): Json {
    const { list, from, to } = this.#renaming;
    const next = { ...item };
    for (const key of ["formula", "opening"])
      if (typeof item[key] === "string") next[key] = renamedFormula(item[key], this.#renaming, new Set());
    if (list === "parties") for (const key of ["payer", "payee"]) if (item[key] === from) next[key] = to;
    const tag = { plots: "plot", components: "component" }[list as string];
    if (tag !== undefined && isPlain(item["tags"]) && item["tags"][tag] === from)
      next["tags"] = { ...item["tags"], [tag]: to };
    return next;
  }

  #patches(set: Json | undefined): Json {
    if (!isPlain(set)) return {};
    return Object.fromEntries(
      Object.entries(set).map(([path, value]) => [this.#path(path), this.#valueAt(path, value)]),
    );
  }

  /** A document path under the new id. */
  #path(path: string): string {
    const { list, from, to } = this.#renaming;
    const stem = `${list}/${from}`;
    return path === stem || path.startsWith(`${stem}/`) ? `${list}/${to}${path.slice(stem.length)}` : path;
  }

  /** A place of a remark: a path, a line, a cell. */
  #anchor(text: string): string {
    if (text.includes("/")) return this.#path(text);
    const [line = "", ...cell] = text.split("@");
    return [renamedLine(line, this.#renaming), ...cell].join("@");
  }

  #absence(word: string): string {
    const { list, from, to } = this.#renaming;
    const [stem = "", place] = word.split(".");
    return place === from && PLACED[list]?.test(stem) === true ? `${stem}.${to}` : word;
  }

  /** The value of an input by what its mechanism says of it. */
  #valueAt(path: string, value: Json): Json {
    const [root, id, part, name = "", , column = ""] = path.split("/");
    if (root === "customLines" && (part === "formula" || part === "opening") && typeof value === "string")
      return renamedFormula(value, this.#renaming, new Set());
    const { list, from, to } = this.#renaming;
    if (root === "customLines" && /^pay(er|ee)$/.test(part ?? "") && list === "parties" && value === from) return to;
    const component = root === "components" ? this.#document.components.find((one) => one.id === id) : undefined;
    const inputs = component === undefined ? undefined : this.#registry.get(component.mechanism)?.inputs;
    if (inputs === undefined || part !== "inputs") return value;
    const spec = Object.hasOwn(inputs, name) ? inputs[name] : undefined;
    const cell =
      column !== "" && spec?.type === "table" && Object.hasOwn(spec.columns, column) ? spec.columns[column] : undefined;
    return renamedValue(value, cell ?? spec, this.#renaming, new Set(Object.keys(inputs)));
  }

  /** Names of lines where a tender, a target or reported figures list them. */
  #listed(value: Json, under: string): Json {
    if (typeof value === "string") return /^lines?$/.test(under) ? renamedLine(value, this.#renaming) : value;
    if (Array.isArray(value)) return value.map((item: Json) => this.#listed(item, under));
    if (!isPlain(value)) return value;
    const isKeyed = under === "figures" || under === "restOf";
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        isKeyed ? renamedLine(key, this.#renaming) : key,
        this.#listed(inner, key),
      ]),
    );
  }
}
