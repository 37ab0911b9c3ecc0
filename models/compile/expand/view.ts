import type { ReadComponent, ReadRow } from "../../document/component.ts";
import type { InputState } from "../../document/inputState.ts";
import { UNKNOWN } from "../../language/line.ts";
import type { Component, Row, Source } from "../../mechanisms/define/component.ts";
import type { Mechanism } from "../../mechanisms/define/mechanism.ts";
import type { ColumnSpec, InputSpec } from "../../terms/inputs.ts";
import { documentProblem } from "../../wording/document.ts";
import type { Problem } from "../../wording/problem.ts";

export interface ComponentView {
  readonly component: Component;
  /** Optional words that the other inputs make necessary; filled while the mechanism writes its lines. */
  readonly missing: readonly Problem[];
}

/** Inputs of a component or cells of a row, with their place in the document. */
interface Given {
  readonly specs: Readonly<Record<string, InputSpec | ColumnSpec>>;
  readonly states: ReadonlyMap<string, InputState>;
  readonly path: string;
}

/** Words taken for choices the document does not make, by their path. */
export type Guesses = ReadonlyMap<string, string>;

/** The component as its mechanism sees it. */
export function viewOf(read: ReadComponent<Mechanism>, guesses: Guesses = new Map()): ComponentView {
  const { mechanism, inputs, tables, spec } = read;
  const missing: Problem[] = [];
  const path = `components/${spec.id}/inputs`;
  const own: Given = { specs: mechanism.inputs, states: inputs, path };
  const viewRow = (table: string, row: ReadRow): Row => {
    const input = mechanism.inputs[table];
    const cells: Given = {
      specs: input?.type === "table" ? input.columns : {},
      states: row.cells,
      path: `${path}/${table}/${row.id}`,
    };
    return {
      table,
      id: row.id,
      ...sourceOf(cells, guesses, missing),
    };
  };
  const component: Component = {
    id: spec.id,
    ...sourceOf(own, guesses, missing),
    rows: (table) => {
      const rows = tables.get(table);
      if (rows === undefined) throw new Error(`mechanism ${mechanism.id} has no table ${table}`);
      return rows.map((row) => viewRow(table, row));
    },
  };
  return { component, missing };
}

function sourceOf(given: Given, guesses: Guesses, missing: Problem[]): Source {
  const has = (name: string) => stateOf(given, name).state !== "absent";
  const word = (name: string, otherwise?: string) =>
    otherwise === undefined || has(name) ? wordOf(given, name, guesses, missing) : otherwise;
  return { has, word, is: (name, wanted) => has(name) && word(name) === wanted };
}

function stateOf({ states }: Given, name: string): InputState {
  const state = states.get(name);
  if (state === undefined) throw new Error(`the mechanism has no input ${name}`);
  return state;
}

function wordOf(given: Given, name: string, guesses: Guesses, missing: Problem[]): string {
  const state = stateOf(given, name);
  const spec = given.specs[name];
  if (state.state === "word") return state.word;
  if (spec === undefined || (state.state !== "broken" && state.state !== "absent"))
    throw new Error(`input ${name} holds no word (${state.state})`);
  const path = `${given.path}/${name}`;
  if (state.state === "absent") missing.push(documentProblem("document.input_missing", path, { input: spec.label }));
  // The lines are written all the same, and every one is marked unusable.
  return guesses.get(path) ?? (spec.type === "choice" ? (Object.keys(spec.options)[0] ?? UNKNOWN) : UNKNOWN);
}
