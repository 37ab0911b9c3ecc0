import type { Concern } from "./point.ts";
import { componentOf, SAFE, type Subject } from "./subject.ts";

/** What the review rejects (packs and problems have points of their own) is a condition of the verdicts whose money it touches; what it asks or notes is a note. */
export function findingConcerns({ document, findings, reach, graph, problems }: Subject): readonly Concern[] {
  const said = new Set(problems.map(({ message }) => message.zh));
  return (findings ?? []).flatMap((finding): readonly Concern[] => {
    if (finding.pass !== false || finding.path.startsWith("packs/") || said.has(finding.message.zh)) return [];
    const { path, severity, message, id } = finding;
    const component = componentOf(document, path);
    const line = graph.indexById.get(path);
    const words = { zh: `${id} ${message.zh}`, en: `${id} ${message.en}` };
    const head = { kind: "finding", path, message: words } as const;
    if (severity !== "R") return [{ ...head, touches: () => false, against: SAFE }];
    return [
      {
        ...head,
        touches: (verdict) =>
          (component !== undefined && reach.component(verdict, component)) ||
          (line !== undefined && reach.line(verdict, line)) ||
          (path !== "" && reach.path(verdict, path)),
      },
    ];
  });
}
