import type { Node } from "./graph.ts";
import { renderIds } from "./render.ts";
import { hiddenLine, type Site, type Term } from "./site.ts";

/** Tag of a hidden line that adds up one line since the start of the statement year: the line's id. */
export const SUM_OF_YEAR = "sum_of_year";

/** A hidden line computed from its own previous value. */
export function recursion(site: Site, name: string, x: Term, next: (before: Node) => Node): Term {
  const { draft } = site;
  const { nodes } = draft;
  const key = `${name}:${nodes.numberOf(x.node)}`;
  const formula = `${name}(${renderIds(draft, x.node)})`;
  const summed = name === "years" && x.node.op === "line" ? x.node.line : undefined;
  const tags = summed === undefined ? {} : { [SUM_OF_YEAR]: draft.at(summed).meta.id };
  const spec = { key, unit: x.unit, kind: "stock", formula, tags } as const;
  const line = hiddenLine(site, spec, (self) => next(nodes.read("prev", self)));
  return { node: nodes.read("line", line), unit: x.unit, scalar: false, flow: false };
}

/** Sum since the first period of the year, of the calendar or of the statements. */
export function ytdTerm(site: Site, x: Term, clock: "yearstart" | "statementstart" = "yearstart"): Term {
  const { draft } = site;
  const { nodes } = draft;
  const start = draft.clock(clock);
  return recursion(site, clock === "yearstart" ? "ytd" : "years", x, (before) =>
    nodes.many("add", [nodes.make("if", [start, nodes.zero, before]), x.node]),
  );
}
