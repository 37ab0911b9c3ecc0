import { languageProblem } from "../wording/language.ts";
import type { Problem } from "../wording/problem.ts";
import { type Reads, readsOf } from "./depend.ts";
import { Draft, type GraphEnv } from "./draft.ts";
import type { Expression } from "./expression.ts";
import type { Graph, GraphLine, Node } from "./graph.ts";
import { LIMITS } from "./limits.ts";
import type { FormulaDecl, LineDecl } from "./line.ts";
import { lowerExpression } from "./lower.ts";
import { openHiddenLines } from "./opening.ts";
import { findCycles, levelsOf } from "./order.ts";
import { parseFormula } from "./parse.ts";
import { catchRefusal, refuse } from "./refuse.ts";
import { Selector } from "./select.ts";
import { type Site, sourceOf, type Term } from "./site.ts";
import { requireUnit, sameUnit } from "./unit.ts";

export type { GraphEnv } from "./draft.ts";

/**
 * Builds the checked graph of all declared lines. Nothing is thrown for mistakes in formulas: a line with one has no value, nor has any cell
 * that reads it, and everything else stays computable.
 */
export function buildGraph(decls: readonly LineDecl[], env: GraphEnv): Graph {
  if (decls.length > LIMITS.graphLines) {
    const problem = languageProblem("tooManyLines", { limit: LIMITS.graphLines, count: decls.length }, "");
    return { lines: [], indexById: new Map(), levels: [], problems: [problem], broken: new Map() };
  }
  const draft = new Draft(env);
  for (const decl of decls) {
    const { index, duplicate } = draft.declare(decl);
    if (duplicate) draft.at(index).problem = languageProblem("duplicateLine", { id: decl.id }, decl.path);
  }
  lowerAll(draft);
  finishHidden(draft);
  const all = () => draft.lines.map((_, index) => readsOf(draft, index));
  const found = all();
  markCycles(draft, found);
  const reads = disableBroken(draft) ? all() : found;
  const levels = levelsOf(reads, {
    isScalar: (line) => draft.at(line).meta.axis === "scalar",
    isComputed: (line) => draft.at(line).node !== undefined,
  });
  const lines = draft.lines.map((_, index) => finished(draft, index));
  const broken = new Map<number, Problem>();
  for (const [index, { problem }] of draft.lines.entries()) if (problem !== undefined) broken.set(index, problem);
  return { lines, indexById: draft.indexById, levels, problems: [...new Set(broken.values())], broken };
}

/** Formulas as they were read: those of mechanisms come again in every model and every change of its structure. */
const read = new Map<string, Expression>();
const READ_MAX = 20_000;

function readFormula(text: string): Expression {
  const known = read.get(text) ?? parseFormula(text);
  if (read.size >= READ_MAX) read.clear();
  read.set(text, known);
  return known;
}

function lowerAll(draft: Draft): void {
  const selector = new Selector(draft);
  const declared = draft.lines.length;
  for (let index = 0; index < declared; index++) {
    const line = draft.at(index);
    const { decl } = line;
    const done = catchRefusal(line.meta.path, () => {
      if (line.unit === undefined) requireUnit(line.meta.unit);
      if (decl === undefined || line.problem !== undefined) return;
      line.node = lowerFormula(siteOf(draft, selector, index, decl));
      line.opening = lowerOpening(siteOf(draft, selector, index, decl));
    });
    if (!done.ok) line.problem ??= done.problem;
  }
}

/** Opening values of hidden lines; one that could not be completed for want of room is broken. */
function finishHidden(draft: Draft): void {
  const opened = catchRefusal("", () => openHiddenLines(draft));
  for (const line of draft.lines) {
    if (line.source !== "hidden" || (line.node !== undefined && opened.ok)) continue;
    line.problem = languageProblem("graphTooLarge", {}, line.meta.path);
  }
}

