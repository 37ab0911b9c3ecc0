import type { ReadComponent } from "../../document/component.ts";
import type { ModelDocument } from "../../document/schema.ts";
import type { AskedFor, FormulaDecl, TableShape } from "../../language/line.ts";
import type { Component, Member, Source } from "../../mechanisms/define/component.ts";
import type { LineSpec } from "../../mechanisms/define/lines.ts";
import type { Mechanism } from "../../mechanisms/define/mechanism.ts";
import { type ColumnSpec, type InputSpec, mayBeLeftOut } from "../../terms/inputs.ts";
import { capOf, documentPlaces } from "./documents.ts";
import { isNumeric } from "./inputs.ts";

/** What a formula of a component can name. */
export type Names = Required<
  Pick<FormulaDecl, "scope" | "optional" | "absent" | "asks" | "words" | "selections" | "tables">
>;

interface Lists {
  readonly optional: string[];
  readonly absent: string[];
}

/** Id of a line after that of its component. */
export const suffix = (spec: LineSpec): string => (spec.row === undefined ? spec.name : `${spec.name}.${spec.row.id}`);

/** The names of one component: its inputs and lines, and for lines of a list those of their member before all others. */
export class ComponentNames {
  readonly #component: Component;
  readonly #read: ReadComponent<Mechanism>;
  readonly #specs: readonly LineSpec[];
  readonly #document: ModelDocument;
  readonly #own: Names;
  readonly #ofMember = new Map<string, Names>();

  constructor(
    read: ReadComponent<Mechanism>,
    component: Component,
    specs: readonly LineSpec[],
    document: ModelDocument,
  ) {
    this.#document = document;
    this.#component = component;
    this.#read = read;
    this.#specs = specs;
    this.#own = this.#ownNames();
  }

  of({ row }: LineSpec): Names {
    if (row === undefined) return this.#own;
    const key = `${row.table}.${row.id}`;
    const names = this.#ofMember.get(key) ?? this.#memberNames(row);
    this.#ofMember.set(key, names);
    return names;
  }

