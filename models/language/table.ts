import { alike, commonUnit, type Part, partOf } from "./arithmetic.ts";
import type { Expression } from "./expression.ts";
import type { Node } from "./graph.ts";
import { LIMITS } from "./limits.ts";
import type { TableShape } from "./line.ts";
import { lineTerm } from "./reference.ts";
import { refuse } from "./refuse.ts";
import { columnOf } from "./scan.ts";
import type { Site, Term } from "./site.ts";
import { timesUnit, type Unit } from "./unit.ts";

type Call = Extract<Expression, { kind: "call" }>;

interface NamedTable {
  readonly name: string;
  readonly shape: TableShape;
  /** The column in `table.column`. */
  readonly column: string | undefined;
}

/** lookup, brackets and sumrows: functions over the rows of an input table. */
export function tableTerm(site: Site, e: Call): Term {
  const [table, x, mode] = e.args;
  if (table === undefined || x === undefined) throw new Error(`${e.fn} without arguments`);
  if (e.fn === "sumrows") return sumRowsTerm(site, e, table, x);
  return e.fn === "brackets" ? bracketsTerm(site, e, table, x) : lookupTerm(site, e, { table, x, mode });
}

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

/** The cells of one column, all of one unit. Cells are inputs, so they are single values. */
function cells(
  site: Site,
  e: Expression,
  table: NamedTable,
  column: string,
): Term & { readonly values: readonly Node[] } {
  const scalars: Site = { ...site, axis: "scalar" };
  const parts: Part[] = table.shape.rows.map((row) => {
    const id = `${table.shape.prefix}.${row}.${column}`;
    const index = site.draft.indexById.get(id) ?? refuse("missingLine", { id });
    return { expression: e, term: lineTerm(scalars, index, columnOf(e.span)) };
  });
  const term = alike(site, e, parts, () => site.draft.nodes.zero);
  return { ...term, values: parts.map((part) => part.term.node) };
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

function lookupTerm(
  site: Site,
  e: Call,
  args: { readonly table: Expression; readonly x: Expression; readonly mode: Expression | undefined },
): Term {
  const mode = args.mode === undefined ? "step" : args.mode.kind === "name" ? args.mode.name : "";
  if (mode !== "step" && mode !== "linear") {
    return refuse("lookupMode", { column: args.mode === undefined ? 1 : columnOf(args.mode.span) });
  }
  const table = requireTable(site, args.table, "lookup");
  const [keyColumn, valueColumn] = keyAndValue(table, args.table);
  const keys = cells(site, args.table, table, keyColumn);
  const values = cells(site, args.table, table, valueColumn);
  const x = partOf(site, args.x);
  commonUnit(site, e, { expression: args.table, term: keys }, x);
  const { nodes } = site.draft;
  const node = keys.values.length === 0 ? nodes.zero : nodes.lookup(mode, keys.values, values.values, x.term.node);
  return { node, unit: values.unit, scalar: x.term.scalar, flow: false };
}

function bracketsTerm(site: Site, e: Call, tableExpression: Expression, xExpression: Expression): Term {
  const table = requireTable(site, tableExpression, "brackets");
  const [fromColumn, rateColumn] = keyAndValue(table, tableExpression);
  const from = cells(site, tableExpression, table, fromColumn);
  const rates = cells(site, tableExpression, table, rateColumn);
  const x = partOf(site, xExpression);
  const base = commonUnit(site, e, { expression: tableExpression, term: from }, x);
  const unit = base === undefined || rates.unit === undefined ? undefined : timesUnit(base, rates.unit);
  const { nodes } = site.draft;
  const node = from.values.length === 0 ? nodes.zero : nodes.brackets(from.values, rates.values, x.term.node);
  return { node, unit, scalar: x.term.scalar, flow: x.term.flow };
}

/** The expression once for every row, `row.column` meaning that row's cell, added up. */
function sumRowsTerm(site: Site, e: Call, tableExpression: Expression, expression: Expression): Term {
  if (site.row !== undefined) return refuse("nestedRows", { column: columnOf(e.span) });
  const { name, shape } = requireTable(site, tableExpression, "sumrows");
  const parts = shape.rows.map((id) => partOf({ ...site, row: { table: name, shape, id } }, expression));
  return alike(site, e, parts, (args) => site.draft.nodes.many("add", args));
}

/** Weights of `convolve(x, table)`, `convolve(x, table.column)` or `convolve(x, w0, w1, …)`. */
export function profileWeights(
  site: Site,
  profile: readonly Expression[],
): { readonly weights: readonly Node[]; readonly unit: Unit | undefined } {
  const [first] = profile;
  const table = first === undefined || profile.length > 1 ? undefined : findTable(site, first);
  if (first === undefined || table === undefined) {
    const scalars: Site = { ...site, axis: "scalar" };
    const parts = profile.map((weight) => partOf(scalars, weight));
    const whole = profile[0];
    if (whole === undefined) return { weights: [], unit: undefined };
    const term = alike(site, whole, parts, () => site.draft.nodes.zero);
    return { weights: parts.map((part) => part.term.node), unit: term.unit };
  }
  const [only, ...more] = table.shape.columns;
  const column = table.column ?? (more.length === 0 ? only : undefined);
  if (column === undefined)
    return refuse("tableColumns", { table: table.name, needed: 1, column: columnOf(first.span) });
  if (table.shape.rows.length > LIMITS.profileWeights) refuse("profileTooLong", { limit: LIMITS.profileWeights });
  const { values, unit } = cells(site, first, table, column);
  return { weights: values, unit };
}
