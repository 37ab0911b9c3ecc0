import type { ReadComponent } from "../../document/component.ts";
import type { ModelDocument } from "../../document/schema.ts";
import type { FormulaDecl, Posting, TableShape, Tag } from "../../language/line.ts";
import type { Row } from "../../mechanisms/define/component.ts";
import type { LineSpec } from "../../mechanisms/define/lines.ts";
import type { Mechanism } from "../../mechanisms/define/mechanism.ts";
import type { Problem } from "../../wording/problem.ts";
import { cashSides, postingTags } from "./cash.ts";
import { isNumeric } from "./inputs.ts";
import { viewOf } from "./view.ts";

/** What formulas of a component can name, apart from the lines of their own row. */
interface Names {
  readonly scope: Readonly<Record<string, string>>;
  readonly absent: readonly string[];
  readonly tables: Readonly<Record<string, TableShape>>;
}

export interface ComponentLines {
  readonly lines: readonly FormulaDecl[];
  readonly problems: readonly Problem[];
}

/** Writes out the lines of one component. */
export function componentLines(read: ReadComponent<Mechanism>, document: ModelDocument): ComponentLines {
  const { component, missing } = viewOf(read, document);
  const specs = read.mechanism.lines(component);
  checkNames(read, specs);
  const names = componentNames(read, specs);
  const owner: Owner = { read, document, structure: read.structure ?? missing[0] };
  const problems: Problem[] = [...missing];
  const lines = specs.map((spec) => {
    const line = toDecl(owner, spec, specs, names);
    if (line.problem !== undefined && line.problem !== owner.structure) problems.push(line.problem);
    return line;
  });
  return { lines, problems };
}

interface Owner {
  readonly read: ReadComponent<Mechanism>;
  readonly document: ModelDocument;
  /** Why none of the component's lines can be trusted. */
  readonly structure: Problem | undefined;
}

const suffix = (spec: LineSpec): string => (spec.row === undefined ? spec.name : `${spec.name}.${spec.row.id}`);

/** A mechanism that names two things alike is a mistake in the program, not in the document. */
function checkNames({ mechanism }: ReadComponent<Mechanism>, specs: readonly LineSpec[]): void {
  const inputs = Object.keys(mechanism.inputs);
  if (inputs.includes("enabled"))
    throw new Error(`mechanism ${mechanism.id}: "enabled" is every component's own input`);
  const seen = new Set<string>();
  for (const spec of specs) {
    const name = suffix(spec);
    if (seen.has(name)) throw new Error(`mechanism ${mechanism.id} writes line ${name} twice`);
    if (inputs.includes(spec.name) || spec.name === "enabled")
      throw new Error(`mechanism ${mechanism.id}: ${spec.name} is an input and a line`);
    seen.add(name);
  }
}

function componentNames(
  { spec, mechanism, inputs, tables }: ReadComponent<Mechanism>,
  specs: readonly LineSpec[],
): Names {
  const scope: Record<string, string> = { enabled: `${spec.id}.enabled` };
  const absent: string[] = [];
  const shapes: Record<string, TableShape> = {};
  for (const [name, input] of Object.entries(mechanism.inputs)) {
    const state = inputs.get(name);
    if (input.type === "table") {
      const columns = Object.entries(input.columns).filter(([, column]) => isNumeric(column));
      const rows = tables.get(name) ?? [];
      shapes[name] = {
        prefix: `${spec.id}.${name}`,
        rows: rows.map(({ id }) => id),
        columns: columns.map(([column]) => column),
      };
      for (const row of rows)
        absent.push(
          ...columns
            .filter(([column]) => row.cells.get(column)?.state === "absent")
            .map(([column]) => `${name}.${row.id}.${column}`),
        );
    } else if (state?.state === "absent") absent.push(name);
    else if (input.type === "record" && state?.state === "word") scope[name] = `record.${state.word}`;
    else if (isNumeric(input) || input.type === "record") scope[name] = `${spec.id}.${name}`;
  }
  for (const line of specs) {
    // The bare name of a line repeated per row stands for the whole family: `sumrows` adds the row to it.
    scope[line.name] = `${spec.id}.${line.name}`;
    if (line.row !== undefined) scope[suffix(line)] = `${spec.id}.${suffix(line)}`;
  }
  return { scope, absent, tables: shapes };
}

function rowNames(
  read: ReadComponent<Mechanism>,
  row: Row,
  specs: readonly LineSpec[],
  names: Names,
): Pick<Names, "scope" | "absent"> {
  const scope: Record<string, string> = { ...names.scope };
  const absent = [...names.absent];
  const input = read.mechanism.inputs[row.table];
  const columns = input?.type === "table" ? input.columns : {};
  for (const [column, spec] of Object.entries(columns)) {
    if (!isNumeric(spec)) continue;
    if (row.has(column)) scope[`row.${column}`] = `${read.spec.id}.${row.table}.${row.id}.${column}`;
    else absent.push(`row.${column}`);
  }
  for (const line of specs) {
    if (line.row?.table !== row.table || line.row.id !== row.id) continue;
    scope[line.name] = `${read.spec.id}.${suffix(line)}`;
    scope[`row.${line.name}`] ??= `${read.spec.id}.${suffix(line)}`;
  }
  return { scope, absent };
}

function toDecl(owner: Owner, spec: LineSpec, specs: readonly LineSpec[], names: Names): FormulaDecl {
  const { read, document } = owner;
  const { row } = spec;
  const id = `${read.spec.id}.${suffix(spec)}`;
  const { scope, absent } = row === undefined ? names : rowNames(read, row, specs, names);
  const cash = cashSides({ id, payer: spec.payer, payee: spec.payee, path: `components/${read.spec.id}` }, document);
  const problem = owner.structure ?? cash.problem;
  const tags: Record<string, Tag> = {
    component: read.spec.id,
    mechanism: read.mechanism.id,
    ...(row === undefined ? {} : { row: row.id }),
    ...spec.tags,
    ...cash.tags,
  };
  const label =
    row === undefined ? spec.label : { zh: `${spec.label.zh} · ${row.id}`, en: `${spec.label.en} · ${row.id}` };
  return {
    source: "formula",
    id,
    label,
    unit: spec.unit,
    kind: spec.kind,
    axis: spec.axis,
    tags: { ...tags, ...postingTags({ role: spec.role, posts: spec.posts, tags }, document) },
    clauses: spec.clauses ?? [],
    path: `components/${read.spec.id}`,
    formula: spec.formula,
    scope,
    absent,
    tables: names.tables,
    ...(spec.role === undefined ? {} : { role: spec.role }),
    ...cash.sides,
    ...(spec.posts === undefined ? {} : { posts: spec.posts satisfies Posting }),
    ...(spec.convention === undefined ? {} : { convention: spec.convention }),
    ...(spec.opening === undefined ? {} : { opening: spec.opening }),
    ...(spec.gated ? { gate: `${read.spec.id}.enabled` } : {}),
    ...(problem === undefined ? {} : { problem }),
  };
}
