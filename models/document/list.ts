import { multiplyDecimals, readDecimal, type Scaled, writeDecimal } from "../language/decimal.ts";
import { loadPacks } from "../policy/load.ts";
import type { Forms, InputSpec, NumberInput, ProfileInput } from "../terms/inputs.ts";
import { documentProblem } from "../wording/document.ts";
import { fail, type Result } from "../wording/problem.ts";
import { named, type Text } from "../wording/text.ts";
import { readComponent } from "./component.ts";
import type { Json } from "./location.ts";
import { readPath, writePath } from "./path.ts";
import type { ModelDocument } from "./schema.ts";
import { textOf } from "./schemaParts.ts";

/** A number of the document that solving, sensitivities and levers can vary. */
export interface NumericPath {
  readonly path: string;
  readonly label: Text;
  readonly unit: string;
  /** A profile is varied as a whole, by a factor. */
  readonly kind: "number" | "profile" | "months";
  /** Decimal literal; of a profile the values in order. */
  readonly value: string | readonly string[];
  readonly from?: number;
  readonly to?: number;
  readonly usual?: readonly [number, number];
  readonly integer?: true;
}

type NumberSpec = NumberInput | ProfileInput;

/** Every given number: inputs, table cells, conventions, phase lengths. Inputs that are formulas or rest on a rule pack are not listed. */
export function listPaths(document: ModelDocument, registry: Forms): readonly NumericPath[] {
  return [...componentPaths(document, registry), ...phasePaths(document), ...conventionPaths(document)];
}

function limits(spec: NumberSpec): Pick<NumericPath, "from" | "to" | "usual" | "integer"> {
  return {
    ...(spec.from === undefined ? {} : { from: spec.from }),
    ...(spec.to === undefined ? {} : { to: spec.to }),
    ...(spec.usual === undefined ? {} : { usual: spec.usual }),
    ...(spec.type === "number" && spec.integer ? { integer: true as const } : {}),
  };
}

function componentPaths(document: ModelDocument, registry: Forms): readonly NumericPath[] {
  const packs = loadPacks(document);
  const context = { document, packs };
  return document.components.flatMap((component) => {
    const mechanism = registry.get(component.mechanism);
    if (mechanism === undefined) return [];
    const read = readComponent(component, mechanism, context);
    const owner = component.label === undefined ? mechanism.title : textOf(component.label);
    const entry = (
      spec: NumberSpec,
      path: string,
      label: Text,
      value: NumericPath["value"],
      kind: NumericPath["kind"],
    ): NumericPath => ({
      path: `components/${component.id}/inputs/${path}`,
      label: named(owner, label.zh, label.en),
      unit: spec.unit,
      kind,
      value,
      ...limits(spec),
    });
    return Object.entries(mechanism.inputs).flatMap(
      ([name, spec]: readonly [string, InputSpec]): readonly NumericPath[] => {
        const state = read.inputs.get(name);
        if (spec.type === "number" || spec.type === "profile") {
          if (state?.state === "number") return [entry(spec, name, spec.label, state.text, "number")];
          return state?.state === "profile" && spec.type === "profile"
            ? [entry(spec, name, spec.label, state.profile.values, "profile")]
            : [];
        }
        if (spec.type !== "table") return [];
        return (read.tables.get(name) ?? []).flatMap((row) =>
          Object.entries(spec.columns).flatMap(([column, cell]) => {
            const found = row.cells.get(column);
            if (cell.type !== "number" || found?.state !== "number") return [];
            return [
              entry(
                cell,
                `${name}/${row.id}/${column}`,
                { zh: `${cell.label.zh} · ${row.id}`, en: `${cell.label.en} · ${row.id}` },
                found.text,
                "number",
              ),
            ];
          }),
        );
      },
    );
  });
}

function phasePaths({ timeline: { phases } }: ModelDocument): readonly NumericPath[] {
  return phases.map((phase) => {
    const label = textOf(phase.label);
    return {
      path: `timeline/phases/${phase.id}/months`,
      label: { zh: `${label.zh}月数`, en: `months of ${label.en}` },
      unit: "mo",
      kind: "months",
      value: String(phase.months),
      from: 0,
      to: 1200,
      integer: true,
    };
  });
}

const CONVENTIONS = {
  inflation: { unit: "1", label: { zh: "通胀率(年)", en: "inflation per year" } },
  icProject: { unit: "1", label: { zh: "项目基准收益率", en: "discount rate, project" } },
  icEquity: { unit: "1", label: { zh: "资本金基准收益率", en: "discount rate, equity" } },
  minimumCash: { unit: "CNY", label: { zh: "最低资金余额", en: "minimum cash" } },
} as const;

function conventionPaths({ conventions }: ModelDocument): readonly NumericPath[] {
  return Object.entries(CONVENTIONS).flatMap(([name, { unit, label }]) => {
    const value = conventions[name as keyof typeof CONVENTIONS];
    return value === undefined ? [] : [{ path: `conventions/${name}`, label, unit, kind: "number" as const, value }];
  });
}

/** The document with a number, or every value of a profile, multiplied by a factor (a decimal literal). */
export function scalePath(
  document: ModelDocument,
  path: string,
  factor: string,
  registry: Forms,
): Result<ModelDocument> {
  const current = readPath(document, path);
  if (!current.ok) return current;
  const by = readDecimal(factor);
  if (by === undefined) return fail(documentProblem("document.bad_number", path, { found: factor }));
  const scaled = scaleValue(current.value, by);
  if (scaled === undefined) return fail(documentProblem("document.not_numeric", path, { path }));
  return writePath(document, path, scaled, registry);
}

function scaleValue(value: Json | undefined, factor: Scaled): Json | undefined {
  const scale = (text: Json | undefined): string | undefined => {
    const number = typeof text === "string" ? readDecimal(text) : undefined;
    return number === undefined ? undefined : writeDecimal(multiplyDecimals(number, factor));
  };
  if (typeof value === "number") return Math.round(value * Number(writeDecimal(factor)));
  if (typeof value === "string") return scale(value);
  const profile = profileOf(value);
  if (profile === undefined) return undefined;
  const values = profile.values.map(scale);
  return values.some((text) => text === undefined)
    ? undefined
    : { profile: { ...profile, values: values as string[] } };
}

function profileOf(
  value: Json | undefined,
): { readonly [key: string]: Json; readonly values: readonly Json[] } | undefined {
  if (typeof value !== "object" || value === null || !("profile" in value)) return undefined;
  const profile = value.profile;
  if (typeof profile !== "object" || profile === null || Array.isArray(profile)) return undefined;
  const plain = profile as { readonly [key: string]: Json };
  const values = plain["values"];
  if (!Array.isArray(values)) return undefined;
  return { ...plain, values };
}
