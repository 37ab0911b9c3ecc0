import { nearest } from "../wording/nearest.ts";
import type { CallExpression, Expression, ReferenceMacro } from "./expression.ts";
import { type LineMeta, UNKNOWN } from "./line.ts";
import { refuse } from "./refuse.ts";
import { columnOf } from "./scan.ts";
import type { Site, Term } from "./site.ts";
import { needUnit, numberTerm } from "./typing.ts";
import { one } from "./unit.ts";
import { isWritten } from "./written.ts";

/** Period lines that a yearly formula may read as they are in the year's last period. */
const calendarLines: ReadonlySet<string> = new Set([
  "t",
  "year",
  "month",
  "yearstart",
  "yearend",
  "dtmonths",
  "dtyears",
  "daysinperiod",
  "daysinyear",
]);

/** Names for one of a unit in files written before `1 a` could be. */
const ones: ReadonlyMap<string, string> = new Map([
  ["oneyear", "a"],
  ["onemonth", "mo"],
  ["oneday", "d"],
  ["oneyuan", "CNY"],
  ["onesquaremetre", "m2"],
  ["onehousehold", "household"],
]);

/** Names that mean something in every formula although no line has them: formulas of the product rest on them, so no line may take them. */
export const wordsOfLanguage: readonly string[] = ["none", ...ones.keys()];

type NameExpression = Extract<Expression, { kind: "name" }>;

/** The line of that name: a row's cell, a name in the formula's scope, then a full line id. `absent`: not entered. */
export function findLine(site: Site, name: string): number | "absent" | undefined {
  const { decl, draft, row } = site;
  const column = row === undefined ? undefined : columnOfRow(row, name);
  if (row !== undefined && column !== undefined) {
    const cell = findRowLine(site, row, column);
    if (cell !== undefined) return cell;
  }
  if (decl.absent?.includes(name) === true) return "absent";
  const id = Object.hasOwn(decl.scope, name) ? decl.scope[name] : undefined;
  if (id === undefined) return draft.indexById.get(name);
  return draft.indexById.get(id) ?? refuse("missingLine", { id });
}

type Row = NonNullable<Site["row"]>;

/** `x` of `row.x`, where the list is read row by row. */
function columnOfRow({ shape }: Row, name: string): string | undefined {
  const before = `${shape.item ?? "row"}.`;
  return name.startsWith(before) ? name.slice(before.length) : undefined;
}

/** Whether an expression is the name of an optional input that was not entered, or a product, a quotient or a price ex VAT made with one. */
export function isAbsent(site: Site, e: Expression): boolean {
  if (e.kind === "call") return isWritten(e.fn) && e.args.some((arg) => isAbsent(site, arg));
  if (e.kind === "binary" && (e.op === "*" || e.op === "/")) return isAbsent(site, e.a) || isAbsent(site, e.b);
  return e.kind === "name" && site.given?.has(e.name) !== true && findLine(site, e.name) === "absent";
}

/** Whether a name is that of an optional input or cell, entered or not. */
export function isOptional({ decl, row, given }: Site, name: string): boolean {
  const { optional } = decl;
  if (optional === undefined || given?.has(name) === true) return false;
  const column = row === undefined ? undefined : columnOfRow(row, name);
  return (
    optional.includes(name) ||
    (row !== undefined && column !== undefined && optional.includes(`${row.table}.${column}`))
  );
}

/** `row.x` is the cell of column x, or the line of that row of a line named x in scope. */
function findRowLine(site: Site, row: Row, column: string): number | "absent" | undefined {
  const cell = `${row.shape.prefix}.${row.id}.${column}`;
  const absent = site.decl.absent;
  if (absent?.includes(cell) === true || absent?.includes(`${row.table}.${row.id}.${column}`) === true) return "absent";
  const found = site.draft.indexById.get(cell);
  if (found !== undefined || !Object.hasOwn(site.decl.scope, column)) return found;
  return site.draft.indexById.get(`${site.decl.scope[column]}.${row.id}`);
}

/** What a parameter of a function written in the language stands for; it was computed where the function is called. */
export function parameterTerm(site: Site, e: NameExpression): Term | undefined {
  return site.given?.get(e.name);
}

const NONE = /^none(?:\.|$)/;

/** A line's value; `none` or `none.REASON`, where no line has that name, is a cell that by its nature has no answer. */
export function nameTerm(site: Site, e: NameExpression): Term {
  const found = findLine(site, e.name);
  if (found === "absent") return refuseAbsent(site, e);
  if (found !== undefined) return lineTerm(site, found, columnOf(e.span));
  if (NONE.test(e.name)) {
    return { node: site.draft.nodes.none(e.name.slice("none.".length)), unit: undefined, scalar: true, flow: false };
  }
  const unit = ones.get(e.name);
  return unit === undefined ? refuseName(site, e) : numberTerm(site, { kind: "number", text: "1", unit, span: e.span });
}