  #ownNames(): Names {
    const { spec, mechanism, inputs } = this.#read;
    const scope: Record<string, string> = { enabled: `${spec.id}.enabled` };
    const optional: string[] = [];
    const absent: string[] = [];
    const asks: Record<string, AskedFor> = {};
    const tables: Record<string, TableShape> = {};
    for (const [name, input] of Object.entries(mechanism.inputs)) {
      const state = inputs.get(name);
      if (input.type === "table") {
        const columns = Object.entries(input.columns).filter(([, column]) => isNumeric(column));
        tables[name] = this.#shape(name, columns);
        optional.push(...columns.flatMap(([column, cell]) => (mayBeLeftOut(cell) ? [`${name}.${column}`] : [])));
        absent.push(...this.#absentCells(name, columns));
        for (const [column, { label }] of columns)
          asks[`${name}.${column}`] = { path: `components/${spec.id}/inputs/${name}`, label };
        continue;
      }
      if (input.type === "record") {
        this.#documentNames(name, name, { scope, optional, absent });
        continue;
      }
      if (mayBeLeftOut(input)) optional.push(name);
      if (state?.state === "absent") {
        absent.push(name);
        asks[name] = { path: `components/${spec.id}/inputs/${name}`, label: input.label };
      } else if (isNumeric(input)) scope[name] = `${spec.id}.${name}`;
      if (input.type === "status") scope[`${name}.refused`] = `${spec.id}.${name}.refused`;
      if (input.type === "party" && state?.state === "word") {
        scope[`${name}.cash`] = `party.${state.word}.cash`;
        scope[`${name}.opening_cash`] = `party.${state.word}.opening_cash`;
      }
    }
    for (const line of this.#specs) {
      // The bare name of a line repeated over a list stands for all of them: `sumrows` adds the member to it.
      scope[line.name] = `${spec.id}.${line.name}`;
      if (line.row === undefined) continue;
      scope[suffix(line)] = `${spec.id}.${suffix(line)}`;
      tables[line.row.table] ??= this.#listOf(line.row);
    }
    const words = { ...wordsOf(mechanism.inputs, this.#component, ""), ...this.#columnWords() };
    return { scope, optional, absent, asks, words, selections: mechanism.selections ?? {}, tables };
  }

  /** `products.product`: the words of a column, over all rows that have one. */
  #columnWords(): Record<string, readonly string[]> {
    const words: Record<string, readonly string[]> = {};
    for (const [table, input] of Object.entries(this.#read.mechanism.inputs)) {
      if (input.type !== "table") continue;
      const rows = this.#component.rows(table);
      for (const [column, { type }] of Object.entries(input.columns))
        if (WORDS.has(type))
          words[`${table}.${column}`] = [
            ...new Set(rows.flatMap((row) => (row.has(column) ? [row.word(column)] : []))),
          ];
    }
    return words;
  }

  /** A record left out counts like one that does not hold, so its names are always there; only the amount it grants may be absent. */
  #documentNames(name: string, own: string, { scope, optional, absent }: Pick<Names, "scope"> & Lists): void {
    const id = `${this.#read.spec.id}.${own}`;
    Object.assign(scope, { [name]: id, [`${name}.held`]: `${id}.held`, [`${name}.stands`]: `${id}.stands` });
    const allowance = `${name}.allowance`;
    optional.push(allowance);
    const place = documentPlaces(this.#read).find((one) => one.name === own);
    if (place === undefined || capOf(place, this.#document) === undefined) absent.push(allowance);
    else Object.assign(scope, { [allowance]: `${id}.allowance` });
  }

  #shape(table: string, columns: readonly (readonly [string, ColumnSpec])[]): TableShape {
    const rows = (this.#read.tables.get(table) ?? []).map(({ id }) => id);
    return { prefix: `${this.#read.spec.id}.${table}`, rows, columns: columns.map(([column]) => column) };
  }

  #absentCells(table: string, columns: readonly (readonly [string, ColumnSpec])[]): readonly string[] {
    return (this.#read.tables.get(table) ?? []).flatMap(({ id, cells }) =>
      columns.flatMap(([column]) => (cells.get(column)?.state === "absent" ? [`${table}.${id}.${column}`] : [])),
    );
  }

  /** A list that is no input: its members are those lines were written for. */
  #listOf({ table, item }: Member): TableShape {
    const members = this.#specs.flatMap(({ row }) => (row?.table === table ? [row.id] : []));
    const shape = { prefix: `${this.#read.spec.id}.${table}`, rows: [...new Set(members)], columns: [] };
    return item === undefined ? shape : { ...shape, item };
  }

  #memberNames(member: Member): Names {
    const { id } = this.#read.spec;
    const before = `${member.item ?? "row"}.`;
    const scope: Record<string, string> = { ...this.#own.scope };
    const optional = [...this.#own.optional];
    const absent = [...this.#own.absent];
    const asks = { ...this.#own.asks };
    const words = { ...this.#own.words };
    const columns = this.#columnsOf(member);
    for (const [column, spec] of Object.entries(columns)) {
      if (mayBeLeftOut(spec)) optional.push(before + column);
      if (spec.type === "record") {
        this.#documentNames(before + column, `${member.table}.${member.id}.${column}`, { scope, optional, absent });
        continue;
      }
      if (!isNumeric(spec)) continue;
      if (spec.type === "status")
        scope[`${before}${column}.refused`] = `${id}.${member.table}.${member.id}.${column}.refused`;
      if (isSource(member) && !member.has(column)) {
        absent.push(before + column);
        asks[before + column] = {
          path: `components/${id}/inputs/${member.table}/${member.id}/${column}`,
          label: spec.label,
        };
      } else scope[before + column] = `${id}.${member.table}.${member.id}.${column}`;
    }
    if (isSource(member)) Object.assign(words, wordsOf(columns, member, before));
    for (const [name, word] of Object.entries(member.words ?? {})) words[before + name] = word;
    for (const [name, of] of Object.entries(member.names ?? {})) scope[before + name] = `${id}.${of}`;
    for (const line of this.#specs) {
      if (line.row?.table !== member.table || line.row.id !== member.id) continue;
      scope[line.name] = `${id}.${suffix(line)}`;
      scope[before + line.name] ??= `${id}.${suffix(line)}`;
    }
    return { ...this.#own, scope, optional, absent, asks, words };
  }

  #columnsOf({ table }: Member): Readonly<Record<string, ColumnSpec>> {
    const input = this.#read.mechanism.inputs[table];
    return input?.type === "table" ? input.columns : {};
  }
}

export const isSource = (member: Member): member is Member & Source => "has" in member;

/** Word inputs with their words; null: not entered. */
function wordsOf(
  specs: Readonly<Record<string, InputSpec | ColumnSpec>>,
  source: Source,
  before: string,
): Record<string, string | readonly string[] | null> {
  const words = Object.entries(specs).filter(([, { type }]) => WORDS.has(type));
  return Object.fromEntries(
    words.map(([name]) => [before + name, source.has(name) ? source.word(name) : null] as const),
  );
}

const WORDS: ReadonlySet<string> = new Set(["choice", "party", "plot", "word"]);
