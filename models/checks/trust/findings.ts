import type { Graph, GraphLine } from "../../language/graph.ts";
import { MONEY } from "../expectations/expectation.ts";
import type { Finding } from "../findings.ts";
import type { Concern } from "./point.ts";
import { amountOf, componentOf, SAFE, type Subject } from "./subject.ts";

type Head = Pick<Concern, "kind" | "path" | "message">;

/** What the review rejects (packs and problems have points of their own) is a condition of the verdicts whose money it touches; what it asks or notes is a note, but for less than a law asks for. */
export function findingConcerns(subject: Subject): readonly Concern[] {
  const { document, findings, reach, graph, problems } = subject;
  const said = new Set(problems.map(({ message }) => message.zh));
  return (findings ?? []).flatMap((finding): readonly Concern[] => {
    if (finding.answer.is !== "fails" || finding.path.startsWith("packs/") || said.has(finding.message.zh)) return [];
    const { path, severity, message, id, gate, weighs, measures } = finding;
    const words = { zh: `${id} ${message.zh}`, en: `${id} ${message.en}` };
    const head = { kind: "finding", path, message: words } as const;
    if (finding.money !== undefined) return moneyConcern(subject, finding, head);
    if (severity !== "R" && weighs !== true) return [{ ...head, touches: () => false, against: SAFE }];
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
          (path !== "" && reach.path(verdict, path)) ||
          (measures === true && MONEY.includes(verdict)),
      },
    ];
  });
}

/** Money that is not what it is said to be stands beside the verdicts with its amount, also where it is only asked about. */
function moneyConcern(subject: Subject, { money = "", path }: Finding, head: Head): readonly Concern[] {
  const [counted, stated] = [path, money].map((id) => lineAt(subject.graph, id));
  if (counted === undefined || stated === undefined) return [];
  const amount = amountOf(subject, stated);
  return [
    {
      ...head,
      money: counted.id,
      touches: (verdict) => subject.reach.line(verdict, counted.index),
      ...(amount === undefined ? {} : { against: amount, unit: stated.unit }),
    },
  ];
}

function lineAt({ lines, indexById }: Graph, id: string): GraphLine | undefined {
  const index = indexById.get(id);
  return index === undefined ? undefined : lines[index];
}
