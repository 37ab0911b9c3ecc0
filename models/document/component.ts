import {
  asRequired,
  type ColumnSpec,
  type Form,
  type InputSpec,
  isAskedWith,
  isOptionalIn,
  type TableInput,
} from "../terms/inputs.ts";
import { documentProblem, suggestion } from "../wording/document.ts";
import type { Problem } from "../wording/problem.ts";
import { isId } from "./ids.ts";
import type { InputValue, RowValue } from "./inputSchema.ts";
import { type InputContext, type InputState, inputState } from "./inputState.ts";
import { show } from "./issues.ts";
import type { ComponentSpec } from "./schema.ts";

export interface ReadRow {
  readonly id: string;
  readonly cells: ReadonlyMap<string, InputState>;
}

/** A component of the document read against its mechanism. */
export interface ReadComponent<M extends Form = Form> {
  readonly spec: ComponentSpec;
  readonly mechanism: M;
  readonly inputs: ReadonlyMap<string, InputState>;
  readonly tables: ReadonlyMap<string, readonly ReadRow[]>;
  readonly problems: readonly Problem[];
  /** Set when it cannot be known which lines the component has; then none of them can be trusted. */
  readonly structure: Problem | undefined;
}

/** Inputs that decide which lines exist. */
export function isStructural(spec: InputSpec | ColumnSpec): boolean {
  return spec.type === "choice" || spec.type === "party" || spec.type === "plot" || spec.type === "word";
}

const own = <T>(map: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(map, key) ? map[key] : undefined;

export function readComponent<M extends Form>(
  spec: ComponentSpec,
  mechanism: M,
  context: InputContext,
): ReadComponent<M> {
  return new ComponentReader(spec, mechanism, context).read();
}

class ComponentReader<M extends Form> {
  readonly #spec: ComponentSpec;
  readonly #mechanism: M;
  readonly #context: InputContext;
  readonly #path: string;
  readonly #problems: Problem[] = [];
  #structure: Problem | undefined;

  constructor(spec: ComponentSpec, mechanism: M, context: InputContext) {
    this.#spec = spec;
    this.#mechanism = mechanism;
    this.#context = context;
    this.#path = `components/${spec.id}`;
  }

  read(): ReadComponent<M> {
    const inputs = new Map<string, InputState>();
    const tables = new Map<string, readonly ReadRow[]>();
    for (const [name, input] of Object.entries(this.#mechanism.inputs)) {
      const value = own(this.#spec.inputs, name);
      const path = `${this.#path}/inputs/${name}`;
      const state = inputState(
        asRequired(input, (other) => own(this.#spec.inputs, other)),
        value,
        path,
        this.#context,
      );
      inputs.set(name, state);
      this.#leftOpen(input, state, path, (other) => own(this.#spec.inputs, other));
      this.#note(state, isStructural(input) || input.type === "table");
      if (input.type === "table") tables.set(name, this.#table(input, value, path));
    }
    this.#unknownNames();
    return {
      spec: this.#spec,
      mechanism: this.#mechanism,
      inputs,
      tables,
      problems: this.#problems,
      structure: this.#structure,
    };
  }

  #note(state: InputState, structural: boolean): void {
    if (state.state !== "broken") return;
    this.#problem(state.problem, structural);
  }

  /** What is asked for together with another input and was left out, where something holds in its stead. */
  #leftOpen(
    spec: InputSpec | ColumnSpec,
    { state }: InputState,
    path: string,
    givenAs: (name: string) => unknown,
  ): void {
    if (state !== "absent" || spec.otherwise === undefined || !isAskedWith(spec, givenAs)) return;
    const args = { input: spec.label, otherwise: spec.otherwise };
    this.#problem(documentProblem("document.left_open", path, args), false);
  }

  #problem(problem: Problem, structural: boolean): void {
    this.#problems.push(problem);
    if (structural) this.#structure ??= problem;
  }

  #table(table: TableInput, value: InputValue | undefined, path: string): readonly ReadRow[] {
    const rows: readonly RowValue[] = Array.isArray(value) ? value : [];
    if (value !== undefined && rows.length === 0 && !isOptionalIn(table, this.#context.document.project.type))
      this.#problem(documentProblem("document.table_rows", path, { input: table.label, min: 1 }), true);
    const seen = new Set<string>();
    return rows.flatMap((row, index) => {
      const id = own(row, "id");
      if (typeof id !== "string" || !isId(id)) {
        this.#problem(
          documentProblem("document.row_id", `${path}/${index}`, { input: table.label, row: index + 1 }),
          true,
        );
        return [];
      }
      if (seen.has(id)) {
        this.#problem(documentProblem("document.row_duplicate", `${path}/${id}`, { input: table.label, id }), true);
        return [];
      }
      seen.add(id);
      return [{ id, cells: this.#cells(table, row, `${path}/${id}`) }];
    });
  }

  #cells(table: TableInput, row: RowValue, path: string): ReadonlyMap<string, InputState> {
    const cells = new Map<string, InputState>();
    for (const [name, column] of Object.entries(table.columns)) {
      const required = asRequired(column, (other) => own(row, other));
      const state = inputState(required, own(row, name), `${path}/${name}`, this.#context);
      cells.set(name, state);
      this.#leftOpen(column, state, `${path}/${name}`, (other) => own(row, other));
      this.#note(state, isStructural(column));
    }
    for (const name of Object.keys(row)) {
      if (name === "id" || Object.hasOwn(table.columns, name)) continue;
      const hint = suggestion(name, Object.keys(table.columns));
      this.#problems.push(
        documentProblem("document.column_unknown", `${path}/${name}`, {
          input: table.label,
          column: show(name),
          suggestion: hint,
        }),
      );
    }
    return cells;
  }

  #unknownNames(): void {
    const known = Object.keys(this.#mechanism.inputs);
    for (const name of Object.keys(this.#spec.inputs)) {
      if (Object.hasOwn(this.#mechanism.inputs, name)) continue;
      this.#problems.push(
        documentProblem("document.input_unknown", `${this.#path}/inputs/${name}`, {
          mechanism: this.#mechanism.title,
          input: name,
          suggestion: suggestion(name, known),
        }),
      );
    }
    for (const name of Object.keys(this.#spec.evidence ?? {})) {
      const first = name.split("/")[0] ?? name;
      if (Object.hasOwn(this.#mechanism.inputs, first)) continue;
      this.#problems.push(
        documentProblem("document.evidence_unknown", `${this.#path}/evidence/${name}`, {
          input: name,
          suggestion: suggestion(first, known),
        }),
      );
    }
  }
}