function siteOf(draft: Draft, selector: Selector, owner: number, decl: FormulaDecl): Site {
  const { formula: text, axis } = decl;
  return { draft, selector, decl, owner, text, axis, shifted: false, row: undefined, lower: lowerExpression };
}

function lowerFormula(site: Site): Node {
  const { draft, owner } = site;
  const { nodes } = draft;
  const node = checked(site, readFormula(site.text));
  if (site.axis !== "year") return node;
  return nodes.make("if", [draft.clock("yearend"), node, nodes.read("prev", owner)]);
}

function lowerOpening(site: Site): Node | undefined {
  const { opening } = site.decl;
  if (opening === undefined || site.axis === "scalar") return undefined;
  const scalars: Site = { ...site, text: opening, axis: "scalar" };
  return checked(scalars, readFormula(opening));
}

/** The formula's value, switched by the component's gate, in the unit the line declares. */
function checked(site: Site, expression: Expression): Node {
  const { draft, owner, decl } = site;
  const term: Term = site.lower(expression, site);
  const declared = draft.at(owner).unit;
  if (declared !== undefined && term.unit !== undefined && !sameUnit(declared, term.unit)) {
    const text = sourceOf(expression, site);
    return refuse("unitOfLine", { line: draft.nameOf(owner), declared: declared.text, found: term.unit.text, text });
  }
  const { nodes } = draft;
  const lineOf = (id: string) => nodes.read("line", draft.indexById.get(id) ?? refuse("missingLine", { id }));
  const guarded = (decl.guards ?? []).reduce((node, id) => nodes.make("if", [lineOf(id), node, nodes.zero]), term.node);
  // A choice, not a product: a component that is off must not make totals undefined by an input it lacks.
  return decl.gate === undefined ? guarded : nodes.make("if", [lineOf(decl.gate), guarded, nodes.zero]);
}

/** All lines that read one another in circles get the problem that names one circle; hidden lines are left out of the names. */
function markCycles(draft: Draft, reads: readonly Reads[]): void {
  for (const cycle of findCycles(reads)) {
    const visible = cycle.lines.filter((line) => draft.at(line).source !== "hidden");
    const named = (visible.length === 0 ? cycle.lines : visible).map((line) => draft.nameOf(line));
    const { path } = draft.at(visible[0] ?? cycle.lines[0] ?? 0).meta;
    const problem: Problem =
      cycle.barrier === undefined
        ? languageProblem("cycle", { lines: named }, path)
        : languageProblem(
            "barrierCycle",
            { lines: named, reader: draft.nameOf(cycle.barrier.reader), read: draft.nameOf(cycle.barrier.read) },
            path,
          );
    for (const line of cycle.block) draft.at(line).problem ??= problem;
  }
}

/**
 * Takes the formula from every line that has a problem: it has no value, and what reads it has none where it does. A line with a gate reads a line
 * without a value behind it instead, so that it is 0 while its component is off. Whether there was any.
 */
function disableBroken(draft: Draft): boolean {
  const broken = [...draft.lines.entries()].filter(([, { problem }]) => problem !== undefined);
  for (const [index, line] of broken) {
    const { problem, decl } = line;
    const gate = decl?.gate === undefined ? undefined : draft.indexById.get(decl.gate);
    line.node = undefined;
    line.opening = undefined;
    if (gate === undefined || problem === undefined) continue;
    const { nodes } = draft;
    const without = nodes.read("line", draft.unusable(index, problem));
    line.node = nodes.make("if", [nodes.read("line", gate), without, nodes.zero]);
    line.problem = undefined;
  }
  return broken.length > 0;
}

function finished(draft: Draft, index: number): GraphLine {
  const { meta, source, formula, node, opening } = draft.at(index);
  return {
    ...meta,
    index,
    source,
    formula,
    ...(node === undefined ? {} : { node }),
    ...(opening === undefined ? {} : { opening }),
  };
}
