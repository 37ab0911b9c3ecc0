import { type OperationName, operations } from "../operations/table.ts";
import type { CallExpression, Expression } from "./expression.ts";
import type { LookupMode } from "./graph.ts";
import { LIMITS } from "./limits.ts";
import type { TableShape } from "./line.ts";
import { lineTerm } from "./reference.ts";
import { refuse } from "./refuse.ts";
import { columnOf } from "./scan.ts";
import type { Site, Term } from "./site.ts";
import { alike, type Part, partOf, typeOf } from "./typing.ts";

interface NamedTable {
  readonly name: string;
  readonly shape: TableShape;
  /** The column in `table.column`. */
  readonly column: string | undefined;
}

/** Functions over the rows of an input table. */
export const tableRules = {
  lookup: (site: Site, e: CallExpression): Term => columnsTerm(site, e, "lookup", { mode: modeOf(e.args[2]) }),
  brackets: (site: Site, e: CallExpression): Term => columnsTerm(site, e, "brackets", {}),
  sumrows: sumRowsTerm,
};

function findTable(site: Site, e: Expression): NamedTable | undefined {
  if (e.kind !== "name" || site.decl.tables === undefined) return undefined;
  const dot = e.name.lastIndexOf(".");
  const candidates: readonly (readonly [string, string | undefined])[] =
    dot < 0
      ? [[e.name, undefined]]
      : [
          [e.name, undefined],
          [e.name.slice(0, dot), e.name.slice(dot + 1)],
        ];
  for (const [name, column] of candidates) {
    const shape = Object.hasOwn(site.decl.tables, name) ? site.decl.tables[name] : undefined;
    if (shape === undefined) continue;
    if (shape.rows.length > LIMITS.tableRows) refuse("tableTooLong", { table: name, limit: LIMITS.tableRows });
    if (column !== undefined && !shape.columns.includes(column)) {
      refuse("unknownColumn", { table: name, name: column, column: columnOf(e.span) });
    }
    return { name, shape, column };
  }
  return undefined;
}

function requireTable(site: Site, e: Expression, fn: string): NamedTable {
  if (e.kind !== "name") return refuse("nameExpected", { name: fn, column: columnOf(e.span) });
  return findTable(site, e) ?? refuse("unknownTable", { name: e.name, column: columnOf(e.span) });
}

/** The cells of one column. Cells are inputs, so they are single values. */
function cells(site: Site, e: Expression, table: NamedTable, column: string): readonly Part[] {
  const scalars: Site = { ...site, axis: "scalar" };
  return table.shape.rows.map((row) => {
    const id = `${table.shape.prefix}.${row}.${column}`;
    const index = site.draft.indexById.get(id) ?? refuse("missingLine", { id });
    return { expression: e, term: lineTerm(scalars, index, columnOf(e.span)) };
  });
}

/** First column and the value column: the one named, or the second of two. */
function keyAndValue(table: NamedTable, e: Expression): readonly [string, string] {
  const [first, second, ...more] = table.shape.columns;
  const value = table.column ?? (more.length === 0 ? second : undefined);
  if (first === undefined || value === undefined) {
    return refuse("tableColumns", { table: table.name, needed: 2, column: columnOf(e.span) });
  }
  return [first, value];
}

function modeOf(e: Expression | undefined): LookupMode {
  const mode = e === undefined ? "step" : e.kind === "name" ? e.name : "";
  if (mode === "step" || mode === "linear") return mode;
  return refuse("lookupMode", { column: e === undefined ? 1 : columnOf(e.span) });
}

/** An operation over the key and the value column of a table, read at x. */
function columnsTerm(site: Site, e: CallExpression, op: OperationName, held: { readonly mode?: LookupMode }): Term {
  const [tableExpression, xExpression] = e.args as [Expression, Expression];
  const table = requireTable(site, tableExpression, op);
  const columns = keyAndValue(table, tableExpression).map((column) => cells(site, tableExpression, table, column));
  const whole = columns.map((parts): Part => {
    return { expression: tableExpression, term: alike(site, tableExpression, parts, () => site.draft.nodes.zero) };
  });
  const x = partOf(site, xExpression);
  const { nodes } = site.draft;
  const lists = columns.map((parts) => parts.map((part) => part.term.node));
  const node = lists[0]?.length === 0 ? nodes.zero : nodes.make(op, [x.term.node], { ...held, lists });
  return { node, ...typeOf(site, e, operations[op].signature, [...whole, x]) };
}

/** The expression once for every row, `row.column` meaning that row's cell, added up. */
function sumRowsTerm(site: Site, e: CallExpression): Term {
  const [tableExpression, expression] = e.args as [Expression, Expression];
  if (site.row !== undefined) return refuse("nestedRows", { column: columnOf(e.span) });
  const { name, shape } = requireTable(site, tableExpression, "sumrows");
  const parts = shape.rows.map((id) => partOf({ ...site, row: { table: name, shape, id } }, expression));
  return alike(site, e, parts, (args) => site.draft.nodes.many("add", args));
}

/** Weights of `convolve(x, table)`, `convolve(x, table.column)` or `convolve(x, w0, w1, …)`. */
export function profileWeights(site: Site, profile: readonly Expression[]): readonly Part[] {
  const [first] = profile;
  const table = first === undefined || profile.length > 1 ? undefined : findTable(site, first);
  if (first === undefined || table === undefined) {
    const scalars: Site = { ...site, axis: "scalar" };
    return profile.map((weight) => partOf(scalars, weight));
  }
  const [only, ...more] = table.shape.columns;
  const column = table.column ?? (more.length === 0 ? only : undefined);
  if (column === undefined)
    return refuse("tableColumns", { table: table.name, needed: 1, column: columnOf(first.span) });
  if (table.shape.rows.length > LIMITS.profileWeights) refuse("profileTooLong", { limit: LIMITS.profileWeights });
  return cells(site, first, table, column);
}
