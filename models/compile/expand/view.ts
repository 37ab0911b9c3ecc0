import type { ReadComponent, ReadRow } from "../../document/component.ts";
import type { InputState } from "../../document/inputState.ts";
import type { ModelDocument } from "../../document/schema.ts";
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

/** The component as its mechanism sees it. */
export function viewOf(read: ReadComponent<Mechanism>, document: ModelDocument): ComponentView {
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
      ...sourceOf(cells, document, missing),
    };
  };
  const component: Component = {
    id: spec.id,
    ...sourceOf(own, document, missing),
    rows: (table) => {
      const rows = tables.get(table);
      if (rows === undefined) throw new Error(`mechanism ${mechanism.id} has no table ${table}`);
      return rows.map((row) => viewRow(table, row));
    },
  };
  return { component, missing };
}

function sourceOf(given: Given, document: ModelDocument, missing: Problem[]): Source {
  const has = (name: string) => stateOf(given, name).state !== "absent";
  const word = (name: string, otherwise?: string) =>
    otherwise === undefined || has(name) ? wordOf(given, name, document, missing) : otherwise;
  return { has, word, is: (name, wanted) => has(name) && word(name) === wanted };
}

function stateOf({ states }: Given, name: string): InputState {
  const state = states.get(name);
  if (state === undefined) throw new Error(`the mechanism has no input ${name}`);
  return state;
}

function wordOf(given: Given, name: string, document: ModelDocument, missing: Problem[]): string {
  const state = stateOf(given, name);
  const spec = given.specs[name];
  if (state.state === "word") return state.word;
  if (spec === undefined || (state.state !== "broken" && state.state !== "absent"))
    throw new Error(`input ${name} holds no word (${state.state})`);
  if (state.state === "absent")
    missing.push(documentProblem("document.input_missing", `${given.path}/${name}`, { input: spec.label }));
  return fallbackWord(spec, document);
}

/** Stands where a document gives no usable word: the lines are written all the same, and every one is marked unusable. */
function fallbackWord(spec: InputSpec | ColumnSpec, document: ModelDocument): string {
  switch (spec.type) {
    case "choice":
      return Object.keys(spec.options)[0] ?? "none";
    case "party":
      return (document.parties.find(({ role }) => spec.roles.includes(role)) ?? document.parties[0])?.id ?? "none";
    case "plot":
      return document.plots[0]?.id ?? "none";
    default:
      return "none";
  }
}
