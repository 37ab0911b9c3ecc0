import { operations } from "../operations/table.ts";
import type { Draft } from "./draft.ts";
import type { Expression } from "./expression.ts";
import type { Node } from "./graph.ts";
import type { Axis, FormulaDecl, LineMeta, TableShape } from "./line.ts";
import { renderIds } from "./render.ts";
import { excerpt } from "./scan.ts";
import type { Selector } from "./select.ts";
import type { Unit } from "./unit.ts";

/** A lowered expression with what the checks need to know about it. */
export interface Term {
  readonly node: Node;
  /** Undefined: 0 or an empty selection, which fits any unit. */
  readonly unit: Unit | undefined;
  /** A single value, the same in every period. */
  readonly scalar: boolean;
  /** An amount per period, so that its years are sums. */
  readonly flow: boolean;
}

/** Where an expression stands: whose formula it is part of and on which axis it is read. */
export interface Site {
  readonly draft: Draft;
  readonly selector: Selector;
  readonly decl: FormulaDecl;
  /** Index of the line that owns the formula. */
  readonly owner: number;
  /** The formula's text, for messages. */
  readonly text: string;
  readonly axis: Axis;
  /** Below `prev`: the line may read itself here. */
  readonly shifted: boolean;
  /** Inside `years`: flows are read as their sum since the start of the statement year. */
  readonly byYear?: boolean;
  /** Inside `sumrows`: the row that `row.column` means. */
  readonly row: { readonly table: string; readonly shape: TableShape; readonly id: string } | undefined;
  /** Inside a function written in the language itself: what its parameters stand for. */
  readonly given?: ReadonlyMap<string, Term>;
  readonly lower: (expression: Expression, site: Site) => Term;
}

/** The expression as its author wrote it. */
export function sourceOf(expression: Expression, site: Site): string {
  return excerpt(site.text, expression.span, 120);
}

/** A term carried by a hidden line on the site's axis; a yearly one changes only in the year's last period. */
export function hiddenLine(
  site: Site,
  what: {
    readonly key: string;
    readonly unit: Unit | undefined;
    readonly kind: "flow" | "stock" | "rate";
    readonly formula: string;
    readonly tags?: LineMeta["tags"];
  },
  make: (self: number) => Node,
): number {
  const { draft, axis } = site;
  const { nodes } = draft;
  const yearend = axis === "year" ? draft.clock("yearend") : undefined;
  const spec = { ...what, key: `${axis}:${what.key}`, owner: draft.at(site.owner).meta, axis };
  return draft.hidden(spec, (self) => {
    const node = make(self);
    return yearend === undefined ? node : nodes.make("if", [yearend, node, nodes.read("prev", self)]);
  });
}

/** The line whose values are the term's: the line itself where the term is just one on this axis, otherwise a hidden line. */
export function lineOf(site: Site, term: Term): number {
  const { draft, axis } = site;
  const { line } = term.node;
  if (line !== undefined && operations[term.node.op].reads === "same") {
    const own = draft.at(line).meta.axis;
    if (own === axis || (axis === "period" && own === "year")) return line;
  }
  const { node, unit } = term;
  const kind = term.flow ? "flow" : "rate";
  const key = `hold:${draft.nodes.numberOf(node)}`;
  const index = hiddenLine(site, { key, unit, kind, formula: renderIds(draft, node) }, () => node);
  draft.at(index).holds = node;
  return index;
}
