import { mechanisms } from "../../../models/mechanisms/index.ts";
import type { ColumnSpec, InputSpec } from "../../../models/terms/inputs.ts";
import type { Draft } from "./review.ts";

type Values = Record<string, unknown>;
type Spec = InputSpec | ColumnSpec;

const isObject = (value: unknown): value is Values =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Other values an input could have: a clerk's slip or second thought. */
function othersFor(spec: Spec, value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return [value.slice(0, -1), value.map((row) => halved(row, spec))];
  if (isObject(value) && isObject(value["profile"])) {
    const { values } = value["profile"] as { values: readonly string[] };
    return [{ profile: { ...value["profile"], values: values.map((one) => String(Number(one) / 2)) } }];
  }
  switch (spec.type) {
    case "choice":
      return [...Object.keys(spec.options).filter((choice) => choice !== value), undefined];
    case "flag":
      return [value !== true, undefined];
    case "number":
      return typeof value === "string" && Number.isFinite(Number(value))
        ? [String(Number(value) / 2), String(Number(value) * 2 + 1), "0.001", undefined]
        : [undefined];
    default:
      return [undefined, "other"];
  }
}

/** A row with its numbers halved. */
function halved(row: unknown, spec: Spec): unknown {
  if (!isObject(row) || spec.type !== "table") return row;
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) =>
      spec.columns[name]?.type === "number" && typeof value === "string" && Number.isFinite(Number(value))
        ? [name, String(Number(value) / 2)]
        : [name, value],
    ),
  );
}

type Change = (draft: Draft) => void;

const set =
  (values: (draft: Draft) => Values | undefined, name: string, value: unknown): Change =>
  (draft) => {
    const found = values(draft);
    if (found === undefined) return;
    if (value === undefined) delete found[name];
    else found[name] = value;
  };

/** Changes of an input (`MECHANISM.input` or `MECHANISM.table.column`) of a file; without one, of the whole component. */
function ofInput(draft: Draft, [mechanism = "", input, column]: readonly string[]): readonly Change[] {
  const specs = mechanisms.get(mechanism)?.inputs ?? {};
  const own = draft.components.filter((one) => one.mechanism === mechanism);
  const inputsOf = (id: string) => (one: Draft) => one.components.find((component) => component.id === id)?.inputs;
  return own.flatMap(({ id, inputs }): readonly Change[] => {
    if (input === undefined)
      return [(one) => (one.components = one.components.filter((component) => component.id !== id))];
    const spec = specs[input];
    if (spec === undefined || inputs[input] === undefined) return [];
    if (column === undefined) return othersFor(spec, inputs[input]).map((other) => set(inputsOf(id), input, other));
    const cell = spec.type === "table" ? spec.columns[column] : undefined;
    const rows = inputs[input];
    if (cell === undefined || !Array.isArray(rows)) return [];
    return rows.flatMap((row: Values, at) =>
      row[column] === undefined
        ? []
        : othersFor(cell, row[column]).map((other) =>
            set((one) => (inputsOf(id)(one)?.[input] as Values[] | undefined)?.[at], column, other),
          ),
    );
  });
}

/** Changes of what records of a kind say, or that they are there. */
function ofRecord(draft: Draft, [kind = "", value]: readonly string[]): readonly Change[] {
  const own = draft.records.filter((one) => one["kind"] === kind);
  if (value === undefined)
    return own.length === 0 ? [] : [(one) => (one.records = one.records.filter((record) => record["kind"] !== kind))];
  return own.flatMap(({ id, values }): readonly Change[] => {
    const said = values?.[value];
    if (said === undefined) return [];
    const other = typeof said === "boolean" ? !said : undefined;
    return [set((one) => one.records.find((record) => record.id === id)?.values, value, other)];
  });
}

/** Changes of a field of the document. */
function ofField(draft: Draft, [section = "", name]: readonly string[]): readonly Change[] {
  const file = draft as unknown as Record<string, unknown>;
  const value = file[section];
  if (name === undefined)
    return Array.isArray(value) && value.length > 0
      ? [(one) => Object.assign(one, { [section]: value.slice(0, -1) })]
      : [];
  if (!isObject(value) || value[name] === undefined) return [];
  const others: readonly unknown[] = Array.isArray(value[name])
    ? [(value[name] as unknown[]).map((one) => (isObject(one) ? { ...one, months: Number(one["months"]) + 6 } : one))]
    : [...(WORDS[`${section}/${name}`] ?? []), undefined];
  return others.map((other) => set((one) => (one as unknown as Record<string, Values>)[section], name, other));
}

const WORDS: Readonly<Record<string, readonly string[]>> = {
  "project/type": ["renovation", "new_build"],
  "project/implementer": ["government", "enterprise", "owners"],
  "project/mode": ["full_demolition", "interspersed", "comprehensive"],
};

/** Every change of what a reference of the coverage names that can be made in a file. */
export function changesOf(draft: Draft, reference: string): readonly Change[] {
  const [prefix, rest] = reference.includes(":")
    ? (reference.split(":") as [string, string])
    : ["component", reference];
  if (prefix === "record") return ofRecord(draft, rest.split("."));
  if (prefix === "field") return ofField(draft, rest.split("/"));
  return ofInput(draft, rest.split("."));
}
