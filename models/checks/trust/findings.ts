import type { Graph, GraphLine } from "../../language/graph.ts";
import type { Concern } from "./point.ts";
import { componentOf, SAFE, type Subject } from "./subject.ts";

/** What the review rejects (packs and problems have points of their own) is a condition of the verdicts whose money it touches; what it asks or notes is a note. */
export function findingConcerns({ document, findings, reach, graph, problems }: Subject): readonly Concern[] {
  const said = new Set(problems.map(({ message }) => message.zh));
  return (findings ?? []).flatMap((finding): readonly Concern[] => {
    if (finding.pass !== false || finding.path.startsWith("packs/") || said.has(finding.message.zh)) return [];
    const { path, severity, message, id, gate } = finding;
    const words = { zh: `${id} ${message.zh}`, en: `${id} ${message.en}` };
    const head = { kind: "finding", path, message: words } as const;
    if (severity !== "R") return [{ ...head, touches: () => false, against: SAFE }];
    const line = lineAt(graph, path);
    // A level or a ratio that is found wanting is a result: the verdicts count it as it is.
    if (line !== undefined && line.kind !== "flow") return [{ ...head, touches: () => false, against: SAFE }];
    if (line !== undefined) return [{ ...head, touches: (verdict) => reach.line(verdict, line.index) }];
    if (gate === true) return [{ ...head, touches: () => true }];
    const component = componentOf(document, path);
    return [
      {
        ...head,
        touches: (verdict) =>
          (component !== undefined && reach.component(verdict, component)) ||
          (path !== "" && reach.path(verdict, path)),
      },
    ];
  });
}

function lineAt({ lines, indexById }: Graph, id: string): GraphLine | undefined {
  const index = indexById.get(id);
  return index === undefined ? undefined : lines[index];
}
