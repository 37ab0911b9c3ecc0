import type { Decimal } from "decimal.js";
import { isFollowing } from "../../document/follow.ts";
import type { ModelDocument } from "../../document/schema.ts";
import type { Label } from "../../document/schemaParts.ts";
import { readMonth, writeMonth } from "../../language/calendar.ts";
import type { GraphLine } from "../../language/graph.ts";
import type { Mechanism } from "../../mechanisms/define/mechanism.ts";
import { type InputName, mechanisms, type OfferedLine } from "../../mechanisms/index.ts";
import type { ColumnSpec, InputSpec } from "../../terms/inputs.ts";
import { type Text, text } from "../../wording/text.ts";
import type { LineReader } from "./lineReader.ts";
import { matches, type RolePattern } from "./roles.ts";
import { type Side, said } from "./sides.ts";

/** Inputs of a component or cells of a row, as a check reads them. */
export interface Given {
  readonly path: string;
  has(name: InputName): boolean;
  /** Value used in the computation: entered, by formula, or from a rule pack. */
  number(name: InputName): Decimal | undefined;
  word(name: InputName): string | undefined;
  /** Where it is entered. */
  at(name: InputName): string;
  /** The input as one side of a comparison. */
  side(name: InputName): Side;
}

export interface PartRow extends Given {
  readonly id: string;
}

/** A component that is switched on, with its lines. */
export interface Part extends Given {
  readonly id: string;
  readonly label: Text;
  readonly mechanism: Mechanism;
  readonly lines: readonly GraphLine[];
  rows(table: InputName): readonly PartRow[];
  /** Absolute month of a month input. */
  month(name: InputName): number | undefined;
  /** The same as one side of a comparison. */
  monthSide(name: InputName, what: Text): Side;
  /** Whether any of its lines has one of these roles. */
  plays(...roles: readonly RolePattern[]): boolean;
  withRole(...roles: readonly RolePattern[]): readonly GraphLine[];
  /** A line its mechanism offers, of one row where it has one for each. */
  line(name: OfferedLine, row?: string): GraphLine | undefined;
  /** Document named as the source of an input. */
  evidence(input: InputName): string | undefined;
}

export function textOf(label: Label | undefined, otherwise: string): Text {
  if (label === undefined) return { zh: otherwise, en: otherwise };
  return typeof label === "string" ? { zh: label, en: label } : label;
}

export function partsOf(document: ModelDocument, view: LineReader, lines: readonly GraphLine[]): readonly Part[] {
  const byComponent = Map.groupBy(lines, ({ tags }) => String(tags["component"] ?? ""));
  return document.components.flatMap((spec): readonly Part[] => {
    const mechanism = mechanisms.get(spec.mechanism);
    if (!spec.enabled || mechanism === undefined) return [];
    const own = byComponent.get(spec.id) ?? [];
    const path = `components/${spec.id}/inputs`;
    const withRole = (...roles: readonly RolePattern[]) => own.filter(({ role }) => role !== undefined && roles.some((wanted) => matches(role, wanted)));
    const month = (name: InputName) => monthOf(spec.inputs[name], () => view.input(`${spec.id}.${name}`));
    return [
      {
        ...givenOf(spec.inputs, spec.id, path, view, mechanism.inputs),
        id: spec.id,
        label: textOf(spec.label, spec.id),
        mechanism,
        lines: own,
        rows: (table) => rowsOf(spec.inputs[table], `${spec.id}.${table}`, `${path}/${table}`, view, mechanism.inputs[table]),
        month,
        monthSide: (name, what) => {
          const value = month(name);
          return said(what, value === undefined ? text("未填", "not entered") : writeMonth(value), `${path}/${name}`);
        },
        plays: (...roles) => withRole(...roles).length > 0,
        withRole,
        line: (name, row) => {
          const id = [spec.id, name, ...(row === undefined ? [] : [row])].join(".");
          return own.find((line) => line.id === id);
        },
        evidence: (input) => {
          const given = spec.evidence?.[input];
          return given !== undefined && "document" in given ? given.document : undefined;
        },
      },
    ];
  });
}

function givenOf(values: Readonly<Record<string, unknown>>, prefix: string, path: string, view: LineReader, specs: Readonly<Record<string, InputSpec | ColumnSpec>>): Given {
  const number = (name: InputName) => view.input(`${prefix}.${name}`);
  return {
    path,
    has: (name) => values[name] !== undefined,
    number,
    word: (name) => {
      const value = values[name];
      return typeof value === "string" ? value : undefined;
    },
    at: (name) => `${path}/${name}`,
    side: (name) => {
      const spec = specs[name];
      return {
        what: spec?.label ?? { zh: name, en: name },
        value: number(name),
        unit: spec !== undefined && "unit" in spec ? spec.unit : "1",
        at: `${path}/${name}`,
        source: `${prefix}.${name}`,
      };
    },
  };
}

function rowsOf(value: unknown, prefix: string, path: string, view: LineReader, spec: InputSpec | undefined): readonly PartRow[] {
  if (!Array.isArray(value)) return [];
  const columns = spec?.type === "table" ? spec.columns : {};
  return (value as readonly Readonly<Record<string, unknown>>[]).flatMap((row) => {
    const { id } = row;
    return typeof id === "string" ? [{ id, ...givenOf(row, `${prefix}.${id}`, `${path}/${id}`, view, columns) }] : [];
  });
}

/** A date as entered, or as the phase it follows makes it. */
function monthOf(value: unknown, used: () => Decimal | undefined): number | undefined {
  if (typeof value === "string") return readMonth(value);
  return isFollowing(value) ? used()?.toNumber() : undefined;
}
