import type { ReadComponent, ReadRow } from "../../document/component.ts";
import type { InputState } from "../../document/inputState.ts";
import type { LineSpec } from "../../mechanisms/define/lines.ts";
import type { Mechanism } from "../../mechanisms/define/mechanism.ts";
import { type ColumnSpec, type InputSpec, isOptionalIn, type TableInput } from "../../terms/inputs.ts";
import type { Problem } from "../../wording/problem.ts";
import { suffix } from "./names.ts";
import { type ComponentView, type Guesses, viewOf } from "./view.ts";

/** A component as it may be meant, with the lines it then has. */
export interface Possible {
  readonly read: ReadComponent<Mechanism>;
  readonly view: ComponentView;
  readonly specs: readonly LineSpec[];
  /** Those of its lines that no other possibility has already. */
  readonly added: readonly LineSpec[];
}

/** Name of the row that stands for those of a table without rows. */
const ROW = "missing";

/**
 * What a component may be: one possibility where its inputs decide which lines it has; otherwise one for every word that each choice left open could
 * have, with one row in each table that needs rows and has none.
 */
export function possibilities(read: ReadComponent<Mechanism>, type: string): readonly Possible[] {
  const { structure: problem } = read;
  if (problem === undefined) return [possible(read, new Map(), new Set())];
  const tables = [...read.tables].map(([name, rows]) => [name, withRow(read, name, rows, { problem, type })] as const);
  const filled = { ...read, tables: new Map(tables) };
  const seen = new Set<string>();
  const first = possible(filled, new Map(), seen);
  const others = openChoices(filled).flatMap(({ path, options }) =>
    options.slice(1).map((option) => possible(filled, new Map([[path, option]]), seen)),
  );
  return [first, ...others];
}

function possible(read: ReadComponent<Mechanism>, guesses: Guesses, seen: Set<string>): Possible {
  const view = viewOf(read, guesses);
  const specs = read.mechanism.lines(view.component);
  const added = specs.filter((spec) => {
    const { role, unit, axis, kind, tags, words, from, to } = spec;
    const key = JSON.stringify([suffix(spec), role, unit, axis, kind, tags, words, from, to]);
    return !seen.has(key) && seen.add(key) !== undefined;
  });
  return { read, view, specs, added };
}

function withRow(
  read: ReadComponent<Mechanism>,
  name: string,
  rows: readonly ReadRow[],
  { problem, type }: { readonly problem: Problem; readonly type: string },
): readonly ReadRow[] {
  const table = read.mechanism.inputs[name] as TableInput;
  if (rows.length > 0 || isOptionalIn(table, type)) return rows;
  const stateOf = (column: ColumnSpec): InputState =>
    column.optional === true ? { state: "absent" } : { state: "broken", problem };
  return [{ id: ROW, cells: new Map(Object.entries(table.columns).map(([column, spec]) => [column, stateOf(spec)])) }];
}

interface OpenChoice {
  readonly path: string;
  readonly options: readonly string[];
}

function openChoices({ spec, mechanism, inputs, tables }: ReadComponent<Mechanism>): readonly OpenChoice[] {
  const open = (path: string, input: InputSpec | ColumnSpec, state: InputState | undefined): readonly OpenChoice[] =>
    input.type === "choice" && state?.state === "broken" ? [{ path, options: Object.keys(input.options) }] : [];
  return Object.entries(mechanism.inputs).flatMap(([name, input]) => {
    const path = `components/${spec.id}/inputs/${name}`;
    if (input.type !== "table") return open(path, input, inputs.get(name));
    const columns = Object.entries(input.columns);
    return (tables.get(name) ?? []).flatMap((row) =>
      columns.flatMap(([column, cell]) => open(`${path}/${row.id}/${column}`, cell, row.cells.get(column))),
    );
  });
}
