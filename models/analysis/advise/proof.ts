import type { Decimal } from "decimal.js";
import { type Prepared, prepareDocument } from "../../compile/prepare.ts";
import type { GraphShelf } from "../../compile/shelf.ts";
import type { ModelDocument } from "../../document/schema.ts";
import { literalOf } from "../../engines/arithmetic/decimal.ts";
import type { Results } from "../../results/results.ts";
import type { Text } from "../../wording/text.ts";
import { keyOfFinding, standingOf } from "../confirm.ts";
import { variableOfLever } from "../levers/lever.ts";
import { figureOf, type Target, watchOf } from "../target.ts";
import type { Point } from "./field.ts";
import { isMoved } from "./goal.ts";
import type { Handle } from "./handle.ts";

/** What speaks against a plan: a rejecting finding or a condition that was not there, or a verdict or target that does not hold. */
export interface Objection {
  readonly kind: "finding" | "condition" | "target" | "writing";
  /** The same objection to two plans has the same key. */
  readonly key: string;
  /** Document path or line to go to. */
  readonly path: string;
  readonly message: Text;
}

/** What the book of record and the review make of a plan. */
export interface Proof {
  readonly document: ModelDocument;
  readonly results: Results<Decimal>;
  /** Values of the lines that are to be small. */
  readonly aims: readonly (Decimal | undefined)[];
  /** What each target has to spare. */
  readonly spare: readonly (Decimal | undefined)[];
  readonly objections: readonly Objection[];
  /** Papers that the targets' money still needs: a number that is looked for is on no paper yet. */
  readonly papers: readonly Text[];
  /** Keys of rejecting findings. */
  readonly rejected: ReadonlySet<string>;
  /** Keys of conditions, and the verdicts that are met. */
  readonly conditions: ReadonlySet<string>;
  /** What is noted too, by key: what is no condition only because no verdict that rests on it is met. */
  readonly noted: ReadonlyMap<string, Text>;
  readonly met: ReadonlySet<string>;
}

export interface Proving {
  readonly prepared: Prepared;
  readonly shelf: GraphShelf;
  readonly targets: readonly Target[];
  /** Lines that are to be small. */
  readonly aims: readonly string[];
  /** Verdicts that are met today and have to stay so. */
  readonly kept: readonly string[];
}

/** The document with the handles at a point; undefined where the document asks for something else with them. */
export function writtenAt(
  { prepared, shelf }: Proving,
  handles: readonly Handle[],
  point: Point,
): ModelDocument | undefined {
  return handles.reduce<ModelDocument | undefined>((document, handle, i) => {
    const x = point[i] as number;
    if (document === undefined || !isMoved(handle, x)) return document;
    const literal = handle.input.kind === "month" ? String(Math.round(x)) : literalOf(x);
    return variableOfLever(document, handle.input, shelf.registry)?.write(literal);
  }, prepared.document);
}

/** Evaluates a document with the book of record, reviews it, and says what speaks against it beside the plan as it was. */
export function proofOf(proving: Proving, document: ModelDocument, before: Proof | undefined): Proof {
  const { prepared, shelf, targets, aims, kept } = proving;
  const there = prepareDocument(document, prepared.scenario, prepared.counts, shelf);
  const { verdicts, conditions, breaches, points, values } = standingOf(there);
  const met = new Set(verdicts.filter(({ pass }) => pass === true).map(({ id }) => id as string));
  const asked = targets.flatMap((target) => ("verdict" in target ? [target.verdict] : []));
  const spare = targets.map((target) => {
    const watch = watchOf(target, there);
    return watch.ok ? (watch.value.excess(values) as Decimal | undefined) : undefined;
  });
  const of = (verdicts: readonly string[], ids: readonly string[]): boolean => verdicts.some((id) => ids.includes(id));
  const own = conditions.filter(({ verdicts }) => of(verdicts, asked));
  const others = conditions.filter(({ verdicts }) => !of(verdicts, asked) && of(verdicts, kept));
  const keyOf = ({ kind, path }: (typeof conditions)[number]): string => `${kind} ${path}`;
  const objections: Objection[] = [
    ...targets.flatMap((target, i) => {
      const value = spare[i];
      const holds = value !== undefined && !(value.isNegative() && !value.isZero());
      if (!("verdict" in target)) return holds ? [] : [missed(target.cell)];
      const verdict = verdicts.find(({ id }) => id === target.verdict);
      return holds && verdict?.pass === true ? [] : [missed(target.verdict, verdict?.message)];
    }),
    ...kept.filter((id) => !met.has(id)).map((id) => missed(id)),
    ...breaches
      .filter((finding) => before?.rejected.has(keyOfFinding(finding)) === false)
      .map(
        (finding): Objection => ({
          kind: "finding",
          key: keyOfFinding(finding),
          path: finding.path,
          message: finding.message,
        }),
      ),
    ...[
      ...own.filter(({ kind }) => kind !== "paper"),
      ...others.filter((point) => point.kind !== "paper" && before?.conditions.has(keyOf(point)) === false),
    ].map((point): Objection => ({ kind: "condition", key: keyOf(point), path: point.path, message: point.message })),
  ];
  return {
    document,
    results: values,
    aims: aims.map((aim) => {
      const figure = figureOf(aim, there, "minimise");
      return figure.ok ? values.cell(figure.value.cell) : undefined;
    }),
    spare,
    objections,
    papers: own.filter(({ kind }) => kind === "paper").map(({ message }) => message),
    rejected: new Set(breaches.map(keyOfFinding)),
    conditions: new Set(conditions.map(keyOf)),
    noted: new Map(points.map((point) => [keyOf(point), point.message])),
    met,
  };
}

const missed = (name: string, why?: Text): Objection => ({
  kind: "target",
  key: `target ${name}`,
  path: name,
  message: {
    zh: `记账引擎复核:${name} 未达到${why === undefined ? "" : `(${why.zh})`}`,
    en: `by the book of record ${name} is not met${why === undefined ? "" : ` (${why.en})`}`,
  },
});
