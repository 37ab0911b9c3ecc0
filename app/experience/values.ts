import type { InputValue, RowValue } from "../../models/document/inputSchema.ts";
import type { ComponentSpec, ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import type { ColumnSpec, InputSpec } from "../../models/terms/inputs.ts";
import type { ExperienceValueView } from "../contract.ts";
import { type Beside, isSize } from "../templates/similar/scale.ts";
import type { Experience } from "./library.ts";

type Specs = Readonly<Record<string, InputSpec | ColumnSpec>>;
type Values = Readonly<Record<string, InputValue | RowValue[string] | undefined>>;

/**
 * 经验值: what other projects have where this one has a price, a rate, a share or a term, by path. Only like with like: the same input of the same mechanism, with
 * every choice beside it the same; where two of another project would do, neither is taken. Amounts and counts, what a rule pack says, and what was only assumed
 * there are no experience.
 */
export function experienceFor(
  document: ModelDocument,
  kept: readonly Experience[],
): Readonly<Record<string, readonly ExperienceValueView[]>> {
  const found = new Map<string, readonly ExperienceValueView[]>();
  for (const one of kept) {
    const { name, city } = one.document.project;
    const from = { project: name, addedAt: one.addedAt, ...(city === undefined ? {} : { city }) };
    for (const [path, value] of pathsIn(document, one))
      found.set(path, [...(found.get(path) ?? []), { ...from, value }]);
  }
  return Object.fromEntries(found);
}

/** How many values of a project others can be told. */
export const valuesIn = (experience: Experience): number => pathsIn(experience.document, experience).length;

function pathsIn(
  document: ModelDocument,
  { document: other, assumed }: Experience,
): readonly (readonly [string, string])[] {
  return document.components.flatMap((component) => {
    const twin = twinOf(component, other.components);
    const specs = mechanisms.get(component.mechanism)?.inputs;
    if (twin === undefined || specs === undefined) return [];
    const path = `components/${component.id}/inputs`;
    const known = Object.fromEntries(
      Object.entries(specs).filter(([name]) => !assumed.has(`components/${twin.id}/inputs/${name}`)),
    );
    return valuesOf(path, known, component.inputs, twin.inputs);
  });
}

function valuesOf(path: string, specs: Specs, own: Values, other: Values): readonly (readonly [string, string])[] {
  return Object.entries(specs).flatMap(([name, spec]): readonly (readonly [string, string])[] => {
    const value = Object.hasOwn(other, name) ? other[name] : undefined;
    if (spec.type === "table") return rowsOf(`${path}/${name}`, spec.columns, own[name], value);
    return isTelling(spec, beside(own)) && typeof value === "string" && isNumber(value)
      ? [[`${path}/${name}`, value]]
      : [];
  });
}

/** What is alike in projects of any size, and nobody has set for all of them. A series that is one number is a constant rate. */
function isTelling(spec: InputSpec | ColumnSpec, words: Beside): boolean {
  if (spec.type === "profile") return spec.meaning === "rate";
  return spec.type === "number" && spec.policy === undefined && spec.statutory !== true && !isSize(spec, words);
}

function rowsOf(path: string, columns: Specs, own: unknown, other: unknown): readonly (readonly [string, string])[] {
  if (!isRows(own) || !isRows(other)) return [];
  return own.flatMap((row) => {
    const twin = onlyOne(
      other.filter((one) => choicesAgree(columns, row, one)),
      row["id"],
    );
    return twin === undefined ? [] : valuesOf(`${path}/${String(row["id"])}`, columns, row, twin);
  });
}

function twinOf(component: ComponentSpec, others: readonly ComponentSpec[]): ComponentSpec | undefined {
  const specs = mechanisms.get(component.mechanism)?.inputs ?? {};
  const alike = others.filter(
    ({ mechanism, enabled, inputs }) =>
      enabled && mechanism === component.mechanism && choicesAgree(specs, component.inputs, inputs),
  );
  return onlyOne(alike, component.id);
}

/** The one of that id, or the only one. */
function onlyOne<T extends { readonly id?: unknown }>(alike: readonly T[], id: unknown): T | undefined {
  return alike.find((one) => one.id === id) ?? (alike.length === 1 ? alike[0] : undefined);
}

function choicesAgree(specs: Specs, own: Values, other: Values): boolean {
  return Object.entries(specs).every(
    ([name, { type }]) => (type !== "choice" && type !== "flag") || own[name] === other[name],
  );
}

const beside =
  (values: Values): Beside =>
  (name) => {
    const word = values[name];
    return typeof word === "string" ? word : undefined;
  };

const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);

const isRows = (value: unknown): value is readonly RowValue[] => Array.isArray(value);