/** A formula needs what was left out: said at the input, where a form has it. */
function refuseAbsent({ decl, row }: Site, e: NameExpression): never {
  const column = row === undefined ? undefined : columnOfRow(row, e.name);
  const table = row === undefined || column === undefined ? undefined : decl.asks?.[`${row.table}.${column}`];
  if (table !== undefined) return refuse("inputNeeded", { label: table.label }, `${table.path}/${row?.id}/${column}`);
  const asked = decl.asks?.[e.name];
  if (asked === undefined) return refuse("absentInput", { name: e.name, column: columnOf(e.span) });
  return refuse("inputNeeded", { label: asked.label }, asked.path);
}

function refuseName(site: Site, e: NameExpression): never {
  const known = [...Object.keys(site.decl.scope).slice(0, 500), ...calendarLines];
  return refuse("unknownName", { name: e.name, column: columnOf(e.span), similar: nearest(e.name, known) });
}

/**
 * A line's value as seen from the site's axis. A yearly amount read in periods counts in the year's last period only; other
 * yearly lines read as held. A period line cannot be read from a yearly or scalar formula, except the calendar.
 */
export function lineTerm(site: Site, index: number, column: number): Term {
  const { draft } = site;
  const { nodes } = draft;
  const { meta, unit: declared } = draft.at(index);
  const unit = Object.hasOwn(meta.tags, UNKNOWN) ? undefined : declared;
  const node = nodes.read("line", index);
  if (meta.axis === "scalar") return { node, unit, scalar: true, flow: false };
  const flow = meta.kind === "flow";
  if (site.axis === "scalar") return refuse("periodInScalar", { name: draft.nameOf(index), column });
  if (site.axis === "year" && meta.axis === "period" && !isCalendar(meta)) {
    return refuse("periodInYear", { name: draft.nameOf(index), column });
  }
  if (site.axis === "period" && meta.axis === "year" && flow) {
    return { node: nodes.make("if", [draft.clock("yearend"), node, nodes.zero]), unit, scalar: false, flow };
  }
  return { node, unit, scalar: false, flow };
}

/** Whether a document holds is read by a yearly formula as it is at the year's end. */
function isCalendar({ id, tags }: Pick<LineMeta, "id" | "tags">): boolean {
  if (tags["document"] !== undefined) return true;
  return calendarLines.has(id) || id.startsWith("param.") || id.startsWith("phase.") || id.startsWith("record.");
}

type NameRule = (site: Site, e: NameExpression, column: number) => Term;

/** Functions whose argument is a name, not a value. */
const nameRules: Readonly<Record<ReferenceMacro, NameRule>> = {
  param: (site, { name }, column) => paramTerm(site, name, column),
  given: (site, e) => {
    const { nodes } = site.draft;
    const found = findLine(site, e.name) ?? refuseName(site, e);
    return { node: found === "absent" ? nodes.zero : nodes.one, unit: one, scalar: true, flow: false };
  },
  counted: (site, e) => flagTerm(site, e, nameTerm(site, e)),
  during: (site, e, column) => {
    const index = prefixed(site, "phase", e.name) ?? refuse("unknownPhase", { name: e.name, column });
    return flagTerm(site, e, lineTerm(site, index, column));
  },
  recorded: (site, e, column) => {
    const index = prefixed(site, "record", e.name) ?? refuse("unknownRecord", { name: e.name, column });
    return flagTerm(site, e, lineTerm(site, index, column));
  },
};

const named =
  (fn: ReferenceMacro) =>
  (site: Site, { args: [arg] }: CallExpression): Term => {
    const column = arg === undefined ? 1 : columnOf(arg.span);
    return arg?.kind === "name" ? nameRules[fn](site, arg, column) : refuse("nameExpected", { name: fn, column });
  };

export const referenceRules = {
  param: named("param"),
  during: named("during"),
  counted: named("counted"),
  recorded: named("recorded"),
  given: named("given"),
};

/** `phase.NAME` or `record.NAME`, unless the scope gives the name to another line. */
function prefixed(site: Site, prefix: string, name: string): number | undefined {
  const own = Object.hasOwn(site.decl.scope, name) ? site.decl.scope[name] : undefined;
  return site.draft.indexById.get(own ?? `${prefix}.${name}`);
}

function flagTerm(site: Site, expression: Expression, term: Term): Term {
  needUnit(site, { expression, term }, one);
  return { ...term, flow: false };
}

function paramTerm(site: Site, name: string, column: number): Term {
  const { draft } = site;
  const axis = site.axis === "scalar" ? "scalar" : "period";
  const known = draft.indexById.get(axis === "scalar" ? `param.${name}@base` : `param.${name}`);
  if (known !== undefined) return lineTerm(site, known, column);
  const decl = draft.env.param(name, axis);
  if (decl === undefined) return refuse("unknownParam", { name, column });
  const index = draft.indexById.get(decl.id) ?? draft.declare(decl).index;
  if (draft.at(index).unit === undefined) refuse("unitUnknown", { unit: decl.unit });
  return lineTerm(site, index, column);
}
