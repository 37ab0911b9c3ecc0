import { lineAt, linesUnder } from "../../engines/nodes.ts";
import { besideSearch } from "../../engines/solved.ts";
import type { Graph } from "../../language/graph.ts";
import type { VerdictId } from "../verdicts/index.ts";

/** Which verdicts rest on what, by the formulas alone. */
export interface Reach {
  /** Whether a verdict reads a line, however many steps away. */
  readonly line: (verdict: VerdictId, line: number) => boolean;
  /** Whether it reads any line of a component. */
  readonly component: (verdict: VerdictId, id: string) => boolean;
  /** Whether it reads any line below a document path. */
  readonly path: (verdict: VerdictId, path: string) => boolean;
}

interface Found {
  readonly lines: ReadonlySet<number>;
  readonly components: ReadonlySet<string>;
  readonly paths: readonly string[];
}

const known = new WeakMap<Graph, Reach>();

export function reachOf(graph: Graph): Reach {
  const found = known.get(graph) ?? reachIn(graph);
  known.set(graph, found);
  return found;
}

function reachIn(graph: Graph): Reach {
  const byVerdict = new Map<VerdictId, Found>();
  const foundFor = (verdict: VerdictId): Found => {
    const found = byVerdict.get(verdict) ?? foundIn(graph, verdict);
    byVerdict.set(verdict, found);
    return found;
  };
  return {
    line: (verdict, line) => foundFor(verdict).lines.has(line),
    component: (verdict, id) => foundFor(verdict).components.has(id),
    path: (verdict, path) => foundFor(verdict).paths.some((own) => own === path || own.startsWith(`${path}/`)),
  };
}

function foundIn(graph: Graph, verdict: VerdictId): Found {
  const outputs = ["margin", "test"].flatMap((name) => graph.indexById.get(`verdict.${verdict}.${name}`) ?? []);
  const lines = linesUnder(graph, outputs, { beside: besideSearch(graph) });
  const components = new Set<string>();
  const paths = new Set<string>();
  for (const index of lines) {
    const { tags, path } = lineAt(graph, index);
    const component = tags["component"];
    if (typeof component === "string") components.add(component);
    if (path !== "") paths.add(path);
  }
  return { lines, components, paths: [...paths] };
}
