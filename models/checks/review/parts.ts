import type { Decimal } from "decimal.js";
import { isFollowing } from "../../document/follow.ts";
import type { ModelDocument } from "../../document/schema.ts";
import type { Label } from "../../document/schemaParts.ts";
import { readMonth } from "../../language/calendar.ts";
import type { GraphLine } from "../../language/graph.ts";
import type { Text } from "../../wording/text.ts";
import type { LineReader } from "./lineReader.ts";

/** Inputs of a component or cells of a row, as a check reads them. */
export interface Given {
  readonly path: string;
  has(name: string): boolean;
  /** Value used in the computation: entered, by formula, or from a rule pack. */
  number(name: string): Decimal | undefined;
  word(name: string): string | undefined;
}

export interface PartRow extends Given {
  readonly id: string;
}

/** A component that is switched on, with its lines. */
export interface Part extends Given {
  readonly id: string;
  readonly label: Text;
  readonly mechanism: string;
  readonly lines: readonly GraphLine[];
  rows(table: string): readonly PartRow[];
  /** Absolute month of a month input. */
  month(name: string): number | undefined;
  /** Whether any of its lines has one of these roles. */
  plays(role: RegExp): boolean;
  /** Document named as the source of an input. */
  evidence(input: string): string | undefined;
}

export function textOf(label: Label | undefined, otherwise: string): Text {
  if (label === undefined) return { zh: otherwise, en: otherwise };
  return typeof label === "string" ? { zh: label, en: label } : label;
}

export function partsOf(document: ModelDocument, view: LineReader, lines: readonly GraphLine[]): readonly Part[] {
  const byComponent = Map.groupBy(lines, ({ tags }) => String(tags["component"] ?? ""));
  return document.components
    .filter(({ enabled }) => enabled)
    .map((spec): Part => {
      const own = byComponent.get(spec.id) ?? [];
      const path = `components/${spec.id}/inputs`;
      return {
        ...givenOf(spec.inputs, spec.id, path, view),
        id: spec.id,
        label: textOf(spec.label, spec.id),
        mechanism: spec.mechanism,
        lines: own,
        rows: (table) => rowsOf(spec.inputs[table], `${spec.id}.${table}`, `${path}/${table}`, view),
        month: (name) => monthOf(spec.inputs[name], () => view.scalar(`${spec.id}.${name}`)),
        plays: (role) => own.some((line) => line.role !== undefined && role.test(line.role)),
        evidence: (input) => {
          const given = spec.evidence?.[input];
          return given !== undefined && "document" in given ? given.document : undefined;
        },
      };
    });
}

function givenOf(values: Readonly<Record<string, unknown>>, prefix: string, path: string, view: LineReader): Given {
  return {
    path,
    has: (name) => values[name] !== undefined,
    number: (name) => view.scalar(`${prefix}.${name}`),
    word: (name) => {
      const value = values[name];
      return typeof value === "string" ? value : undefined;
    },
  };
}

function rowsOf(value: unknown, prefix: string, path: string, view: LineReader): readonly PartRow[] {
  if (!Array.isArray(value)) return [];
  return (value as readonly Readonly<Record<string, unknown>>[]).flatMap((row) => {
    const { id } = row;
    return typeof id === "string" ? [{ id, ...givenOf(row, `${prefix}.${id}`, `${path}/${id}`, view) }] : [];
  });
}

/** A date as entered, or as the phase it follows makes it. */
function monthOf(value: unknown, used: () => Decimal | undefined): number | undefined {
  if (typeof value === "string") return readMonth(value);
  return isFollowing(value) ? used()?.toNumber() : undefined;
}
