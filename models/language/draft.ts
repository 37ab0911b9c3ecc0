import type { LineName } from "../wording/language.ts";
import type { Problem } from "../wording/problem.ts";
import type { GraphLine, Node } from "./graph.ts";
import { LIMITS } from "./limits.ts";
import type { Axis, FormulaDecl, InputDecl, LineDecl, LineKind, LineMeta } from "./line.ts";
import { NodeMaker } from "./nodes.ts";
import { refuse } from "./refuse.ts";
import { parseUnit, type Unit } from "./unit.ts";

/** What the builder asks its caller for while it works. */
export interface GraphEnv {
  /** The input line of a dated rule parameter: `param.ID` (period) or `param.ID@base` (scalar, at the base date). */
  param(id: string, axis: "period" | "scalar"): InputDecl | undefined;
}

/** A line while the graph is being built. */
export interface DraftLine {
  readonly meta: LineMeta;
  readonly source: GraphLine["source"];
  readonly formula: string;
  /** Undefined when the declared unit cannot be read; the line is then broken. */
  readonly unit: Unit | undefined;
  /** For formula lines: the declaration. */
  readonly decl: FormulaDecl | undefined;
  node: Node | undefined;
  opening: Node | undefined;
  /** The expression a hidden line holds, from which its opening value follows. */
  holds: Node | undefined;
  problem: Problem | undefined;
}

export interface HiddenSpec {
  /** What makes two hidden lines the same line. */
  readonly key: string;
  readonly owner: LineMeta;
  readonly axis: Axis;
  readonly kind: LineKind;
  readonly unit: Unit | undefined;
  readonly formula: string;
  readonly tags?: LineMeta["tags"];
}

/** All lines known so far and the nodes they share. */
export class Draft {
  readonly lines: DraftLine[] = [];
  readonly indexById = new Map<string, number>();
  readonly nodes = new NodeMaker();
  readonly env: GraphEnv;
  /** `lag` nodes whose distance is at least one period although it is computed. */
  readonly shiftedLags = new Set<Node>();
  private steps = 0;
  private readonly hiddenByKey = new Map<string, number>();
  private readonly hiddenOfOwner = new Map<string, number>();
  private readonly units = new Map<string, Unit | undefined>();

  constructor(env: GraphEnv) {
    this.env = env;
  }

  /** Adds a declared line; a second line with the same id gets no entry by id. */
  declare(decl: LineDecl): { readonly index: number; readonly duplicate: boolean } {
    const formula = decl.source === "formula" ? decl : undefined;
    const index = this.push(metaOf(decl), decl.source, formula?.formula ?? "", this.unitOf(decl.unit), formula);
    this.at(index).problem = decl.problem;
    const duplicate = this.indexById.has(decl.id);
    if (!duplicate) this.indexById.set(decl.id, index);
    return { index, duplicate };
  }

  /** The line carrying an intermediate result; `make` receives its own index, so that it can read its previous value. */
  hidden(spec: HiddenSpec, make: (self: number) => Node): number {
    const known = this.hiddenByKey.get(spec.key);
    if (known !== undefined) return known;
    const { owner, axis } = spec;
    const kind = axis === "scalar" ? "scalar" : spec.kind;
    let count = this.hiddenOfOwner.get(owner.id) ?? 0;
    do count++;
    while (this.indexById.has(`${owner.id}#${count}`));
    this.hiddenOfOwner.set(owner.id, count);
    const id = `${owner.id}#${count}`;
    const label = { zh: `${owner.label.zh} · 中间量 ${count}`, en: `${owner.label.en} · step ${count}` };
    const unit = spec.unit?.text ?? "1";
    const meta: LineMeta = { id, label, unit, kind, axis, tags: spec.tags ?? {}, clauses: [], path: owner.path };
    const index = this.push(meta, "hidden", spec.formula, spec.unit, undefined);
    this.hiddenByKey.set(spec.key, index);
    this.indexById.set(id, index);
    this.at(index).node = make(index);
    return index;
  }

  /** A line without a value, for the reason given; all lines with the same reason share it. */
  unusable(owner: number, problem: Problem): number {
    const key = `unusable:${problem.code} ${problem.path} ${problem.message.en}`;
    const known = this.hiddenByKey.get(key);
    if (known !== undefined) return known;
    const { meta } = this.at(owner);
    const id = `${meta.id}#0`;
    const { tags, path } = meta;
    const component = tags["component"] === undefined ? {} : { component: tags["component"] };
    const index = this.push(
      { id, label: problem.message, unit: "1", kind: "scalar", axis: "scalar", tags: component, clauses: [], path },
      "hidden",
      "",
      undefined,
      undefined,
    );
    this.hiddenByKey.set(key, index);
    this.indexById.set(id, index);
    this.at(index).problem = problem;
    return index;
  }

  /** Counts work, so that no combination of tables and selections runs for ever. */
  spend(steps: number): void {
    this.steps += steps;
    if (this.steps > LIMITS.graphSteps) refuse("graphTooLarge", {});
  }

  at(index: number): DraftLine {
    const line = this.lines[index];
    if (line === undefined) throw new Error(`no line ${index}`);
    return line;
  }

  /** A line of the clock or calendar, which every document binds. */
  clock(id: string): Node {
    const index = this.indexById.get(id);
    return index === undefined ? refuse("missingLine", { id }) : this.nodes.read("line", index);
  }

  nameOf(index: number): LineName {
    const { id, label } = this.at(index).meta;
    return { id, label };
  }

  private push(
    meta: LineMeta,
    source: GraphLine["source"],
    formula: string,
    unit: Unit | undefined,
    decl: FormulaDecl | undefined,
  ): number {
    if (this.lines.length >= LIMITS.graphLines)
      refuse("tooManyLines", { limit: LIMITS.graphLines, count: this.lines.length + 1 });
    this.lines.push({
      meta,
      source,
      formula,
      unit,
      decl,
      node: undefined,
      opening: undefined,
      holds: undefined,
      problem: undefined,
    });
    return this.lines.length - 1;
  }

  private unitOf(text: string): Unit | undefined {
    if (!this.units.has(text)) this.units.set(text, parseUnit(text));
    return this.units.get(text);
  }
}

/** The declaration without what only its formula needs. */
function metaOf(decl: LineDecl): LineMeta {
  if (decl.source === "input") {
    const { source: _source, problem: _problem, ...meta } = decl;
    return meta;
  }
  const {
    source: _source,
    problem: _problem,
    formula: _formula,
    opening: _opening,
    scope: _scope,
    optional: _optional,
    absent: _absent,
    asks: _asks,
    words: _words,
    selections: _selections,
    across: _across,
    tables: _tables,
    gate: _gate,
    guards: _guards,
    finds: _finds,
    literal: _literal,
    ...meta
  } = decl;
  return meta;
}
