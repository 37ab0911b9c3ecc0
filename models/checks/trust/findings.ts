import type { Graph, GraphLine } from "../../language/graph.ts";
import { sum, ZERO } from "../amounts.ts";
import { MONEY } from "../expectations/expectation.ts";
import type { Finding } from "../findings.ts";
import type { VerdictId } from "../verdicts/index.ts";
import { isReceived } from "./papers.ts";
import type { Concern } from "./point.ts";
import { amountOf, componentOf, SAFE, type Subject } from "./subject.ts";

type Head = Pick<Concern, "kind" | "path" | "message">;

/** What the review rejects (packs and problems have points of their own) is a condition of the verdicts whose money it touches; what it asks or notes is a note, but for less than a law asks for. */
export function findingConcerns(subject: Subject): readonly Concern[] {
  const { findings, reach, graph, problems } = subject;
  const said = new Set(problems.map(({ message }) => message.zh));
  return (findings ?? []).flatMap((finding): readonly Concern[] => {
    if (finding.answer.is === "cannot_be_judged") return undecidedConcern(subject, finding);
    if (finding.answer.is !== "fails" || finding.path.startsWith("packs/") || said.has(finding.message.zh)) return [];
    const { path, severity, message, id, gate, weighs, measures } = finding;
    const words = { zh: `${id} ${message.zh}`, en: `${id} ${message.en}` };
    const head = { kind: "finding", path, message: words } as const;
    if (finding.money !== undefined) return moneyConcern(subject, finding, head);
    if (finding.against !== undefined) return partConcern(subject, finding, head);
    if (severity !== "R" && weighs !== true) return [{ ...head, touches: () => false, against: SAFE }];
    const line = lineAt(graph, path);
    // A level or a ratio that is found wanting is a result: the verdicts count it as it is.
    if (line !== undefined && line.kind !== "flow") return [{ ...head, touches: () => false, against: SAFE }];
    if (line !== undefined) return [{ ...head, touches: (verdict) => reach.line(verdict, line.index) }];
    if (gate === true) return [{ ...head, touches: () => true }];
    return [
      {
        ...head,
        touches: (verdict) => touchesPlace(subject, path, verdict) || (measures === true && MONEY.includes(verdict)),
      },
    ];
  });
}

/** Whether a verdict rests on what stands at a place. */
function touchesPlace({ document, reach }: Subject, path: string, verdict: VerdictId): boolean {
  const component = componentOf(document, path);
  return (component !== undefined && reach.component(verdict, component)) || (path !== "" && reach.path(verdict, path));
}

/** A place in the file, and no whole list of it: what no entry says is the concern of what expects the entry. */
const isPlace = (path: string): boolean => path.includes("/") && !path.startsWith("packs/");

/**
 * 未判断的否决项: as long as nobody can tell whether a price or an amount may stand, what comes in by it is as unsure as the answer. Where an amount
 * comes in it counts with that; where none does nobody knows the effect.
 */
function undecidedConcern(
  subject: Subject,
  { path, severity, weighs, gate, message, id }: Finding,
): readonly Concern[] {
  if (severity !== "R" && weighs !== true) return [];
  const { graph, reach, document } = subject;
  const words = {
    zh: `${id} ${message.zh}:补齐前,以其为据的金额不作定论`,
    en: `${id} ${message.en}: until it is there, what rests on it is undecided`,
  };
  const head = { kind: "finding", path, message: words } as const;
  const line = lineAt(graph, path);
  if (line !== undefined) {
    const amount = line.kind === "flow" ? amountOf(subject, line) : undefined;
    if (amount === undefined) return [];
    return [{ ...head, against: amount, money: line.id, touches: (verdict) => reach.line(verdict, line.index) }];
  }
  if (!isPlace(path)) return [];
  if (gate === true) return [{ ...head, touches: () => true }];
  const component = componentOf(document, path);
  const brings =
    component === undefined ? [] : graph.lines.filter((one) => one.tags["component"] === component && isReceived(one));
  const against = sum(brings.map((one) => amountOf(subject, one) ?? ZERO));
  if (!against.greaterThan(0)) return [{ ...head, touches: (verdict) => touchesPlace(subject, path, verdict) }];
  const touches: Concern["touches"] = (verdict) => brings.some(({ index }) => reach.line(verdict, index));
  return [{ ...head, against, money: `components/${component}`, touches }];
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

/** Of the money at a place a part is doubted: only that stands against the verdicts. */
function partConcern(subject: Subject, { path, against }: Finding, head: Head): readonly Concern[] {
  const line = lineAt(subject.graph, path);
  // Money says nothing of an area.
  const touches: Concern["touches"] = (verdict) =>
    verdict !== "B1" &&
    (line === undefined ? touchesPlace(subject, path, verdict) : subject.reach.line(verdict, line.index));
  return [{ ...head, touches, ...(against === undefined ? {} : { against, money: line?.id ?? path }) }];
}

function lineAt({ lines, indexById }: Graph, id: string): GraphLine | undefined {
  const index = indexById.get(id);
  return index === undefined ? undefined : lines[index];
}
