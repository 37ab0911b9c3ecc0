import type { Finding } from "../findings.ts";
import type { Concern } from "./point.ts";
import { componentOf, SAFE, type Subject } from "./subject.ts";

/** What the review rejects is a condition of the verdicts whose money it touches; what it asks or notes is a note. */
export function findingConcerns({ document, findings, reach, graph }: Subject): readonly Concern[] {
  return (findings ?? []).flatMap((finding): readonly Concern[] => {
    if (finding.pass !== false || isSaidElsewhere(finding)) return [];
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

/** Findings about packs have points of their own. */
const isSaidElsewhere = ({ path }: Finding): boolean => path.startsWith("packs/");
